import * as z from 'zod/mini';
import { startOfShift } from '../rules/shift/start-of-shift.ts';
import { type SeenOrder, seenOrderSchema, type VisitedOrder } from './schemas/merge-candidate.ts';

/** Where the orders lie in `storage.session`: in memory, gone with the browser. */
export const VISITED_KEY = 'visited-orders';

/** Orders remembered at most; the ones seen longest ago go first. */
export const mostVisited = 5_000;
/** Orders a page gets back at most. */
const mostGiven = 1_000;

export const visitedSchema = z.array(seenOrderSchema);

const identity = ({ platform, orderId }: Pick<VisitedOrder, 'platform' | 'orderId'>): string =>
  `${platform}\n${orderId}`;

/** What an order can be joined by. */
function joints({ platform, shop = '', buyer, to }: VisitedOrder): string[] {
  const scope = `${platform}\n${shop}`;
  return [
    ...(buyer === undefined ? [] : [`${scope}\nbuyer\n${buyer}`]),
    ...(to === undefined ? [] : [`${scope}\nto\n${to}`]),
  ];
}

/** The record after a page was seen: its open orders are new, those no longer open go, and so does the last shift's. */
export function withVisited(
  record: readonly SeenOrder[],
  page: { open: readonly VisitedOrder[]; closed: readonly Pick<VisitedOrder, 'platform' | 'orderId'>[] },
  now: number,
  shiftStart?: number,
): SeenOrder[] {
  const since = startOfShift(now, shiftStart);
  const told = new Set([...page.open, ...page.closed].map(identity));
  const kept = record.filter((one) => one.elsewhere >= since && !told.has(identity(one)));
  // Without anything to join it by, an order need not be remembered.
  const fresh = page.open.filter((one) => joints(one).length > 0);
  return [...kept, ...fresh.map((one) => ({ ...one, elsewhere: now }))].slice(-mostVisited);
}

/** Orders of other pages that may be in one group with an order of this one, directly or by way of one another. */
export function joinedWith(
  record: readonly SeenOrder[],
  page: { open: readonly VisitedOrder[]; closed: readonly Pick<VisitedOrder, 'platform' | 'orderId'>[] },
  now: number,
  shiftStart?: number,
): SeenOrder[] {
  const since = startOfShift(now, shiftStart);
  const own = new Set([...page.open, ...page.closed].map(identity));
  const byJoint = new Map<string, SeenOrder[]>();
  for (const one of record) {
    if (one.elsewhere < since || own.has(identity(one))) continue;
    for (const joint of joints(one)) {
      const members = byJoint.get(joint);
      if (members) members.push(one);
      else byJoint.set(joint, [one]);
    }
  }
  const found = new Set<SeenOrder>();
  const ways = [...new Set(page.open.flatMap(joints))];
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    const members = byJoint.get(way) ?? [];
    byJoint.delete(way);
    for (const member of members) {
      if (found.has(member)) continue;
      found.add(member);
      ways.push(...joints(member).filter((joint) => byJoint.has(joint)));
    }
  }
  return [...found].sort((a, b) => a.elsewhere - b.elsewhere).slice(-mostGiven);
}
