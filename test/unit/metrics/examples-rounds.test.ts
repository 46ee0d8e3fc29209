import { describe, expect, it } from 'vitest';
import type { MetricSettings } from '../../../rules/metrics/index.ts';
import type { Platform } from '../../../rules/platform.ts';
import type { TurnEvent } from '../../../rules/turns/index.ts';
import { as, at, au, b, chat, end, enter, h, leave, offline, start, transfer } from '../turns/events.ts';
import { expectFigures, figuresOf } from './figures.ts';

type Wanted = Record<string, [number, number] | '—'>;
type Row = [platform: Platform, wanted: Wanted, settings?: Partial<MetricSettings>];

function example(name: string, events: readonly TurnEvent[], rows: readonly Row[]): void {
  describe(name, () => {
    for (const [platform, wanted, settings] of rows) {
      const under = settings ? ` under ${JSON.stringify(settings)}` : '';
      it(`${platform}${under} gives ${JSON.stringify(wanted)}`, () => {
        expectFigures(platform, events, wanted, settings ? { settings } : {});
      });
    }
  });
}

example(
  'E1 a burst is measured from its first message',
  [b('10:00:00'), b('10:00:20'), b('10:01:10'), h('10:01:30')],
  [
    ['taobao', { 'TB-AVG': [90, 1], 'TB-3M': [1, 1], 'answer-ratio': [1, 3] }],
    ['pdd', { 'PDD-3M': [1, 1], 'PDD-30S': [0, 1] }],
    ['doudian', { 'DD-AVG': [90, 1], 'DD-AVG-message': [180, 3] }],
    ['doudian', { 'DD-AVG': [180, 3] }, { avg_basis: 'message' }],
    ['jd', { 'JD-30F': [0, 1] }],
    ['kuaishou', { 'KS-3M': [1, 1] }],
  ],
);

example(
  'E2 a plain auto-reply stops no clock',
  [b('10:00:00'), au('10:00:01'), h('10:04:00')],
  [
    ['taobao', { 'TB-AVG': [240, 1], 'TB-3M': [0, 1] }],
    ['pdd', { 'PDD-3M': [0, 1] }],
    ['doudian', { 'DD-AVG': [240, 1] }],
    ['kuaishou', { 'KS-3M': [0, 1] }],
  ],
);
example(
  'E2 an assist robot answers where assist counts',
  [b('10:00:00'), as('10:00:01'), h('10:04:00')],
  [
    ['taobao', { 'TB-AVG': [1, 1], 'TB-3M': [1, 1] }],
    ['pdd', { 'PDD-3M': [0, 1] }],
    ['pdd', { 'PDD-3M': [1, 1] }, { assist_counts: true }],
    ['doudian', { 'DD-AVG': [1, 1] }],
    ['kuaishou', { 'KS-3M': [0, 1] }],
  ],
);

const e3 = [b('10:10:15'), b('10:15:20'), h('10:18:10')];
example('E3 the published example: 475 s', e3, [
  ['1688', { 'AL-3M': [0, 1] }],
  ['taobao', { 'TB-3M': [0, 1], 'TB-AVG': [475, 1] }],
]);
example(
  'E3 a second round',
  [...e3, b('10:18:30'), h('10:19:00')],
  [
    ['1688', { 'AL-3M': [1, 2] }],
    ['taobao', { 'TB-3M': [1, 2], 'TB-AVG': [505, 2] }],
  ],
);
const tenQuestions = Array.from({ length: 10 }, (_, i) => b('10:00:00', { t: at('10:00:00') + i * 18_000 }));
example('E3 ten questions never answered are one round', tenQuestions, [
  ['1688', { 'AL-3M': [0, 1] }],
  ['taobao', { 'TB-3M': [0, 1], 'TB-AVG': [600, 1], turns: [1, 1] }],
]);

const three = [
  [b('10:00:00'), h('10:00:45')],
  [b('11:00:00'), h('11:02:10')],
  [b('12:00:00'), h('12:11:40')],
];
example('E4 a round is capped at 600 s, one buyer', three.flat(), [
  ['taobao', { 'TB-AVG': [775, 3], 'TB-3M': [2, 3], mean: [875, 3] }],
  ['pdd', { 'PDD-3M': [0, 1], 'PDD-AVG': [875, 3] }],
]);
example(
  'E4 three buyers',
  three.flatMap((events, i) => chat({ buyer: `b${i}` }, events)),
  [['pdd', { 'PDD-3M': [2, 3] }]],
);

