import { readNumbers, sameNumber } from '../returns/read-number.ts';
import type { RegisterEntry } from './entry.ts';

/** Entries whose parcel or order a text names. */
export function entriesWithNumber<T extends Pick<RegisterEntry, 'trackingNo' | 'orderId'>>(
  entries: readonly T[],
  text: string,
): T[] {
  const numbers = readNumbers(text);
  if (numbers.length === 0) return [];
  return entries.filter((entry) =>
    [entry.trackingNo, entry.orderId].some(
      (held) => held !== undefined && numbers.some((number) => sameNumber(held, number)),
    ),
  );
}
