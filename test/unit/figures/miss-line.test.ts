import { describe, expect, it, test } from 'vitest';
import { missGoals } from '../../../rules/figures/miss-goals.ts';
import {
  type DayOfReport,
  forecastUnits,
  type MissQuestion,
  missLines,
  unitWords,
} from '../../../rules/figures/miss-line.ts';
import { addDays } from '../../../rules/figures/ranges.ts';
import { mean, rate } from '../../../rules/metrics/figure.ts';
import type { RowValue } from '../../../rules/packs/platform-row.ts';
import { rowsInForce } from '../../../rules/packs/rows-in-force.ts';
import type { Platform } from '../../../rules/platform.ts';

/** A Sunday. */
const today = '2026-11-22';
const day = (on: string, counted: number, failed: number, id = 'PDD-3M'): DayOfReport => ({
  day: on,
  figures: [rate(id, counted - failed, counted)],
});
const said = (question: Partial<MissQuestion>): string[] =>
  missLines({ platform: 'pdd', days: [], today, ...question }).map(({ text }) => text['zh-CN']);

/** metrics.md E17, in words. */
test.each<[string, Partial<MissQuestion>, string[]]>([
  [
    '120 buyers, 9 missed, 90 %, 200 expected',
    { days: [day(today, 120, 9)], target: 9_000, expected: 200 },
    ['已计 120 位买家，失误 9，现在还可失误 3；按预计 200 可失误 11'],
  ],
  [
    '120 buyers, 9 missed, 95 %',
    { days: [day(today, 120, 9)], target: 9_500 },
    ['已计 120 位买家，失误 9，已超 3', '还需连续 60 个达标'],
  ],
  [
    '10 buyers, 90 %: one',
    { days: [day(today, 10, 0)], target: 9_000 },
    ['已计 10 位买家，失误 0，现在还可失误 1'],
  ],
  [
    '40 buyers, 1 missed, 100 %',
    { days: [day(today, 40, 1)], target: 10_000 },
    ['已计 40 位买家，失误 1，已超 1', '今日不可达'],
  ],
  [
    'those who wait are said apart',
    { days: [day(today, 10, 0)], target: 9_000, atRisk: 2 },
    ['已计 10 位买家，失误 0，现在还可失误 1', '在等、还没失误的 2 位买家'],
  ],
  [
    'a forecast the day has passed says nothing',
    { days: [day(today, 10, 0)], target: 9_000, expected: 8 },
    ['已计 10 位买家，失误 0，现在还可失误 1'],
  ],
  [
    'before the first buyer of the day nothing is said of it',
    { days: [day(today, 0, 0)], target: 9_000 },
    [],
  ],
  ['without a target nothing is said', { days: [day(today, 10, 4)], atRisk: 2 }, []],
  ['without a message today nothing is said', { days: [{ day: today, figures: [] }], target: 9_000 }, []],
  [
    'rounds on Taobao',
    { platform: 'taobao', days: [day(today, 10, 0, 'TB-3M')], target: 9_000 },
    ['已计 10 轮，失误 0，现在还可失误 1'],
  ],
])('%s', (_, question, lines) => {
  expect(said(question)).toEqual(lines);
});

it('30 days are sums, and the day that drops out tomorrow is said apart (E17, rolling)', () => {
  const before = Array.from({ length: 29 }, (_, i) => day(addDays(today, -29 + i), 100, i < 29 ? 9 : 0));
  const lines = said({ days: [...before, day(today, 100, 4)], target: 9_000 });
  expect(lines.slice(-2)).toEqual([
    '近 30 天：已计 3000，失误 265，还可失误 35',
    '明天移出 2026-10-24：计 100，失误 9',
  ]);
  expect(said({ days: [...before.slice(1), day(today, 100, 4)], target: 9_000 })).toHaveLength(1);
  // In the morning the month stands already.
  expect(said({ days: [...before, { day: today, figures: [] }], target: 9_000 })[0]).toContain(
    '近 30 天：已计 2900',
  );
});

it('expects what the same weekday had so far, days without anything left out', () => {
  const days = [
    day(addDays(today, -7), 40, 0),
    day(addDays(today, -14), 61, 0),
    { day: addDays(today, -21), figures: [] },
    day(addDays(today, -6), 500, 0),
    day(addDays(today, -70), 900, 0),
    day(today, 3, 0),
  ];
  expect(forecastUnits('pdd', days, today)).toBe(51);
  expect(forecastUnits('pdd', [day(today, 3, 0)], today)).toBeUndefined();
  expect(said({ days, target: 9_000 })[0]).toContain('按预计 51 可失误 5');
});