const e5: Record<string, TurnEvent[]> = {
  A: [b('22:59:50'), h('23:00:10')],
  B: [b('23:00:00'), h('23:00:05')],
  C: [b('07:59:50'), h('08:00:20')],
  D: [b('07:59:50'), b('08:00:05'), h('08:00:20')],
};
const buyerOf = (name: string): TurnEvent[] => chat({ buyer: name }, e5[name] ?? []);
example('E5 A: asked in the window, answered after it', buyerOf('A'), [
  ['taobao', { 'TB-AVG': [20, 1], 'TB-RR': [1, 1] }],
  ['pdd', { 'PDD-3M': [1, 1], 'PDD-AVG': [20, 1], 'PDD-3M-ALL': [1, 1] }],
  ['doudian', { 'DD-AVG': [20, 1] }],
  ['jd', { 'JD-30F': [1, 1], 'JD-AVG': [20, 1] }],
  ['kuaishou', { 'KS-3M': [1, 1] }],
  ['taobao', { 'TB-AVG': [10, 1] }, { reply_after_window: 'clip' }],
  ['taobao', { 'TB-AVG': [600, 1], 'TB-3M': [0, 1] }, { reply_after_window: 'void' }],
  ['pdd', { 'PDD-3M': [0, 1] }, { reply_after_window: 'void' }],
]);
const outOfWindow: Row[] = [
  ['taobao', { 'TB-AVG': '—', 'TB-3M': '—', 'TB-RR': [1, 1] }],
  ['pdd', { 'PDD-3M': '—', 'PDD-3M-ALL': [1, 1] }],
  ['doudian', { 'DD-AVG': '—' }],
  ['jd', { 'JD-30F': '—' }],
  ['kuaishou', { 'KS-3M': '—' }],
];
example('E5 B: 23:00:00 is out', buyerOf('B'), outOfWindow);
example('E5 C: asked before 8', buyerOf('C'), outOfWindow);
example('E5 D: a later message inside the window', buyerOf('D'), [
  ['taobao', { 'TB-AVG': '—', 'TB-RR': [1, 1] }],
  ['pdd', { 'PDD-3M': [1, 1], 'PDD-AVG': [15, 1], 'PDD-AVG-ALL': [30, 1] }],
  ['doudian', { 'DD-AVG': [15, 1] }],
  ['jd', { 'JD-30F': '—' }],
  ['kuaishou', { 'KS-3M': [1, 1] }],
]);
example('E5 all four buyers', Object.keys(e5).flatMap(buyerOf), [
  ['taobao', { 'TB-AVG': [20, 1], 'TB-RR': [4, 4] }],
  ['pdd', { 'PDD-3M': [2, 2], 'PDD-3M-ALL': [4, 4] }],
  ['doudian', { 'DD-AVG': [35, 2] }],
  ['jd', { 'JD-30F': [1, 1] }],
  ['kuaishou', { 'KS-3M': [2, 2] }],
  ['taobao', { 'TB-3M': [3, 3], 'TB-3M-AVG': [80, 3] }, { offhours_answered_inhours: 'include' }],
]);

const e6 = [
  ...chat({ buyer: 'X' }, [b('21:00:00'), h('08:05:00', { day: 1 })]),
  ...chat({ buyer: 'Y' }, [b('21:30:00'), h('21:30:40')]),
];
example('E6 unanswered at the end of the day', e6, [
  ['taobao', { 'TB-AVG': [640, 2], 'TB-3M': [1, 2], 'TB-RR': [1, 2] }],
  ['pdd', { 'PDD-3M': [1, 2] }],
  ['doudian', { 'DD-AVG': [40, 1] }],
  ['jd', { 'JD-30F': [0, 2] }],
]);
example('E6 X on the generic profile, both clocks', e6.slice(0, 2), [
  [
    'other',
    { longest: [39_900, 1], 'longest-window': [7_500, 1], late: [1, 1] },
    { window: { from: '08:00', to: '23:00' } },
  ],
]);

const e7 = [
  ...chat({ buyer: 'P' }, [
    b('09:00:00'),
    h('09:00:20'),
    b('09:30:00'),
    h('09:34:01'),
    b('10:00:00'),
    h('10:00:05'),
  ]),
  ...chat({ buyer: 'Q' }, [b('11:00:00'), h('11:03:00')]),
  ...chat({ buyer: 'R' }, [b('14:00:00'), h('14:03:01')]),
  ...chat({ buyer: 'S' }, [b('23:30:00'), h('23:30:10')]),
];
example('E7 拼多多 judges a buyer by the worst message', e7, [
  ['pdd', { 'PDD-3M': [1, 3], 'PDD-3M-ALL': [2, 4] }],
  ['pdd', { 'PDD-30S': [2, 5], 'PDD-30S-ALL': [3, 6] }],
  ['pdd', { 'PDD-AVG': [627, 5], 'PDD-AVG-ALL': [637, 6] }],
]);

