import { describe, expect, it } from 'vitest';
import { addView, type FieldCount, type FieldHistory, judgeField } from '../../../rules/health/index.ts';

const count = (seen: number, rows: number, group = '', field = 'amount'): FieldCount => ({
  field,
  group,
  seen,
  rows,
});
const historyOf = (views: readonly (readonly FieldCount[])[]): FieldHistory =>
  views.reduce<FieldHistory>((history, view) => addView(history, view), {});
const times = (n: number, ...view: FieldCount[]): FieldCount[][] => Array.from({ length: n }, () => view);
const judge = (history: FieldHistory, ...now: FieldCount[]) => judgeField(history, 'amount', now);

describe('a field that used to be read', () => {
  it.each<[string, FieldCount[][], FieldCount[], string]>([
    ['on every row of three pages, now on none of 20', times(3, count(20, 20)), [count(0, 20)], 'gone'],
    ['on every row of 66, three times, now on none of 66', times(3, count(66, 66)), [count(0, 66)], 'gone'],
    ['on 95 % of 400 rows, now on none of three', times(10, count(38, 40)), [count(0, 3)], 'gone'],
    ['on 95 % of 400 rows, now on none of one', times(10, count(38, 40)), [count(0, 1)], 'ok'],
    ['on 10 % of 400 rows, now on none of 20', times(10, count(4, 40)), [count(0, 20)], 'ok'],
    ['on 10 % of 400 rows, now on none of 2,000', times(10, count(4, 40)), [count(0, 2000)], 'ok'],
    ['on half of 400 rows, now on none of five', times(10, count(20, 40)), [count(0, 5)], 'ok'],
    ['on half of 400 rows, now on none of 50', times(10, count(20, 40)), [count(0, 50)], 'gone'],
    ['on two pages only', times(2, count(20, 20)), [count(0, 20)], 'ok'],
    ['on 12 rows in all, now on none of three', times(4, count(3, 3)), [count(0, 3)], 'ok'],
    ['on every row, now on one of 60 (pinned, old layout)', times(5, count(60, 60)), [count(1, 60)], 'gone'],
    ['on every row, now on half', times(5, count(20, 20)), [count(10, 20)], 'fallen'],
    ['on every row, now on nine of ten', times(5, count(20, 20)), [count(18, 20)], 'ok'],
    ['on every row, now on every row', times(5, count(20, 20)), [count(20, 20)], 'ok'],
    ['on some rows, now on more', times(5, count(10, 20)), [count(20, 20)], 'ok'],
    ['never before', [], [count(0, 20)], 'ok'],
    ['never, in 100 rows', times(5, count(0, 20)), [count(0, 20)], 'never-read'],
    ['never, in six rows', times(3, count(0, 2)), [count(0, 2)], 'ok'],
    ['never, and now it is', times(5, count(0, 20)), [count(3, 20)], 'ok'],
  ])('%s', (_, before, now, verdict) => {
    expect(judge(historyOf(before), ...now)).toBe(verdict);
  });

  it('is compared with rows of the same status only', () => {
    const history = historyOf(times(6, count(20, 20, 'unshipped'), count(0, 10, 'unpaid')));
    expect(judge(history, count(0, 20, 'unpaid'))).toBe('ok');
    expect(judge(history, count(0, 20, 'closed'))).toBe('ok');
    expect(judge(history, count(0, 8, 'unshipped'), count(0, 12, 'unpaid'))).toBe('gone');
  });

  it('is not missed where whole pages were without it before', () => {
    const withFilter = [...times(9, count(20, 20)), [count(0, 20)], ...times(1, count(20, 20))];
    expect(judge(historyOf(withFilter), count(0, 20))).toBe('ok');
  });

  it('stays missed however often the broken page is looked at, and is fine as soon as it is read again', () => {
    let history = historyOf(times(5, count(20, 20)));
    for (let view = 0; view < 100; view += 1) {
      expect(judge(history, count(0, 20))).toBe('gone');
      history = addView(history, [count(0, 20)]);
    }
    expect(judge(history, count(20, 20))).toBe('ok');
    // Read again under the same map: the silence was the page's own habit, and is no news the next time.
    expect(judge(addView(history, [count(20, 20)]), count(0, 20))).toBe('ok');
  });

  it('shown once per page is missed after some pages', () => {
    let history = historyOf(times(12, count(1, 1)));
    const verdicts: string[] = [];
    for (let view = 0; view < 8; view += 1) {
      verdicts.push(judge(history, count(0, 1)));
      history = addView(history, [count(0, 1)]);
    }
    expect(verdicts.slice(0, 3)).toEqual(['ok', 'ok', 'ok']);
    expect(verdicts.at(-1)).toBe('gone');
  });
});

describe('what is kept', () => {
  it('forgets: after some pages a new habit outweighs the old one', () => {
    const history = historyOf([...times(40, count(20, 20)), ...times(80, count(2, 20))]);
    expect(judge(history, count(0, 20))).toBe('ok');
    expect(history.amount?.['']?.views).toBeLessThanOrEqual(20);
  });

  it('is bounded, whatever fields and groups are named', () => {
    const many = Array.from({ length: 500 }, (_, i) => count(1, 1, `group ${i % 50}`, `field ${i}`));
    const history = historyOf(times(3, ...many, ...many.map((one) => ({ ...one, field: 'field 0' }))));
    expect(Object.keys(history)).toHaveLength(80);
    expect(Object.keys(history['field 0'] ?? {})).toHaveLength(10);
  });

  it('leaves the history it was given as it was', () => {
    const first = historyOf(times(3, count(20, 20)));
    const copy = structuredClone(first);
    addView(first, [count(0, 20)]);
    expect(first).toEqual(copy);
  });
});
