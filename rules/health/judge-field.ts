import { evidenceOf, type FieldCount, type FieldHistory } from './field-history.ts';

/**
 * `gone`: read on the pages before, and now on none of the rows (or nearly none). `fallen`: read on clearly fewer rows
 * than before. `never-read`: asked often and never read under this map.
 */
export type FieldVerdict = 'ok' | 'gone' | 'fallen' | 'never-read';

/** Fewer pages than this are no habit. */
export const LEAST_VIEWS = 3;
/** A page must be this unlikely under the habit before it is called broken. The simulation in the tests measures what
 *  that means: under one false alarm in a thousand pages. */
const ALARM = 1e-3;
/**
 * Of the pages before, at most this share may have lacked the field wholly: a filter (unpaid only) does that. One such
 * page is remembered for some fifty pages.
 */
const MOST_SILENT = 0.01;
/** A share below this part of the habit is "gone": one pinned row of an old layout does not make a field readable. */
const REST = 0.05;
/** A share above this part of the habit is no news, however sure it is. */
const NEWS = 0.8;
/** Rows that must have been asked in vain before a field counts as never read. */
const VAIN_ROWS = 30;
/** 95 % one-sided: the habit is taken at its least plausible value, so that few rows before make no firm habit. */
const Z = 1.645;

/** The least share that fits `seen` of `rows` (Wilson's bound). */
function leastShare(seen: number, rows: number): number {
  if (rows <= 0) return 0;
  const share = Math.min(1, seen / rows);
  const z2 = Z * Z;
  const middle = share + z2 / (2 * rows);
  const spread = Z * Math.sqrt((share * (1 - share)) / rows + z2 / (4 * rows * rows));
  return Math.max(0, (middle - spread) / (1 + z2 / rows));
}

/** How far a share lies from a habit, in nats per row; exp(-rows·this) bounds the chance of a share that low. */
function distance(share: number, habit: number): number {
  if (share >= habit) return 0;
  const absent = share === 0 ? 0 : share * Math.log(share / habit);
  return absent + (1 - share) * Math.log((1 - share) / (1 - habit));
}

/**
 * Judges one field on the page as it stands. Rows are compared with rows of the same group only (orders of the same
 * status): an unpaid order has no time of payment, and a page of unpaid orders is no news. The bound is one-sided and
 * binomial, over the least plausible habit and the evidence of rows that resemble each other; pages on which the field
 * was already silent are added, so that what a page shows once (the buyer of the open chat) is judged too, after some
 * pages. Consequences worth knowing: one page without a field that fewer than about a third of the rows show never raises
 * an alarm; without one that every row showed it does from two rows on; 95 % of 400 rows before and none of three do.
 *
 * @param history of the entry, without the page that is judged
 * @param now what the page yields, one count per group
 */
export function judgeField(history: FieldHistory, field: string, now: readonly FieldCount[]): FieldVerdict {
  const known = history[field];
  if (!known) return 'ok';
  let rows = 0;
  let seen = 0;
  let pause = 0;
  let habit = 0;
  for (const count of now) {
    if (count.field !== field || count.rows <= 0) continue;
    const record = known[count.group];
    if (!record) continue;
    if (record.views < LEAST_VIEWS || record.seen === 0) continue;
    if (record.silent > record.views * MOST_SILENT) continue;
    rows += count.rows;
    seen += count.seen;
    habit += leastShare(record.seen, record.rows) * count.rows;
    // Groups of one page are one page: what they say is not added up.
    pause = Math.max(pause, record.pause?.evidence ?? 0);
  }
  const before = Object.values(known);
  if (before.every((record) => record.seen === 0)) {
    const asked = before.reduce((sum, record) => sum + record.rows, 0);
    const isRead = now.some((count) => count.field === field && count.seen > 0);
    return !isRead && asked >= VAIN_ROWS ? 'never-read' : 'ok';
  }
  if (rows === 0) return 'ok';
  habit = Math.min(habit / rows, 1 - 1e-9);
  const share = seen / rows;
  const evidence = evidenceOf(rows) + (seen === 0 ? pause : 0);
  if (share > habit * NEWS || Math.exp(-evidence * distance(share, habit)) > ALARM) return 'ok';
  return share <= habit * REST ? 'gone' : 'fallen';
}