const e8 = [
  ...[0, 1, 2].flatMap((i) => chat({ buyer: `robot${i}` }, [b('10:00:00'), au('10:00:01')])),
  ...[0, 1, 2, 3, 4, 5].flatMap((i) => chat({ buyer: `good${i}` }, [b('11:00:00'), h('11:00:30')])),
  ...chat({ buyer: 'slow' }, [b('12:00:00'), h('12:05:00')]),
];
example('E8 both denominators of 拼多多', e8, [
  ['pdd', { 'PDD-3M': [9, 10], 'PDD-3M-consult': [9, 10], 'PDD-3M-need_human': [6, 7], 'bot-only': [3, 1] }],
  ['pdd', { 'PDD-3M': [6, 7] }, { den: 'need_human' }],
  ['pdd', { 'PDD-3M': [6, 10] }, { bot_only: 'fail' }],
]);

const session = (id: string, clock: string, answer: string): TurnEvent[] =>
  chat({ buyer: id, session: id }, [start(clock), b(clock), h(answer)]);
const e9 = [
  ...session('s1', '08:56:00', '09:01:00'),
  ...session('s2', '09:00:00', '09:00:30'),
  ...chat({ buyer: 's2', session: 's2' }, [end('09:05:00'), b('09:14:59'), h('09:18:19')]),
  ...session('s3', '09:10:00', '09:10:31'),
  ...session('s4', '22:59:50', '23:00:10'),
  ...session('s5', '23:00:00', '23:00:05'),
  ...chat({ buyer: 's6', session: 's6' }, [
    start('12:00:00'),
    b('12:00:00'),
    offline('12:00:00'),
    h('13:00:00'),
  ]),
];
const jdWanted: Wanted = {
  'JD-30F': [2, 3],
  'JD-AVG': [281, 4],
  'JD-AVG-F': [81, 3],
  'JD-LM': [1, 4],
  'JD-LMR': [1, 1],
};
const withoutIds = e9
  .filter((item) => item.type !== 'session_start')
  .map(({ session: _, ...rest }): TurnEvent => rest);
const oneBuyer = e9.map((item) => ({ ...item, buyer: 'one' }));
example('E9 京东 counts sessions by their start', e9, [['jd', jdWanted]]);
example('E9 without session ids or session starts', withoutIds, [['jd', jdWanted]]);
example('E9 one buyer in every session, some side by side', oneBuyer, [['jd', jdWanted]]);
example(
  'E9 a 留言 event instead of all offline',
  [leave('12:00:00'), h('13:00:00')],
  [['jd', { 'JD-30F': '—', 'JD-AVG': '—', 'JD-LM': [1, 1], 'JD-LMR': [1, 1] }]],
);
const s2 = (back: string, answer: string): TurnEvent[] => [
  b('09:00:00'),
  h('09:00:30'),
  end('09:05:00'),
  b(back),
  h(answer),
];
example('E9 exactly ten minutes after the close is the same session', s2('09:15:00', '09:18:20'), [
  ['jd', { 'JD-30F': [1, 1] }],
]);
example('E9 ten minutes and a second is a new session', s2('09:15:01', '09:18:21'), [
  ['jd', { 'JD-30F': [1, 2] }],
]);
example(
  'E9 the same id does not keep a session open over the gap',
  chat({ session: 's2' }, s2('09:15:01', '09:18:21')),
  [
    ['jd', { 'JD-30F': [1, 2] }],
    ['jd', { 'JD-30F': [1, 1] }, { jd_gap_s: 601 }],
  ],
);

