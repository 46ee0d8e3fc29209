import { describe, expect, it } from 'vitest';
import {
  effectiveOf,
  limitsOf,
  type PlatformRow,
  platformRows,
  rateLimitOf,
  replyLimits,
  windowOf,
} from '../../../rules/packs/platform-rows.ts';
import { platforms } from '../../../rules/platform.ts';
import { readWindow } from '../../../rules/turns/index.ts';

describe('rule-pack rows', () => {
  it('have ids of their own, a source or a note, and readable values', () => {
    expect(new Set(platformRows.map(({ id }) => id)).size).toBe(platformRows.length);
    for (const row of platformRows) {
      expect(row.source.length, row.id).toBeGreaterThan(0);
      expect(row.source_date, row.id).toMatch(/^(undated|\d{4}(-\d{2})?)$/);
      if (row.value.kind === 'window') expect(readWindow(row.value.window), row.id).toBeDefined();
      if (row.value.kind === 'limits') {
        const all = [row.value.limits, ...(row.value.limits.first ? [row.value.limits.first] : [])];
        for (const { soft, warn, breach } of all) {
          expect(soft, row.id).toBeLessThan(warn);
          expect(warn, row.id).toBeLessThan(breach);
        }
      }
    }
  });
  it('give every platform steps that rise, a window and what counts as a reply', () => {
    for (const platform of platforms) {
      for (const first of [true, false]) {
        const { soft, warn, breach } = replyLimits(platform, first);
        expect(soft < warn && warn < breach, platform).toBe(true);
      }
      expect(readWindow(windowOf(platform)), platform).toBeDefined();
      expect(effectiveOf(platform), platform).toContain('human');
    }
  });
  it.each([
    ['taobao', '08:00', '23:00', 180],
    ['pdd', '08:00', '23:00', 180],
    ['doudian', '08:00', '23:00', 180],
    ['jd', '09:00', '23:00', 30],
    ['kuaishou', '08:00', '23:00', 180],
    ['1688', '08:00', '24:00', 180],
    ['xianyu', '00:00', '24:00', 180],
  ] as const)('%s counts %s–%s with limit %i', (platform, from, to, limit) => {
    expect(windowOf(platform)).toEqual({ from, to });
    expect(rateLimitOf(platform)).toBe(limit);
  });
  it('the user’s value wins over the pack’s', () => {
    const rows: PlatformRow[] = platformRows.map((row) =>
      row.id === 'PDD-WARN'
        ? { ...row, user_value: { kind: 'limits', limits: { soft: 5, warn: 15, breach: 60 } } }
        : row,
    );
    expect(limitsOf('pdd', rows)).toEqual({ soft: 5, warn: 15, breach: 60 });
    expect(limitsOf('taobao', rows)).toEqual(limitsOf('taobao'));
  });
});
