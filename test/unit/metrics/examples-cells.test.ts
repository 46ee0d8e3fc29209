import { describe, expect, it } from 'vitest';
import { formatFigure } from '../../../rules/metrics/index.ts';
import { waitBounds } from '../../../rules/metrics/wait.ts';
import type { Platform } from '../../../rules/platform.ts';
import { foldTurns, waitingBuyers } from '../../../rules/turns/index.ts';
import { as, at, au, b, chat, end, enter, h, offline, on, start, transfer } from '../turns/events.ts';
import { example, expectFigures, figuresOf, type Row } from './figures.ts';

/** Cells of the worked examples (metrics.md §10) that are no figure of their own, or stand behind one. */

describe('E2, E3: what the rounds are', () => {
  it('the 10:04:00 message closes nothing where an assist robot answered', () => {
    const answered = [b('10:00:00'), as('10:00:01'), h('10:04:00')];
    expectFigures('taobao', answered, { turns: [1, 1], longest: [1, 1], 'answer-ratio': [2, 1] });
    expect(foldTurns(on('taobao', answered))).toMatchObject([{ t_reply: at('10:00:01') }]);
  });
  it('475 s and 30 s are two rounds', () => {
    const events = [b('10:10:15'), b('10:15:20'), h('10:18:10'), b('10:18:30'), h('10:19:00')];
    const waits = foldTurns(on('taobao', events)).map(
      ({ t_start, t_reply }) => ((t_reply ?? 0) - t_start) / 1_000,
    );
    expect(waits).toEqual([475, 30]);
    expectFigures('1688', events, { turns: [2, 1], longest: [475, 1], mean: [505, 2] });
  });
  it('ten questions in 162 s are one round of ten messages', () => {
    const events = Array.from({ length: 10 }, (_, i) => b('10:00:00', { t: at('10:00:00') + i * 18_000 }));
    expect(foldTurns(on('taobao', events)).map(({ buyer_ts }) => buyer_ts.length)).toEqual([10]);
    expect(events.at(-1)?.t).toBe(at('10:02:42'));
    expectFigures('taobao', events, { 'answer-ratio': [0, 10] });
  });
});

describe('as printed', () => {
  const three = [
    [b('10:00:00'), h('10:00:45')],
    [b('11:00:00'), h('11:02:10')],
    [b('12:00:00'), h('12:11:40')],
  ].flat();
  const consults = [
    ...[0, 1, 2].flatMap((i) => chat({ buyer: `robot${i}` }, [b('10:00:00'), au('10:00:01')])),
    ...[0, 1, 2, 3, 4, 5].flatMap((i) => chat({ buyer: `good${i}` }, [b('11:00:00'), h('11:00:30')])),
    ...chat({ buyer: 'slow' }, [b('12:00:00'), h('12:05:00')]),
  ];
  const burst = [b('10:00:00'), b('10:00:20'), b('10:01:10'), h('10:01:30')];
  it.each([
    ['E1', 'taobao', burst, 'answer-ratio', '0.33'],
    ['E4', 'taobao', three, 'TB-AVG', '258.33'],
    ['E4', 'taobao', three, 'mean', '291.67'],
    ['E4', 'taobao', three, 'TB-3M', '66.67%'],
    ['E8', 'pdd', consults, 'PDD-3M-consult', '90.00%'],
    ['E8', 'pdd', consults, 'PDD-3M-need_human', '85.71%'],
  ] as const)('%s on %s: %s', (_, platform, events, id, text) => {
    const figure = figuresOf(platform, events).get(id);
    expect(figure && formatFigure(figure, 'export')).toBe(text);
  });
});

describe('E5: the seconds behind an ok', () => {
  const A = [b('22:59:50'), h('23:00:10')];
  const D = [b('07:59:50'), b('08:00:05'), h('08:00:20')];
  it('D is ok all day with 30 s and from 08:00:05 with 15 s', () => {
    expectFigures('pdd', D, { 'PDD-3M-ALL': [1, 1], 'PDD-AVG-ALL': [30, 1], 'PDD-AVG': [15, 1] });
    expectFigures('kuaishou', D, { 'KS-3M': [1, 1] }, { settings: { limit_s: 15 } });
    expectFigures('kuaishou', D, { 'KS-3M': [0, 1] }, { settings: { limit_s: 14 } });
  });
  it.each(['pdd', 'kuaishou', 'jd'] as const)('A is 20 s on %s', (platform) => {
    const id = { pdd: 'PDD-3M', kuaishou: 'KS-3M', jd: 'JD-30F' }[platform];
    expectFigures(platform, A, { [id]: [1, 1] }, { settings: { limit_s: 20 } });
    expectFigures(platform, A, { [id]: [0, 1] }, { settings: { limit_s: 19 } });
  });
  it.each([
    ['A', A, [20, 1]],
    ['B', [b('23:00:00'), h('23:00:05')], '—'],
    ['C', [b('07:59:50'), h('08:00:20')], [30, 1]],
    ['D', D, [30, 1]],
  ] as const)('%s where a question of the night that is answered in the day counts', (_, events, wanted) => {
    const settings = { offhours_answered_inhours: 'include' as const };
    const cell: [number, number] | '—' = wanted === '—' ? '—' : [wanted[0], wanted[1]];
    expectFigures('taobao', events, { 'TB-3M-AVG': cell }, { settings });
  });
  it('clipped and void replies after the window leave 抖店 and 快手 what they leave Taobao', () => {
    expectFigures('doudian', A, { 'DD-AVG': [10, 1] }, { settings: { reply_after_window: 'clip' } });
    expectFigures('kuaishou', A, { 'KS-3M': [0, 1] }, { settings: { reply_after_window: 'void' } });
  });
});