const e10a = [
  b('15:00:00', { agent: 'A' }),
  transfer('15:00:40', { agent: 'A', to: 'B' }),
  h('15:01:00', { agent: 'B' }),
];
const e10b = [
  b('15:00:00', { agent: 'A' }),
  h('15:00:10', { agent: 'A' }),
  transfer('15:00:40', { agent: 'A', to: 'B' }),
  b('15:00:50', { agent: 'B' }),
  h('15:01:00', { agent: 'B' }),
];
example('E10 a: handed over unanswered', e10a, [
  ['taobao', { 'TB-AVG': [620, 2], 'TB-3M': [1, 2], 'TB-RR': [1, 1], longest: [60, 1] }],
  ['pdd', { 'PDD-3M': [1, 1], 'PDD-AVG': [60, 1], longest: [60, 1] }],
  ['kuaishou', { 'KS-3M': [1, 1], longest: [60, 1] }],
  ['doudian', { 'DD-AVG': [60, 1] }],
  ['jd', { 'JD-30F': [0, 1], 'JD-AVG': [60, 1] }],
]);
example('E10 b: answered, handed over, asked again', e10b, [
  ['taobao', { 'TB-AVG': [20, 2], 'TB-3M': [2, 2] }],
]);
example(
  'E10 c: answered, handed over, not asked again',
  e10b.filter(({ t }) => t !== at('15:00:50')),
  [['taobao', { 'TB-AVG': [10, 1], 'TB-3M': [1, 1] }]],
);
describe('E10 per account', () => {
  it('快手 counts the receiver from the assignment: 20 s', () => {
    expectFigures('kuaishou', e10a, { longest: [20, 1], 'KS-3M': [1, 1] }, { agent: 'B' });
  });
  it('Taobao leaves the sender 600 s and gives the receiver 20 s', () => {
    expectFigures('taobao', e10a, { 'TB-AVG': [600, 1] }, { agent: 'A' });
    expectFigures('taobao', e10a, { 'TB-AVG': [20, 1] }, { agent: 'B' });
  });
});

const e11 = [b('10:00:00'), h('10:00:30'), b('10:01:00')];
example('E11 the buyer has the last word', e11, [
  ['taobao', { 'TB-AVG': [630, 2], 'TB-3M': [1, 2], 'TB-RR': [0, 1] }],
  ['pdd', { 'PDD-3M': [0, 1] }],
  ['doudian', { 'DD-AVG': [30, 1] }],
  ['jd', { 'JD-30F': [1, 1] }],
]);
example(
  'E11 an emoji a minute later',
  [...e11, h('10:02:00')],
  [
    ['taobao', { 'TB-AVG': [90, 2], 'TB-3M': [2, 2], 'TB-RR': [1, 1] }],
    ['pdd', { 'PDD-3M': [1, 1] }],
    ['doudian', { 'DD-AVG': [90, 2] }],
    ['jd', { 'JD-30F': [1, 1] }],
  ],
);

const robot = [b('10:00:00'), au('10:00:01'), b('10:00:30'), au('10:00:31')];
example(
  'E12 robot, then a human',
  [...robot, enter('10:05:00'), h('10:05:25')],
  [
    ['doudian', { 'DD-FRT': [25, 1] }],
    ['taobao', { 'TB-AVG': [25, 1] }],
    ['kuaishou', { 'KS-3M': [1, 1] }],
    ['pdd', { 'PDD-3M': [1, 1] }],
    ['pdd', { 'PDD-3M': [0, 1] }, { bot_only: 'fail' }],
  ],
);
example('E12 robot only', robot, [
  ['taobao', { 'TB-AVG': '—', 'TB-3M': '—' }],
  ['doudian', { 'DD-AVG': '—', 'DD-FRT': '—', 'DD-NS': '—' }],
  ['kuaishou', { 'KS-3M': '—' }],
  ['pdd', { 'PDD-3M': [1, 1], 'PDD-3M-need_human': '—' }],
  ['pdd', { 'PDD-3M': '—' }, { den: 'need_human' }],
]);

const e13 = (buyers: [string, string, string]): TurnEvent[] => [
  ...chat({ buyer: buyers[0], session: 's1' }, [
    enter('10:00:00'),
    b('10:00:00'),
    h('10:00:20'),
    b('10:05:00'),
    h('10:08:20'),
    b('10:10:00'),
    h('10:10:20'),
  ]),
  ...chat({ buyer: buyers[1], session: 's2' }, [enter('11:00:00'), b('11:00:00'), au('11:00:01')]),
  ...chat({ buyer: buyers[2], session: 's3' }, [enter('12:00:00'), b('12:00:00'), h('12:00:50')]),
];
const e13Rows: Row[] = [
  ['doudian', { 'DD-FRT': [70, 2], 'DD-AVG': [290, 4], 'DD-3M': [1, 3], 'DD-NS': [1, 3] }],
  ['doudian', { 'DD-3M': [3, 5] }, { dd_3m: 'm' }],
  ['doudian', { 'DD-3M': [2, 3] }, { dd_3m: 's_mean' }],
];
example('E13 抖店 in its three readings', e13(['x', 'y', 'z']), e13Rows);
example('E13 with one buyer in all three sessions', e13(['x', 'x', 'x']), e13Rows);

