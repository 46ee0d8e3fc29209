import * as z from 'zod/mini';
import { recordFields } from './schemas/record.ts';
import { siteMapSchema } from './schemas/site-map.ts';
import type { StoreDefinition } from './store.ts';

/** Site maps the agent imported or changed; one with a built-in's id replaces it (site-map.md, Document). */
export const userMapsSchema = z.object({
  ...recordFields,
  maps: z.array(z.object({ ...recordFields, map: siteMapSchema })),
});
export type UserMaps = z.infer<typeof userMapsSchema>;

export const userMapsStore: StoreDefinition<UserMaps> = {
  key: 'maps',
  version: 1,
  schema: userMapsSchema,
  migrations: {},
  defaults: (now) => ({ id: 'maps', createdAt: now, updatedAt: now, deletedAt: null, maps: [] }),
};
