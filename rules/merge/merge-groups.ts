import type { RegionReader } from '../address/region.ts';
import type { LocalText } from '../language/local-text.ts';
import type { Order } from '../orders/order.ts';
import { clearText, mergeKeys } from './merge-key.ts';
import { againstMerging, forMerging } from './merge-reasons.ts';

/** Orders that may go in one parcel: a suggestion, with what speaks for and against; the agent decides. */
export interface MergeGroup {
  /** Stable while the members are the same. */
  id: string;
  platform: Order['platform'];
  /** Keys of the orders, in page order. */
  orders: string[];
  reasonsFor: LocalText[];
  reasonsAgainst: LocalText[];
  /** Receiver data is masked: 需人工核对. */
  needsCheck: boolean;
  /** Epoch ms of the earliest deadline known; it governs the parcel. */
  earliestShipBy?: number;
}

export interface MergeOptions {
  /** Ship-by time of an order where the page shows none; defaults to the page's only. */
  deadlineOf?: (order: Order) => number | undefined;
  /** Where an address lies; undefined while it has not been read yet. Without it, addresses are not looked into. */
  regionOf?: RegionReader;
}

/**
 * Groups unshipped orders of the same platform and buyer (mission.md B4, rules.md §2), in linear time. Orders of one
 * buyer that go to different districts are different parcels and not grouped.
 * @param now epoch ms; deadlines that have passed are named as such in the reasons
 */
export function mergeGroups(orders: readonly Order[], now: number, options: MergeOptions = {}): MergeGroup[] {
  const open = orders.filter(isOpen);
  const parent = open.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up;
      at = up;
    }
    return at;
  };
  const firstWith = new Map<string, number>();
  open.forEach((order, index) => {
    for (const key of mergeKeys(order)) {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, index);
      else parent[rootOf(index)] = rootOf(first);
    }
  });
  const byBuyer = new Map<number, Order[]>();
  open.forEach((order, index) => {
    const root = rootOf(index);
    const members = byBuyer.get(root);
    if (members) members.push(order);
    else byBuyer.set(root, [order]);
  });

  const groups: MergeGroup[] = [];
  for (const sameBuyer of byBuyer.values()) {
    if (sameBuyer.length < 2) continue;
    for (const members of sameDestination(sameBuyer, options.regionOf)) {
      const group = groupOf(members, now, options);
      if (group) groups.push(group);
    }
  }
  return groups;
}

/** Only what waits in the warehouse can still share a parcel. */
function isOpen(order: Order): boolean {
  return order.status === 'unshipped' && order.shippedAt === undefined && order.trackingNo === undefined;
}

/**
 * Splits one buyer's orders by the region they go to; where all go to one, unreadable ones stay with them. Nothing is
 * suggested while an address that decides has not been read yet.
 */
function sameDestination(orders: Order[], regionOf: RegionReader | undefined): Order[][] {
  if (!regionOf || new Set(orders.map(({ address }) => address)).size === 1) return [orders];
  const byRegion = new Map<string, Order[]>();
  for (const order of orders) {
    if (order.address === undefined) continue;
    const region = regionOf(order.address);
    if (!region) return [];
    if (region.code === undefined || region.confidence < 0.6) continue;
    const members = byRegion.get(region.code);
    if (members) members.push(order);
    else byRegion.set(region.code, [order]);
  }
  // With several destinations nobody can say to which an unreadable one belongs.
  return byRegion.size > 1 ? [...byRegion.values()] : [orders];
}

function groupOf(members: Order[], now: number, { deadlineOf }: MergeOptions): MergeGroup | undefined {
  const [first] = members;
  if (!first || members.length < 2) return undefined;
  const deadline = deadlineOf ?? ((order: Order): number | undefined => order.shipBy);
  const deadlines = members.map(deadline).filter((at) => at !== undefined);
  const earliest = deadlines.length === 0 ? undefined : deadlines.reduce((a, b) => Math.min(a, b));
  const needsCheck = members.some(({ receiver, phone, address }) =>
    [receiver, phone, address].some((text) => text !== undefined && clearText(text) === undefined),
  );
  return {
    id: `merge:${first.platform}:${first.key}`,
    platform: first.platform,
    orders: members.map((order) => order.key),
    reasonsFor: forMerging(members),
    reasonsAgainst: againstMerging(members, { now, deadlines, needsCheck }),
    needsCheck,
    ...(earliest === undefined ? {} : { earliestShipBy: earliest }),
  };
}
