import type { Platform } from '../rules/platform.ts';
import { mostChangesKept, type PriceChange, type PriceLog, priceLogSchema } from './schemas/pricing.ts';
import type { StoreDefinition } from './store.ts';

/**
 * Every price change the product filled in (rules.md §4.5): who, when, which order, from what to what, why. Written
 * when the page's field was read back; whether the agent then confirmed it nobody here knows. Buyers' data: kept no
 * longer than `settings.retentionDays`.
 */
export const priceLogStore: StoreDefinition<PriceLog> = {
  key: 'price-log',
  version: 1,
  schema: priceLogSchema,
  migrations: {},
  packed: true,
  defaults: (now) => ({ id: 'price-log', createdAt: now, updatedAt: now, deletedAt: null, changes: [] }),
};

/** Filled again within this time into the same order's field, a change was corrected and not made twice. */
const CORRECTION_MS = 60_000;

export function withPriceChange(log: PriceLog, change: PriceChange): PriceLog {
  const last = log.changes.at(-1);
  const corrects =
    last !== undefined &&
    change.place === 'dialog' &&
    last.place === 'dialog' &&
    last.orderId !== undefined &&
    last.orderId === change.orderId &&
    last.platform === change.platform &&
    last.old === change.old &&
    change.at - last.at < CORRECTION_MS;
  const kept = corrects ? log.changes.slice(0, -1) : log.changes;
  return { ...log, updatedAt: change.at, changes: [...kept, change].slice(-mostChangesKept) };
}

/** How often an order's price was filled in a dialog. */
export const changesOf = (log: PriceLog, platform: Platform, orderId: string): number =>
  log.changes.filter((one) => one.place === 'dialog' && one.platform === platform && one.orderId === orderId)
    .length;

export const withoutChangesBefore = (log: PriceLog, before: number): PriceLog => ({
  ...log,
  changes: log.changes.filter(({ at }) => at >= before),
});
