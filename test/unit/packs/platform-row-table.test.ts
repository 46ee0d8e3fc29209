import { describe, expect, it } from 'vitest';
import {
  effectiveOf,
  expectedOf,
  limitsOf,
  rateLimitOf,
  rateWindowOf,
  targetsOf,
} from '../../../rules/packs/platform-limits.ts';
import type { RowValue } from '../../../rules/packs/platform-row.ts';
import { platformRows } from '../../../rules/packs/platform-rows.ts';
import { mayBeEmpty, rowFault, rowKind } from '../../../rules/packs/row-fault.ts';
import { groupOf, rowGroups } from '../../../rules/packs/row-groups.ts';
import { valueWords } from '../../../rules/packs/row-words.ts';
import { rowsInForce } from '../../../rules/packs/rows-in-force.ts';
import type { Platform } from '../../../rules/platform.ts';

const rowOf = (id: string) => {
  const row = platformRows.find((one) => one.id === id);
  if (!row) throw new Error(id);
  return row;
};

describe('every shipped row', () => {
  it.each(platformRows.map((row) => [row.id, row] as const))('%s can be read, shown and edited', (_, row) => {
    expect(rowFault(row, row.value)).toBeUndefined();
    expect(rowGroups).toContain(groupOf(row));
    const words = valueWords(row, row.value);
    expect(words['zh-CN'].length).toBeGreaterThan(0);
    expect(words.en).not.toMatch(/undefined|NaN/);
    if (row.value.kind === 'choice') expect(row.choices?.map(({ id }) => id)).toContain(row.value.choice);
    for (const { value } of row.other_values) if (value) expect(rowFault(row, value)).toBeUndefined();
  });
  it('has an id of its own; one row speaks of each matter of a platform', () => {
    expect(new Set(platformRows.map(({ id }) => id)).size).toBe(platformRows.length);
    const matters = platformRows.map(({ platform, key }) => `${platform} ${key}`);
    expect(matters.filter((one, at) => matters.indexOf(one) !== at)).toEqual([]);
  });
  it('of the decision matrix is there for each platform (metrics.md §4)', () => {
    const keys = (platform: Platform) =>
      platformRows.filter((row) => row.platform === platform).map(({ key }) => key);
    for (const platform of ['taobao', 'pdd', 'doudian', 'jd', 'kuaishou', '1688'] as const) {
      expect(keys(platform), platform).toEqual(
        expect.arrayContaining([
          ...['window', 'limit', 'limits', 'effective', 'reply_after_window', 'transfer', 'slow_s'],
          ...['target', 'mean_target', 'expected'],
        ]),
      );
    }
    expect(keys('taobao')).toEqual(
      expect.arrayContaining([
        'window_3m',
        'cap',
        'offhours_answered_inhours',
        'reply-rate-window',
        'membership',
      ]),
    );
    expect(keys('pdd')).toEqual(expect.arrayContaining(['den', 'bot_only', 'membership']));
    expect(keys('doudian')).toEqual(expect.arrayContaining(['avg_basis', 'dd_3m', 'first_mean_target']));
    expect(keys('jd')).toEqual(expect.arrayContaining(['jd_gap_s', 'leave_target']));
  });
});

describe('a value that cannot stand is refused with words', () => {
  const limits = (soft: number, warn: number, breach: number): RowValue => ({
    kind: 'limits',
    limits: { soft, warn, breach },
  });
  const window = (from: string, to: string): RowValue => ({ kind: 'window', window: { from, to } });
  it.each<[string, string, RowValue]>([
    ['PDD-WARN', 'steps that fall', limits(30, 20, 180)],
    ['PDD-WARN', 'zero seconds', limits(0, 20, 180)],
    ['PDD-WARN', 'half seconds', limits(1.5, 20, 180)],
    ['PDD-WARN', 'another kind', { kind: 'seconds', seconds: 3 }],
    ['PDD-W', 'no time of day', window('8', '23:00')],
    ['PDD-W', 'a window of nothing', window('08:00', '08:00')],
    ['PDD-W', 'a start at the end of the day', window('24:00', '08:00')],
    ['PDD-DEN', 'an answer nobody offers', { kind: 'choice', choice: 'both' }],
    ['PDD-EFF', 'no people', { kind: 'kinds', kinds: ['assist'] }],
    ['PDD-TGT', 'more than all', { kind: 'share', share: 10_001 }],
    ['PDD-TGT', 'nothing at all as a share', { kind: 'share', share: 0 }],
    ['PDD-EXP', 'nobody at all', { kind: 'count', count: 0 }],
    ['PDD-EXP', 'half a buyer', { kind: 'count', count: 1.5 }],
    ['PDD-EXP', 'more than a platform has', { kind: 'count', count: 100_001 }],
    ['PDD-EXP', 'a share', { kind: 'share', share: 200 }],
    ['TB-CAP', 'nothing', { kind: 'empty' }],
    ['TB-CAP', 'more than a day', { kind: 'seconds', seconds: 86_401 }],
    ['TRAIL', 'steps that fall', { kind: 'trail', silentHours: 48, standstillHours: 24, redHours: 72 }],
    ['SHIP-PDD', 'no hours', { kind: 'hours', hours: 0 }],
    ['MRG-DD', 'one order', { kind: 'merge', same: 'receiver', most: 1 }],
    ['CLOSED', 'a day that does not exist', { kind: 'days', days: ['2026-02-30'] }],
    ['CLOSED', 'a day twice', { kind: 'days', days: ['2026-02-01', '2026-02-01'] }],
    ['PEN-TB-LATE', 'no steps', { kind: 'penalty', bands: [] }],
    ['PEN-TB-LATE', 'a last step with an end', { kind: 'penalty', bands: [{ upTo: 100, fixed: 1 }] }],
    ['PEN-TB-LATE', 'sum and share', { kind: 'penalty', bands: [{ fixed: 1, basisPoints: 1 }] }],
    ['PEN-TB-LATE', 'neither', { kind: 'penalty', bands: [{}] }],
    ['PEN-TB-LATE', 'least above most', { kind: 'penalty', bands: [{ fixed: 1, least: 9, most: 3 }] }],
    [
      'PEN-TB-LATE',
      'ends that fall',
      { kind: 'penalty', bands: [{ upTo: 9, fixed: 1 }, { upTo: 3, fixed: 1 }, { fixed: 2 }] },
    ],
  ])('%s: %s', (id, _, value) => {
    const fault = rowFault(rowOf(id), value);
    expect(fault?.['zh-CN']).toMatch(/[一-龥]{2}/);
    expect(fault?.en).toMatch(/\w+ \w+/);
  });
  it('what ships empty takes what its unit says, and may be emptied again', () => {
    expect(rowKind(rowOf('PDD-TGT'))).toBe('share');
    expect(rowKind(rowOf('PDD-MEAN'))).toBe('seconds');
    expect(rowKind(rowOf('PDD-EXP'))).toBe('count');
    expect(rowKind(rowOf('SHIP-KS'))).toBe('hours');
    expect(rowKind(rowOf('PEN-TB-FAKE'))).toBe('penalty');
    expect(rowKind(rowOf('CLOSED'))).toBe('days');
    for (const id of ['PDD-TGT', 'KS-TGT', 'DD-MEAN', 'PDD-EXP', 'CLOSED'])
      expect(mayBeEmpty(rowOf(id)), id).toBe(true);
  });
});

