import { describe, expect, it } from 'vitest';
import type { TurnEvent } from '../../../rules/turns/index.ts';
import { at, au, b, chat, end, enter, h, leave, offline, start, transfer } from '../turns/events.ts';
import { example, expectFigures, figuresOf, type Row, type Wanted } from './figures.ts';

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
