import { describe, expect, it } from 'vitest';
import { computeFigures, figureIds, figureName, formatFigure } from '../../../rules/metrics/index.ts';
import { type Platform, platforms } from '../../../rules/platform.ts';
import {
  as,
  at,
  au,
  b,
  chat,
  enter,
  h,
  leave,
  on,
  seeded,
  shuffled,
  start,
  transfer,
} from '../turns/events.ts';
import { expectFigures, figuresOf } from './figures.ts';

describe('a figure nobody has contributed to', () => {
  it.each(platforms)('%s shows a dash, never 0 %% or 100 %%', (platform) => {
    for (const figure of figuresOf(platform, []).values()) {
      if (figure.unit === 'count') continue;
      expect(figure.value, figure.id).toBeNull();
      expect(formatFigure(figure), figure.id).toBe('—');
    }
  });
});

describe('a figure of a chat in progress', () => {
  const open = [b('10:00:00')];
  it.each([
    ['taobao', '10:03:00', { 'TB-3M': '—', 'TB-AVG': '—', misses: [0, 1], open: [1, 1] }],
    ['taobao', '10:03:01', { 'TB-3M': [0, 1], 'TB-AVG': '—', misses: [1, 1], open: [1, 1] }],
    ['taobao', '10:10:00', { 'TB-3M': [0, 1], 'TB-AVG': [600, 1] }],
    ['pdd', '10:03:00', { 'PDD-3M': [1, 1] }],
    ['pdd', '10:03:01', { 'PDD-3M': [0, 1], 'PDD-AVG': '—' }],
    ['jd', '10:00:30', { 'JD-30F': '—' }],
    ['jd', '10:00:31', { 'JD-30F': [0, 1] }],
    ['doudian', '10:03:00', { 'DD-NS': '—', 'DD-3M': '—' }],
    ['doudian', '10:03:01', { 'DD-NS': [1, 1], 'DD-3M': [0, 1], 'DD-AVG': '—' }],
  ] as [Platform, string, Record<string, [number, number] | '—'>][])('%s at %s', (platform, now, wanted) => {
    expectFigures(platform, open, wanted, { now: at(now) });
  });
  it('is a miss for good once the day is over', () => {
    expectFigures('taobao', [b('22:59:59')], { 'TB-3M': [0, 1], unreplied: [1, 1] }, { now: at('00:00', 1) });
  });
});

describe('a range', () => {
  const events = [b('09:00:00'), h('09:00:10'), b('12:00:00'), h('12:00:20')];
  it('takes the turns whose clock starts in it, the end excluded', () => {
    const range = { from: at('09:00:00'), to: at('12:00:00') };
    expectFigures('taobao', events, { 'TB-AVG': [10, 1], turns: [1, 1] }, range);
  });
  it('leaves other platforms’ events alone', () => {
    const both = [...on('pdd', events), ...on('jd', chat({ buyer: 'other' }, events))];
    const options = { platform: 'pdd' as const, from: at('00:00'), to: at('00:00', 1), now: at('00:00', 2) };
    const ids = new Map(computeFigures(both, options).map((figure) => [figure.id, figure.value]));
    expect(ids.get('turns')).toBe(2);
  });
  it('gives a buyer of two days a verdict for each', () => {
    const twoDays = [b('09:00:00'), h('09:10:00'), b('09:00:00', { day: 1 }), h('09:00:10', { day: 1 })];
    expectFigures('pdd', twoDays, { 'PDD-3M': [1, 2] }, { to: at('00:00', 2) });
    expectFigures(
      'pdd',
      twoDays,
      { 'PDD-3M': [1, 1], 'PDD-30D': [1, 2] },
      {
        from: at('00:00', 1),
        to: at('00:00', 2),
      },
    );
  });
});

describe('Tmall is judged as Taobao', () => {
  it('has its metrics and its rounds per account', () => {
    const events = [
      b('15:00:00', { agent: 'A' }),
      transfer('15:00:40', { to: 'B' }),
      h('15:01:00', { agent: 'B' }),
    ];
    expectFigures('tmall', events, { 'TB-AVG': [620, 2] });
  });
});

