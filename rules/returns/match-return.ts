import type { OrderLine } from '../orders/order.ts';
import type { Platform } from '../platform.ts';
import { endsWith, numberKeys, readNumbers, sameNumber, tailOf } from './read-number.ts';

/** What a page shows of an order or a return, as far as the return desk looks at it. Money in fen. */
export interface ReturnRow {
  /** Of the row on the page. */
  key: string;
  platform: Platform;
  orderId?: string;
  buyer?: string;
  amount?: number;
  courier?: string;
  /** Of the parcel that went out. */
  trackingNo?: string;
  /** Of the parcel that comes back. */
  returnNo?: string;
  /** The buyer's reason in the page's words. */
  reason?: string;
  statusText?: string;
  lines: readonly OrderLine[];
}

/** By which of its numbers a row was found. */
export type FoundBy = 'return' | 'tracking' | 'order';

export interface ReturnMatch {
  row: ReturnRow;
  by: FoundBy;
  /** The number as the row shows it. */
  number: string;
  /** Only its end was typed: it may be another parcel. */
  tail?: true;
}

const rank: Record<FoundBy, number> = { return: 0, tracking: 1, order: 2 };

/** The numbers of a row with what they are; a page may write the courier before the number. */
function numbersOf(row: ReturnRow): [FoundBy, string][] {
  const of = (by: FoundBy, text: string | undefined): [FoundBy, string][] => {
    if (text === undefined) return [];
    const read = readNumbers(text);
    return (read.length > 0 ? read : [text]).map((number) => [by, number]);
  };
  return [...of('return', row.returnNo), ...of('tracking', row.trackingNo), ...of('order', row.orderId)];
}

/** Finds rows by number; made once per list of rows, so that one scan costs the same on a page of 20 and of 2,000. */
export function returnIndex(rows: readonly ReturnRow[]): {
  /** Every row the text names, those found by the returned parcel's number first. */
  find(text: string): ReturnMatch[];
} {
  const byKey = new Map<string, ReturnMatch[]>();
  const all: ReturnMatch[] = [];
  for (const row of rows) {
    for (const [by, number] of numbersOf(row)) {
      const match: ReturnMatch = { row, by, number };
      all.push(match);
      for (const key of numberKeys(number)) {
        const held = byKey.get(key);
        if (held) held.push(match);
        else byKey.set(key, [match]);
      }
    }
  }
  return {
    find(text) {
      const tail = tailOf(text);
      const found: ReturnMatch[] =
        tail === undefined
          ? readNumbers(text).flatMap((number) =>
              numberKeys(number).flatMap((key) =>
                (byKey.get(key) ?? []).filter((match) => sameNumber(match.number, number)),
              ),
            )
          : all.filter(({ number }) => endsWith(number, tail)).map((match) => ({ ...match, tail: true }));
      const once = new Map<ReturnRow, ReturnMatch>();
      for (const match of found) {
        const held = once.get(match.row);
        if (!held || rank[match.by] < rank[held.by]) once.set(match.row, match);
      }
      return [...once.values()].sort((one, other) => rank[one.by] - rank[other.by]);
    },
  };
}
