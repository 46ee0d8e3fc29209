import type { ListPrice } from '../rules/price/list-price.ts';
import { changeList } from '../rules/price/price-list.ts';
import { type PriceListRecord, priceListSchema } from './schemas/pricing.ts';
import type { StoreDefinition } from './store.ts';

/**
 * The live stream's price list. No page reads this store: desks ask the background for the prices of the items they
 * show (contracts/pricing.ts).
 */
export const priceListStore: StoreDefinition<PriceListRecord> = {
  key: 'price-list',
  version: 1,
  schema: priceListSchema,
  migrations: {},
  packed: true,
  defaults: (now) => ({
    id: 'price-list',
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    prices: [],
    at: 0,
    name: '',
  }),
};

/** With a list in place; what held before can be gone back to once. */
export function withList(
  record: PriceListRecord,
  incoming: { prices: readonly ListPrice[]; name: string; way: 'replace' | 'add' },
  at: number,
): PriceListRecord {
  const { before: _, ...present } = record;
  const { result } = changeList(record.prices, incoming.prices, incoming.way);
  return {
    ...present,
    prices: result,
    at,
    name: incoming.name,
    updatedAt: at,
    before: { prices: record.prices, at: record.at, name: record.name },
  };
}

/** Back to what held before the last import or clearing; undefined where nothing is known of it. */
export function withListBefore(record: PriceListRecord, at: number): PriceListRecord | undefined {
  const { before, ...present } = record;
  return before && { ...present, ...before, updatedAt: at };
}

export const withoutList = (record: PriceListRecord, at: number): PriceListRecord => ({
  ...record,
  prices: [],
  at: 0,
  name: '',
  updatedAt: at,
  before: { prices: record.prices, at: record.at, name: record.name },
});
