import { exampleShop } from '../rules/packs/example-shop.ts';
import { shopWithWording } from './migrations/shop-2.ts';
import { shopWithDuties } from './migrations/shop-3.ts';
import { type ShopRecord, shopRecordSchema } from './schemas/shop.ts';
import type { StoreDefinition } from './store.ts';

/** The shop's own numbers; the labelled example shop until the agent changes them. */
export const shopStore: StoreDefinition<ShopRecord> = {
  key: 'shop',
  version: 3,
  schema: shopRecordSchema,
  migrations: { 2: shopWithWording, 3: shopWithDuties },
  defaults: (now) => ({ id: 'shop', createdAt: now, updatedAt: now, deletedAt: null, pack: exampleShop }),
};
