import type { LocalText } from '../language/local-text.ts';
import { say } from '../language/local-text.ts';
import { type MergeGroup, mergeGroups } from '../merge/index.ts';
import type { ShopPack } from '../packs/shop.ts';
import { type ShippingRules, type ShippingTables, shipBy } from '../shipping/index.ts';
import { withAddressCheck } from './address-check.ts';
import { type Flag, type FlagName, flagNames } from './flag.ts';
import type { FlagContext } from './flag-context.ts';
import type { Order } from './order.ts';
import { refundText } from './order-facts.ts';
import {
  memoFlag,
  minimumFlag,
  refundOnlyFlag,
  shipFlags,
  trackingFlags,
  unpaidFlag,
} from './parcel-flags.ts';
import { urgingOf } from './urging-of.ts';
import { zoneFlags } from './zone-flags.ts';

const urgency = new Map<FlagName, number>(flagNames.map((name, index) => [name, index]));
const levels: Flag['level'][] = ['info', 'warn', 'stop'];

/** The merge groups of a page, by the deadlines that its flags show too. */
export function ordersToMerge(
  orders: readonly Order[],
  shop: ShippingRules,
  now: number,
  { regionOf, stateOf, seen, shop: shopId }: FlagContext = {},
): MergeGroup[] {
  return mergeGroups(orders, now, {
    deadlineOf: (order) => shipBy(order, shop)?.at,
    regionOf,
    stateOf,
    seen,
    shop: shopId,
    rows: shop.rows,
  });
}

/**
 * Decides every flag of every order on a page, at once, because merging needs to see them all (architecture.md).
 * Only flags that make sense for an order's status: closed and done orders get none; shipped ones no zone or merge
 * flags; where the page's status words are not understood, only what does not depend on them.
 * Linear in the number of orders.
 * @param now epoch ms
 * @param context without `regionOf` nothing is said of zones
 * @returns flags per order key, most urgent first; orders without flags are absent
 */
export function flagOrders(
  orders: readonly Order[],
  shop: ShopPack & ShippingTables,
  now: number,
  context: FlagContext = {},
): Map<string, Flag[]> {
  const merging = new Map<string, Flag>();
  const groups = context.groups ?? ordersToMerge(orders, shop, now, context);
  for (const group of groups) for (const key of group.orders) merging.set(key, mergeFlag(group));

  const flagged = new Map<string, Flag[]>();
  for (const order of orders) {
    const flags = flagsOf(order, shop, now, context);
    const merge = merging.get(order.key);
    if (merge) flags.push(merge);
    if (flags.length === 0) continue;
    flags.sort((a, b) => (urgency.get(a.name) ?? 0) - (urgency.get(b.name) ?? 0));
    flagged.set(order.key, flags);
  }
  return flagged;
}

function flagsOf(order: Order, shop: ShopPack, now: number, context: FlagContext): Flag[] {
  const { status } = order;
  if (status === 'closed' || status === 'done') return [];
  const flags: Flag[] = [];
  const memo = order.memo?.trim();
  if (memo !== undefined && memo !== '') flags.push(memoFlag(memo, order.flag));
  const refund = refundText(order);
  if (refund?.includes('仅退款')) flags.push(refundOnlyFlag(order, refund));

  const shipped = status === 'shipped' || order.shippedAt !== undefined || order.trackingNo !== undefined;
  if (status === 'shipped') flags.push(...trackingFlags(order, shop, now));
  if (shipped) return flags;
  if (status === 'unpaid') flags.push(unpaidFlag(order, now, urgingOf(order, shop, now, context)));
  if (status === 'unshipped') flags.push(...shipFlags(order, shop, now));
  // A page without any status column still shows addresses; words that are not understood may mean anything.
  const untold = status === undefined && order.statusText === undefined;
  if (status === 'unpaid' || status === 'unshipped' || untold) {
    flags.push(...minimumFlag(order, shop), ...zoneFlags(order, shop, context.regionOf));
    return withAddressCheck(flags, order, context.stateOf?.(order)?.addressCheck);
  }
  return flags;
}

function mergeFlag(group: MergeGroup): Flag {
  const away = group.elsewhere.length;
  const count = group.orders.length + away;
  const reasons: LocalText[] = [
    ...group.reasonsFor.map((reason) => say(`合：${reason['zh-CN']}`, `For: ${reason.en}`)),
    ...group.reasonsAgainst.map((reason) => say(`慎：${reason['zh-CN']}`, `Against: ${reason.en}`)),
  ];
  return {
    name: 'merge',
    level: 'info',
    label:
      away === 0
        ? say(`可合并 ${count}单`, `Can merge: ${count}`)
        : say(`可合并 ${count}单·${away}单在别页`, `Can merge: ${count}, ${away} on other pages`),
    reasons,
    rule: group.rule ?? 'merge-same-buyer',
    group: group.id,
  };
}

/** How many orders carry a flag, and which. */
export interface FlagSummary {
  flag: FlagName;
  /** General words for the flag, not those of one order. */
  label: LocalText;
  /** The highest level any order has it at. */
  level: Flag['level'];
  keys: string[];
}

/** What each flag is called where it stands for no order in particular. */
export const summaryLabels: Record<FlagName, LocalText> = {
  'ship-late': say('已超时', 'Late'),
  'refund-only': say('仅退款', 'Refund only'),
  'delivered-dispute': say('签收争议', 'Delivery disputed'),
  stuck: say('物流停滞', 'Stuck'),
  'pickup-late': say('未揽收', 'No pickup'),
  'out-of-zone': say('超区', 'Out of zone'),
  surcharge: say('要加收', 'Surcharge'),
  'zone-unknown': say('范围未知', 'Zone unknown'),
  remote: say('偏远', 'Remote'),
  'ship-today': say('今天要发', 'Ship today'),
  merge: say('可合并', 'Can merge'),
  'below-minimum': say('不满起订', 'Below minimum'),
  unpaid: say('未付款', 'Unpaid'),
  memo: say('有备注', 'Memo'),
  'confirm-address': say('核对地址', 'Confirm address'),
};

/** Counts per flag, in the order of the vocabulary; flags no order has are left out. */
export function summarizeFlags(flagged: ReadonlyMap<string, readonly Flag[]>): FlagSummary[] {
  const found = new Map<FlagName, FlagSummary>();
  for (const [key, flags] of flagged) {
    for (const { name, level } of flags) {
      const summary = found.get(name);
      if (!summary) found.set(name, { flag: name, label: summaryLabels[name], level, keys: [key] });
      else {
        summary.keys.push(key);
        if (levels.indexOf(level) > levels.indexOf(summary.level)) summary.level = level;
      }
    }
  }
  return flagNames.flatMap((name) => found.get(name) ?? []);
}