const e7: [string, ReturnType<typeof b>[], [number, number] | '—', number[]][] = [
  [
    'P',
    [b('09:00:00'), h('09:00:20'), b('09:30:00'), h('09:34:01'), b('10:00:00'), h('10:00:05')],
    [0, 1],
    [20, 241, 5],
  ],
  ['Q', [b('11:00:00'), h('11:03:00')], [1, 1], [180]],
  ['R', [b('14:00:00'), h('14:03:01')], [0, 1], [181]],
  ['S', [b('23:30:00'), h('23:30:10')], '—', [10]],
];
describe('E7 buyer by buyer', () => {
  it.each(e7)('%s', (_, events, verdict, waits) => {
    expectFigures('pdd', events, { 'PDD-3M': verdict });
    const seen = foldTurns(on('pdd', events)).map(
      ({ t_start, t_reply }) => ((t_reply ?? 0) - t_start) / 1_000,
    );
    expect(seen).toEqual(waits);
  });
  it('is not the figure per round, 3/5', () => {
    const events = e7.flatMap(([buyer, own]) => chat({ buyer }, own));
    expect(figuresOf('pdd', events).get('PDD-3M')?.value).not.toBe(3 / 5);
    expectFigures('pdd', events, { within: [4, 6] });
  });
});

const session = (clock: string, answer: string) => [start(clock), b(clock), h(answer)];
describe('E9 session by session', () => {
  it.each<[string, ReturnType<typeof b>[], [number, number] | '—', [number, number] | '—']>([
    ['s1, before nine', session('08:56:00', '09:01:00'), '—', '—'],
    [
      's2, taken up again',
      [...session('09:00:00', '09:00:30'), end('09:05:00'), b('09:14:59'), h('09:18:19')],
      [1, 1],
      '—',
    ],
    ['s3, 31 s', session('09:10:00', '09:10:31'), [0, 1], '—'],
    ['s4, answered after the window', session('22:59:50', '23:00:10'), [1, 1], '—'],
    ['s5, at night', session('23:00:00', '23:00:05'), '—', '—'],
    ['s6, nobody there', [start('12:00:00'), b('12:00:00'), offline('12:00:00'), h('13:00:00')], '—', [1, 1]],
  ])('%s', (_, events, first, left) => {
    expectFigures('jd', chat({ session: 's' }, events), { 'JD-30F': first, 'JD-LMR': left });
  });
});

const handed = [
  b('15:00:00', { agent: 'A' }),
  transfer('15:00:40', { agent: 'A', to: 'B' }),
  h('15:01:00', { agent: 'B' }),
];
example('E10 a: the buyer’s own wait is 60 s everywhere', handed, [
  ...(['taobao', 'tmall', 'pdd', 'doudian', 'jd', 'kuaishou', '1688', 'other'] as const).map(
    (platform): Row => [platform, { longest: [60, 1], turns: [1, 1] }],
  ),
  ['1688', { 'AL-3M': [1, 2] }],
]);

example(
  'E12 with `fail` the robot’s first question waited 325 s',
  [b('10:00:00'), au('10:00:01'), b('10:00:30'), au('10:00:31'), enter('10:05:00'), h('10:05:25')],
  [
    ['pdd', { 'PDD-3M': [0, 1], 'PDD-AVG': [325, 1] }, { bot_only: 'fail' }],
    ['pdd', { 'PDD-3M': [1, 1], 'PDD-AVG': [25, 1] }],
  ],
);

