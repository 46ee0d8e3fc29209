import type { PlatformRow, RowValue } from './platform-row.ts';
import { platformRows } from './platform-rows.ts';
import { rowFault } from './row-fault.ts';
import { sameRowValue } from './same-row-value.ts';
import type { UserRow, UserRows } from './user-rows.ts';

export type { UserRow, UserRows };

/** A row of the shipped pack as the user sees it: the user's value beside the shipped one. */
function withUser(
  { user_value: _v, user_note: _n, user_date: _d, ...row }: PlatformRow,
  own?: UserRow,
): PlatformRow {
  // A pack may come to hold something else under an id; what does not fit it any more is no value of it.
  if (!own || rowFault(row, own.value)) return row;
  return {
    ...row,
    user_value: own.value,
    user_date: own.date,
    ...(own.note !== undefined && own.note !== '' && { user_note: own.note }),
  };
}

/** The pack's rows with the user's values laid over them; readers take `user_value ?? value`. */
export const rowsInForce = (user: UserRows, shipped: readonly PlatformRow[] = platformRows): PlatformRow[] =>
  shipped.map((row) => withUser(row, user[row.id]));

/** The value that counts. */
export const valueInForce = (row: PlatformRow): RowValue => row.user_value ?? row.value;

/** A row the user edited whose shipped value is no longer the one that was edited (rules.md §9: an update asks). */
export interface ChangedDefault {
  row: PlatformRow;
  own: UserRow;
  /** What was shipped when the user set the value, and what is shipped now. */
  before: RowValue;
  now: RowValue;
}

/**
 * What an update of the pack must ask the user. A new default that says what the user had set anyway asks nothing.
 * Settled by `keepOwn` or by taking the user's value away.
 */
export function changedDefaults(
  user: UserRows,
  shipped: readonly PlatformRow[] = platformRows,
): ChangedDefault[] {
  return rowsInForce(user, shipped).flatMap((row) => {
    const own = user[row.id];
    if (!own || sameRowValue(own.over, row.value) || sameRowValue(own.value, row.value)) return [];
    return [{ row, own, before: own.over, now: row.value }];
  });
}

/** The user's rows with one set; a value equal to the shipped one is none of the user's. */
export function withOwn(
  user: UserRows,
  row: PlatformRow,
  value: RowValue,
  date: string,
  note?: string,
): UserRows {
  if (sameRowValue(value, row.value)) return withoutOwn(user, row.id);
  return { ...user, [row.id]: { value, date, over: row.value, ...(note ? { note } : {}) } };
}

/** The shipped value holds again. */
export function withoutOwn(user: UserRows, id: string): UserRows {
  const { [id]: _, ...rest } = user;
  return rest;
}

/** The user's value stays though the default changed; the same change does not ask again. */
export function keepOwn(user: UserRows, row: PlatformRow): UserRows {
  const own = user[row.id];
  return own ? { ...user, [row.id]: { ...own, over: row.value } } : user;
}