describe('readers of the rows', () => {
  const rows = rowsInForce({
    'PDD-TGT': { value: { kind: 'share', share: 9_000 }, date: '2026-11-22', over: { kind: 'empty' } },
    'KS-TGT': { value: { kind: 'empty' }, date: '2026-11-22', over: { kind: 'share', share: 7_000 } },
    'TB-W3M': {
      value: { kind: 'window', window: { from: '08:00', to: '24:00' } },
      date: '2026-11-22',
      over: { kind: 'empty' },
    },
    'XY-WARN': {
      value: { kind: 'limits', limits: { soft: 1, warn: 2, breach: 3 } },
      date: '2026-11-22',
      over: { kind: 'empty' },
    },
  });
  it.each<[Platform, object]>([
    ['taobao', {}],
    ['pdd', { rate: 9_000 }],
    ['doudian', { mean: 40, first: 60 }],
    ['jd', { mean: 40, leave: 5_000 }],
    ['kuaishou', {}],
    ['tmall', {}],
  ])('the goals of %s are those in force', (platform, targets) => {
    expect(targetsOf(platform, rows)).toEqual(targets);
  });
  it('the shipped goals are those somebody has published (metrics.md §9)', () => {
    expect(targetsOf('kuaishou')).toEqual({ rate: 7_000 });
    expect(targetsOf('pdd')).toEqual({});
  });
  it.each<[Platform, string, number]>([
    ['taobao', 'TB-EXP', 1],
    ['tmall', 'TB-EXP', 300],
    ['pdd', 'PDD-EXP', 200],
    ['doudian', 'DD-EXP', 80],
    ['jd', 'JD-EXP', 60],
    ['kuaishou', 'KS-EXP', 100_000],
    ['1688', 'AL-EXP', 20],
    ['xianyu', 'XY-EXP', 10],
    ['other', 'OWN-EXP', 40],
  ])('what the user expects a day of %s is kept in %s; unset, nobody says', (platform, id, count) => {
    const value: RowValue = { kind: 'count', count };
    expect(rowFault(rowOf(id), value)).toBeUndefined();
    expect(valueWords(rowOf(id), value)['zh-CN']).toBe(`每天 ${count}`);
    expect(groupOf(rowOf(id))).toBe('targets');
    const set = rowsInForce({ [id]: { value, date: '2026-11-22', over: { kind: 'empty' } } });
    expect(expectedOf(platform, set)).toBe(count);
    expect(expectedOf(platform)).toBeUndefined();
    expect(expectedOf(platform === 'jd' ? 'pdd' : 'jd', set)).toBeUndefined();
  });
  it('天猫 follows the rows of Taobao; a platform without rate rows has its own steps', () => {
    expect(rateWindowOf('tmall', rows)).toEqual({ from: '08:00', to: '24:00' });
    expect(rateWindowOf('pdd', rows)).toEqual({ from: '08:00', to: '23:00' });
    expect(limitsOf('xianyu', rows)).toEqual({ soft: 1, warn: 2, breach: 3 });
    expect(rateLimitOf('1688', rows)).toBe(180);
    expect(effectiveOf('jd', rows)).toEqual(['human']);
    expect(effectiveOf('1688', rows)).toEqual(['human', 'assist']);
  });
});