describe('E15 the bounds of a wait between labels', () => {
  it.each([
    ['10:00', '10:02', 61, 179],
    ['10:00', '10:03', 121, 239],
    ['10:00', '10:04', 181, 299],
    ['10:00', '10:00', 0, 59],
  ])('%s to %s: %i to %i s', (from, to, lo, hi) => {
    const label = (clock: string) => ({ t: at(clock), precision: 'min' as const });
    expect(waitBounds(label(from), label(to))).toMatchObject({ lo: lo * 1_000, hi: hi * 1_000 });
  });
  it('a minute of a late answer leaves it as open as one in time', () => {
    const events = chat({ precision: 'min' }, [b('23:58'), h('00:01', { day: 1 })]);
    const settings = { first_target_s: 180 };
    expect(figuresOf('other', events, { settings }).get('within')).toMatchObject({
      denominator: 0,
      uncertain: 1,
    });
    expect(figuresOf('other', events).get('mean')).toMatchObject({ denominator: 1, uncertain: 1 });
  });
  it('of first and later answers each has its own uncertain ones', () => {
    const events = [...chat({ precision: 'min' }, [b('10:00'), h('10:01')]), b('11:00:00'), h('11:00:05')];
    expect(figuresOf('other', events).get('frt')?.uncertain).toBe(1);
    expect(figuresOf('other', events).get('nrt')?.uncertain).toBe(0);
  });
  it('the receiver’s clock is as exact as the transfer', () => {
    const events = [
      b('10:00', { agent: 'A', precision: 'min' }),
      transfer('10:05:00', { agent: 'A', to: 'B' }),
      h('10:07:59', { agent: 'B' }),
    ];
    expect(figuresOf('kuaishou', events, { agent: 'B' }).get('KS-3M')).toMatchObject({
      numerator: 1,
      denominator: 1,
      uncertain: 0,
    });
  });
});

describe('E16 whatever zone the computer is in', () => {
  const asked = (iso: string) => {
    const t = Date.parse(iso);
    return [b('00:00', { t }), h('00:00', { t: t + 5_000 })];
  };
  it.each(['UTC', 'America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
    '%s',
    (zone) => {
      const before = process.env.TZ;
      process.env.TZ = zone;
      try {
        expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
        const range = {
          from: Date.parse('2026-01-05T00:00:00+08:00'),
          to: Date.parse('2026-01-06T00:00:00+08:00'),
        };
        const now = range.to + 86_400_000;
        for (const [iso, inWindow, today] of [
          ['2026-01-05T14:59:59Z', 1, 1],
          ['2026-01-05T15:00:00Z', 0, 1],
          ['2026-01-05T16:00:00Z', 0, 0],
        ] as const) {
          const figures = figuresOf('taobao', asked(iso), { ...range, now });
          expect([iso, figures.get('TB-AVG')?.denominator, figures.get('turns')?.numerator]).toEqual([
            iso,
            inWindow,
            today,
          ]);
        }
      } finally {
        if (before === undefined) delete process.env.TZ;
        else process.env.TZ = before;
      }
    },
  );
});

describe('E20 segments', () => {
  const events = [
    b('10:00:00'),
    b('10:03:00'),
    h('10:05:00'),
    h('10:06:00'),
    b('10:20:00'),
    h('10:22:00'),
    b('10:30:00'),
  ];
  it('are 300 s and 120 s, and the open one alarms', () => {
    const now = at('10:30:30');
    expectFigures('other', events, { mean: [420, 2], longest: [300, 1], open: [1, 1] }, { now });
    expect(waitingBuyers(events, { now }).map(({ since }) => since)).toEqual([at('10:30:00')]);
  });
});

describe('one account’s share', () => {
  const two = (platform: Platform) =>
    on(platform, [
      b('10:00:00', { agent: 'A' }),
      h('10:01:30', { agent: 'A' }),
      transfer('10:02:00', { agent: 'A', to: 'B' }),
      b('10:03:00', { agent: 'B' }),
      h('10:03:10', { agent: 'B' }),
    ]);
  it('京东: the first answer is the account’s that gave it', () => {
    expectFigures('jd', two('jd'), { 'JD-30F': [0, 1], 'JD-AVG': [90, 1] }, { agent: 'A' });
    expectFigures('jd', two('jd'), { 'JD-30F': '—', 'JD-AVG': [10, 1] }, { agent: 'B' });
  });
  it('抖店: so is the first reply, and whoever answered nothing served nobody', () => {
    expectFigures('doudian', two('doudian'), { 'DD-FRT': [90, 1], 'DD-NS': [0, 1] }, { agent: 'A' });
    expectFigures('doudian', two('doudian'), { 'DD-FRT': '—', 'DD-NS': [0, 1] }, { agent: 'B' });
    const silent = two('doudian').slice(0, 4);
    expectFigures('doudian', silent, { 'DD-NS': [1, 1] }, { agent: 'B' });
    expectFigures('doudian', silent, { 'DD-NS': [0, 1] });
  });
});

describe('one instant in two conversations', () => {
  it('a minute label in one says nothing of the order in the other', () => {
    const other = b('10:00', { buyer: 'x', precision: 'min' });
    const answered = [h('10:00:00', { buyer: 'y' }), b('10:00:00', { buyer: 'y' })];
    for (const events of [answered, [other, ...answered]]) {
      expect(foldTurns(events).find(({ buyer }) => buyer === 'y')?.closed_by).toBe('reply');
    }
  });
  it('a transfer in one session hands nothing of another over', () => {
    const events = on('doudian', [
      b('10:00:00', { session: '1' }),
      b('10:01:00', { session: '2' }),
      transfer('10:02:00', { session: '2', to: 'B' }),
    ]);
    const turns = foldTurns(events, { transfer: 'split' });
    expect(turns.map(({ closed_by }) => closed_by)).toEqual([undefined, 'transfer', undefined]);
  });
});