describe('what the user set in the rows', () => {
  const rowsWith = (own: Record<string, RowValue>) =>
    rowsInForce(
      Object.fromEntries(
        Object.entries(own).map(([id, value]) => [
          id,
          { value, date: today, over: { kind: 'empty' } as const },
        ]),
      ),
    );
  const told = (
    platform: Platform,
    id: string,
    own: Record<string, RowValue>,
    more: Partial<MissQuestion> = {},
  ) => said({ platform, days: [day(today, 10, 0, id)], ...more, ...missGoals(platform, rowsWith(own)) });
  const share: RowValue = { kind: 'share', share: 9_000 };
  const reading = (choice: string): RowValue => ({ kind: 'choice', choice });

  it('the number expected wins over the mean of the weekday', () => {
    const days = [day(addDays(today, -7), 51, 0), day(today, 10, 0)];
    expect(told('pdd', 'PDD-3M', { 'PDD-TGT': share }, { days })[0]).toContain('按预计 51 可失误 5');
    const own = { 'PDD-TGT': share, 'PDD-EXP': { kind: 'count', count: 200 } as const };
    expect(told('pdd', 'PDD-3M', own, { days })[0]).toContain('按预计 200 可失误 20');
  });
  it('天猫 goes by the number of 淘宝; that of another platform is none of its', () => {
    const count: RowValue = { kind: 'count', count: 30 };
    expect(told('tmall', 'TB-3M', { 'TB-TGT': share, 'TB-EXP': count })[0]).toContain('按预计 30 可失误 3');
    expect(told('tmall', 'TB-3M', { 'TB-TGT': share, 'PDD-EXP': count })[0]).not.toContain('预计');
  });
  it('a number expected without a target says nothing', () => {
    expect(told('pdd', 'PDD-3M', { 'PDD-EXP': { kind: 'count', count: 200 } })).toEqual([]);
  });
  it.each<[string, string]>([
    ['s_any', '个会话'],
    ['s_mean', '个会话'],
    ['m', '条消息'],
  ])('飞鸽 read as %s counts in %s', (choice, unit) => {
    const own = { 'DD-TGT': share, 'DD-3M': reading(choice) };
    expect(told('doudian', 'DD-3M', own)[0]).toBe(`已计 10 ${unit}，失误 0，现在还可失误 1`);
  });
  it('who waits is said in conversations, also where messages are counted', () => {
    const own = { 'DD-TGT': share, 'DD-3M': reading('m') };
    expect(told('doudian', 'DD-3M', own, { atRisk: 2 })[1]).toBe('在等、还没失误的 2 位买家');
  });
  it('the mean goes by the goal and the cap in force', () => {
    const own = {
      'TB-MEAN': { kind: 'seconds', seconds: 30 },
      'TB-CAP': { kind: 'seconds', seconds: 500 },
    } as const;
    expect(missGoals('taobao', rowsWith(own)).mean).toEqual({ id: 'TB-AVG', target: 30, cap: 500 });
    expect(missGoals('pdd', rowsWith(own)).mean).toBeUndefined();
  });
});

/** metrics.md E18. */
test.each([
  [50, 1_500, '平均要在 40 秒内：还可有 0 轮不回复，下一轮最多 540 秒'],
  [100, 2_800, '平均要在 40 秒内：还可有 2 轮不回复，下一轮不限'],
  [10, 900, '平均要在 40 秒内：已经超了，下一轮再快，平均也回不到目标'],
])('the mean of %i rounds and %i s still bears', (rounds, sum, text) => {
  const figures = [mean('TB-AVG', sum * 1_000, rounds)];
  expect(
    said({
      platform: 'taobao',
      days: [{ day: today, figures }],
      mean: { id: 'TB-AVG', target: 40, cap: 600 },
    }),
  ).toEqual([text]);
});

test.each([
  ['PDD-3M', '位买家'],
  ['KS-3M', '位买家'],
  ['JD-30F', '个会话'],
  ['TB-3M', '轮'],
  ['AL-3M', '轮'],
  ['within', '轮'],
])('units of %s are %s', (metric, unit) => {
  expect(unitWords(metric)['zh-CN']).toBe(unit);
});
