/** How often a field yielded a value on one page, in rows that are alike (orders of one status; else all rows). */
export interface FieldCount {
  field: string;
  /** What the rows have in common; '' where nothing tells them apart. */
  group: string;
  /** Rows that yielded a value. */
  seen: number;
  /** Rows that were asked. */
  rows: number;
}

/** What is known of one field in one group, from the last pages. Old pages weigh less: the numbers are not whole. */
export interface FieldRecord {
  seen: number;
  rows: number;
  /** Pages on which rows of this group were asked. */
  views: number;
  /** Of those, pages of which no such row yielded anything although their number made that unlikely. */
  silent: number;
  /**
   * The latest pages in a row on which nothing was read. They count neither for nor against the field until it is read
   * again: a layout that is gone must not become the new habit, and a pause that ended was only a pause.
   */
  pause?: { rows: number; views: number; silent: number; evidence: number };
}

/** field → group → record, for one entry of one map. */
export type FieldHistory = Readonly<Record<string, Readonly<Record<string, FieldRecord>>>>;

/** A page without any value is a page that lacks the field wholly, when its rows alone make that this unlikely. */
const NO_ACCIDENT = 0.01;
const LEAST_ROWS = 3;
/** About this many pages are remembered: when there are more, all of them weigh half. */
export const REMEMBERED_VIEWS = 20;
/** Bounds of what is kept for one entry; the contract has fewer fields and statuses than this. */
const MOST_FIELDS = 80;
const MOST_GROUPS = 10;

/**
 * Rows of one page are alike (one filter, one day, one campaign), so that n rows say less than n single ones. With this
 * likeness (intra-class correlation) a whole page never says more than 1/0.05 = 20 rows would, however long it is.
 */
const LIKENESS = 0.05;

/** How many independent rows `rows` rows of one page are worth. */
export const evidenceOf = (rows: number): number => (rows <= 0 ? 0 : rows / (1 + (rows - 1) * LIKENESS));

const noPause = { rows: 0, views: 0, silent: 0, evidence: 0 };
const unknown: FieldRecord = { seen: 0, rows: 0, views: 0, silent: 0 };

const halved = (record: FieldRecord): FieldRecord => ({
  ...record,
  seen: record.seen / 2,
  rows: record.rows / 2,
  views: record.views / 2,
  silent: record.silent / 2,
});

/** 3 of 10 orders have a memo: three without one are an accident, thirty are a page of such orders. */
const isNoAccident = (before: FieldRecord, rows: number): boolean =>
  rows >= LEAST_ROWS && (before.rows === 0 || (1 - before.seen / before.rows) ** rows <= NO_ACCIDENT);

function withCount(before: FieldRecord, { seen, rows }: FieldCount): FieldRecord {
  const silent = seen === 0 && isNoAccident(before, rows) ? 1 : 0;
  const { pause = noPause } = before;
  // What was never read has nothing to lose, so that its silence is plain history.
  if (seen === 0 && before.seen > 0) {
    return {
      ...before,
      pause: {
        rows: pause.rows + rows,
        views: pause.views + 1,
        silent: pause.silent + silent,
        evidence: pause.evidence + evidenceOf(rows),
      },
    };
  }
  const next: FieldRecord = {
    seen: before.seen + seen,
    rows: before.rows + rows + pause.rows,
    views: before.views + 1 + pause.views,
    silent: before.silent + pause.silent + silent,
  };
  return next.views > REMEMBERED_VIEWS ? halved(next) : next;
}

/** The history with one more page. Fields and groups beyond what a contract can name are not kept. */
export function addView(history: FieldHistory, counts: readonly FieldCount[]): FieldHistory {
  const next: Record<string, Record<string, FieldRecord>> = {};
  for (const [field, groups] of Object.entries(history)) next[field] = { ...groups };
  for (const count of counts) {
    if (count.rows <= 0) continue;
    if (!next[count.field] && Object.keys(next).length >= MOST_FIELDS) continue;
    next[count.field] ??= {};
    const groups = next[count.field];
    if (!groups || (!groups[count.group] && Object.keys(groups).length >= MOST_GROUPS)) continue;
    groups[count.group] = withCount(groups[count.group] ?? unknown, count);
  }
  return next;
}
