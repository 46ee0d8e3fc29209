import type { RowValue } from './platform-row.ts';

/** The value with the keys of every object in one order and without what is absent: equal values, equal texts. */
function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, one]) => [key, settled(one)]);
}

/** Whether two values of a row say the same. */
export const sameRowValue = (one: RowValue, other: RowValue): boolean =>
  JSON.stringify(settled(one)) === JSON.stringify(settled(other));