describe('抖店 without a free agent', () => {
  it('counts the session as not served and 0 for 3 minutes, whatever came later', () => {
    const left = [start('10:00:00'), b('10:00:00'), leave('10:00:01'), h('10:00:30')];
    expectFigures('doudian', left, { 'DD-NS': [1, 1], 'DD-3M': [0, 1], 'DD-FRT': '—', 'DD-AVG': '—' });
  });
  it('a 留言 on 拼多多 is a wait like any other', () => {
    expectFigures('pdd', [b('10:00:00'), leave('10:00:01'), h('10:00:30')], {
      'PDD-AVG': [30, 1],
      'PDD-3M': [1, 1],
    });
  });
});

describe('a reply at the very end of the window', () => {
  it.each([
    ['22:59:59', 9],
    ['23:00:00', 600],
  ])('%s counts %i s when replies after it are void', (clock, seconds) => {
    const settings = { reply_after_window: 'void' as const };
    expectFigures('taobao', [b('22:59:50'), h(clock)], { 'TB-AVG': [seconds, 1] }, { settings });
  });
});

describe('抖店 and the request for a human', () => {
  const events = [b('09:59:00'), au('09:59:01'), enter('10:00:00'), b('10:00:10'), h('10:00:30')];
  it('the round starts with the request, a message with itself', () => {
    expectFigures('doudian', events, {
      'DD-FRT': [30, 1],
      'DD-AVG': [30, 1],
      'DD-AVG-message': [20, 1],
      'DD-3M-m': [1, 1],
    });
  });
});

describe('one account of 拼多多', () => {
  it('is measured on its own buyers', () => {
    const events = [
      ...chat({ buyer: 'x', agent: 'A' }, [b('10:00:00'), h('10:00:10')]),
      ...chat({ buyer: 'y', agent: 'B' }, [b('11:00:00'), h('11:10:00')]),
    ];
    expectFigures('pdd', events, { 'PDD-3M': [1, 2] });
    expectFigures('pdd', events, { 'PDD-3M': [1, 1], turns: [1, 1] }, { agent: 'A' });
    expectFigures('pdd', events, { 'PDD-3M': [0, 1], turns: [1, 1] }, { agent: 'B' });
  });
});

describe('京东 with a 留言 later in a session', () => {
  it('keeps the first answer and leaves the 留言 out of the mean', () => {
    const events = [b('10:00:00'), h('10:00:20'), leave('10:05:00'), h('10:50:00')];
    expectFigures('jd', events, { 'JD-30F': [1, 1], 'JD-AVG': [20, 1], 'JD-LM': [0, 1] });
  });
});

describe('generic figures', () => {
  const waits = [10, 20, 30, 40, 50, 60, 70, 80, 90, 1_000];
  const events = waits.flatMap((seconds, i) =>
    chat({ buyer: `b${i}` }, [b('10:00:00'), h('10:00:00', { t: at('10:00:00') + seconds * 1_000 })]),
  );
  it('mean, median, P90 by nearest rank, longest, share, misses, slow buyers', () => {
    expectFigures('other', events, {
      turns: [10, 1],
      answered: [10, 1],
      mean: [1_450, 10],
      median: [55, 1],
      p90: [90, 1],
      longest: [1_000, 1],
      within: [6, 10],
      misses: [4, 1],
      'slow-buyers': [1, 1],
      frt: [1_450, 10],
      nrt: '—',
    });
  });
  it('takes the user’s own targets', () => {
    expectFigures('other', events, { within: [3, 10] }, { settings: { first_target_s: 30 } });
    expectFigures('pdd', events, { within: [9, 10] });
  });
  it('judges first and later answers apart', () => {
    const chatty = [b('10:00:00'), h('10:01:30'), b('10:02:00'), h('10:03:30')];
    expectFigures('other', chatty, { within: [1, 2], frt: [90, 1], nrt: [90, 1] });
  });
});

