import type { FieldCount, FieldHistory, FieldRecord } from './field-history.ts';
import { type FieldVerdict, judgeField } from './judge-field.ts';

/** The groups of one field as one. */
function poolRecords(groups: Readonly<Record<string, FieldRecord>>): Record<string, FieldRecord> {
  const all = { seen: 0, rows: 0, views: 0, silent: 0 };
  for (const { seen, rows, views, silent } of Object.values(groups)) {
    all.seen += seen;
    all.rows += rows;
    all.views = Math.max(all.views, views);
    all.silent = Math.max(all.silent, silent);
  }
  return { '': all };
}

const pooled = (history: FieldHistory): FieldHistory =>
  Object.fromEntries(Object.entries(history).map(([field, groups]) => [field, poolRecords(groups)]));

function poolCounts(now: readonly FieldCount[]): FieldCount[] {
  const counts = new Map<string, FieldCount>();
  for (const { field, seen, rows } of now) {
    const count = counts.get(field) ?? { field, group: '', seen: 0, rows: 0 };
    count.seen += seen;
    count.rows += rows;
    counts.set(field, count);
  }
  return [...counts.values()];
}

/**
 * The verdict on every field of a page. Where the field that tells groups apart (`groupedBy`, the order's status) is
 * itself gone, nothing could be compared any more, so that all rows are then taken together.
 */
export function judgePage(
  history: FieldHistory,
  now: readonly FieldCount[],
  groupedBy?: string,
): Map<string, FieldVerdict> {
  const isBlind = groupedBy !== undefined && judgeField(history, groupedBy, now) === 'gone';
  const before = isBlind ? pooled(history) : history;
  const counts = isBlind ? poolCounts(now) : now;
  return new Map(
    [...new Set(counts.map(({ field }) => field))].map((field) => [field, judgeField(before, field, counts)]),
  );
}