const e14 = [
  b('09:00:00', { agent: 'A' }),
  h('09:00:20', { agent: 'A' }),
  b('15:00:00', { agent: 'B' }),
  h('15:06:40', { agent: 'B' }),
];
describe('E14 the shop is not the sum of its agents', () => {
  it.each([
    ['pdd', 'PDD-3M'],
    ['kuaishou', 'KS-3M'],
  ] as const)('%s', (platform, id) => {
    expectFigures(platform, e14, { [id]: [0, 1] });
    expectFigures(platform, e14, { [id]: [1, 1] }, { agent: 'A' });
    expectFigures(platform, e14, { [id]: [0, 1] }, { agent: 'B' });
  });
});

const minute = (from: string, to: string): TurnEvent[] => chat({ precision: 'min' }, [b(from), h(to)]);
describe('E15 minute-only times', () => {
  it.each([
    ['10:00', '10:02', 'ok', 'miss'],
    ['10:00', '10:03', 'uncertain', 'miss'],
    ['10:00', '10:04', 'miss', 'miss'],
    ['10:00', '10:00', 'ok', 'uncertain'],
  ])('%s to %s: 3 minutes %s, 30 seconds %s', (from, to, three, thirty) => {
    const figures = figuresOf('pdd', minute(from, to));
    for (const [id, verdict] of [
      ['PDD-3M-need_human', three],
      ['PDD-30S', thirty],
    ] as const) {
      const { numerator, denominator, uncertain } = figures.get(id) ?? {};
      const wanted = { ok: [1, 1, 0], miss: [0, 1, 0], uncertain: [0, 0, 1] }[verdict];
      expect([numerator, denominator, uncertain], id).toEqual(wanted);
    }
  });
  it('takes a phone reply at its own time, however late it was seen', () => {
    expectFigures(
      'pdd',
      [b('10:00:00'), h('10:00:50', { origin: 'phone' })],
      { 'PDD-AVG': [50, 1] },
      {
        now: at('10:20:00'),
      },
    );
  });
  it('is bounded on one side only when the other end is exact', () => {
    const mixed = [b('10:00', { precision: 'min' }), h('10:03:20')];
    expect(figuresOf('taobao', mixed).get('TB-3M')).toMatchObject({ denominator: 0, uncertain: 1 });
    expect(figuresOf('taobao', [mixed[0] as TurnEvent, h('10:03:00')]).get('TB-3M')?.value).toBe(1);
  });
});

describe('E16 the clock is Shanghai’s', () => {
  const asked = (iso: string): TurnEvent[] => {
    const t = Date.parse(iso);
    return [b('00:00', { t }), h('00:00', { t: t + 5_000 })];
  };
  const range = { from: Date.parse('2026-01-04T16:00:00Z'), to: Date.parse('2026-01-05T16:00:00Z') };
  it.each([
    ['2026-01-05T14:59:59Z', [5, 1], 1],
    ['2026-01-05T15:00:00Z', '—', 1],
    ['2026-01-05T16:00:00Z', '—', 0],
  ] as const)('%s', (iso, wanted, turns) => {
    expectFigures(
      'taobao',
      asked(iso),
      { 'TB-AVG': wanted === '—' ? '—' : [...wanted], turns: [turns, 1] },
      { ...range, now: Date.parse('2026-01-08T00:00:00Z') },
    );
  });
});

describe('E20 the longest segment', () => {
  it('leaves the open tail out of the statistics', () => {
    const events = [
      b('10:00:00'),
      b('10:03:00'),
      h('10:05:00'),
      h('10:06:00'),
      b('10:20:00'),
      h('10:22:00'),
      b('10:30:00'),
    ];
    expectFigures(
      'other',
      events,
      { longest: [300, 1], answered: [2, 1], open: [1, 1] },
      { now: at('10:30:30') },
    );
  });
  const handoff = (first: TurnEvent[]): TurnEvent[] => [
    ...first,
    b('10:00:00'),
    au('10:00:03'),
    enter('10:01:00'),
    h('10:02:00'),
  ];
  it('counts from the handoff when a robot received the buyer', () => {
    expectFigures('taobao', handoff([]), { 'TB-AVG': [60, 1] });
  });
  it('counts from the question when a person had the chat already', () => {
    expectFigures('taobao', handoff([start('09:59:59', { agent: 'A' })]), { 'TB-AVG': [120, 1] });
  });
});