describe('口径待核', () => {
  const unsettled = (
    platform: Platform,
    id: string,
    events = [b('10:00:00'), h('10:00:10')],
    settings = {},
  ): boolean | undefined => figuresOf(platform, events, { settings }).get(id)?.unsettled;
  it.each([
    ['taobao', 'TB-AVG', false],
    ['taobao', 'TB-3M', true],
    ['taobao', 'TB-RR', false],
    ['pdd', 'PDD-3M', true],
    ['doudian', 'DD-FRT', false],
    ['doudian', 'DD-AVG', true],
    ['jd', 'JD-30F', false],
    ['kuaishou', 'KS-3M', false],
    ['1688', 'AL-3M', true],
    ['other', 'mean', false],
  ] as const)('%s %s: %s', (platform, id, wanted) => {
    expect(unsettled(platform, id)).toBe(wanted);
  });
  it('appears when an open cell bears on the number', () => {
    expect(unsettled('taobao', 'TB-AVG', [b('22:59:50'), h('23:00:10')])).toBe(true);
    expect(unsettled('kuaishou', 'KS-3M', [b('10:00:00'), h('10:00:10', { recalled: true })])).toBe(true);
    expect(unsettled('taobao', 'TB-AVG', undefined, { cap_s: 300 })).toBe(true);
    expect(unsettled('jd', 'JD-30F', undefined, { jd_gap_s: 300 })).toBe(true);
  });
});

describe('figures as text', () => {
  const figure = { id: 'x', value: 0, uncertain: 0, unsettled: false };
  it.each([
    [{ ...figure, unit: 'ratio', numerator: 2, denominator: 3 }, '66.67%', '66.67%'],
    [{ ...figure, unit: 'ratio', numerator: 1, denominator: 1 }, '100.00%', '100.00%'],
    [{ ...figure, unit: 's', numerator: 775, denominator: 3 }, '258', '258.33'],
    [{ ...figure, unit: 's', numerator: 0.5, denominator: 1, uncertain: 1 }, '≈1', '0.50'],
    [{ ...figure, unit: 'times', numerator: 300, denominator: 240 }, '1.25', '1.25'],
    [{ ...figure, unit: 'count', numerator: 12, denominator: 1 }, '12', '12'],
    [{ ...figure, unit: 'ratio', numerator: 0, denominator: 0 }, '—', '—'],
  ] as const)('%o', (item, screen, file) => {
    expect([formatFigure(item), formatFigure(item, 'export')]).toEqual([screen, file]);
  });
  it('every figure has a name in both languages', () => {
    for (const platform of platforms) {
      for (const id of figuresOf(platform, []).keys()) {
        expect(figureIds, id).toContain(id);
        expect(figureName(id)['zh-CN'].length, id).toBeGreaterThan(0);
      }
    }
  });
});

describe('any order and any number of copies', () => {
  it.each(['taobao', 'pdd', 'doudian', 'jd', 'kuaishou', '1688', 'other'] as const)(
    '%s: shuffled and doubled events give the same figures',
    (platform) => {
      const events = [
        ...chat({ buyer: 'a', agent: 'A' }, [b('09:00:00'), h('09:00:20'), b('09:30:00'), as('09:30:02')]),
        ...chat({ buyer: 'a' }, [
          transfer('09:31:00', { agent: 'A', to: 'B' }),
          b('09:32:00'),
          h('09:40:00'),
        ]),
        ...chat({ buyer: 'b' }, [b('10:00:00'), enter('10:01:00'), b('10:01:05'), h('10:01:30')]),
        ...chat({ buyer: 'c' }, [b('22:59:50'), h('23:00:10'), b('23:01:00')]),
      ];
      const wanted = [...figuresOf(platform, events).values()];
      const random = seeded(7);
      for (let i = 0; i < 20; i += 1) {
        const mixed = shuffled([...events, ...events.filter(() => random() < 0.5)], random);
        expect([...figuresOf(platform, mixed).values()]).toEqual(wanted);
      }
    },
  );
});
