import * as z from 'zod/mini';
import { recordFields } from './schemas/record.ts';
import { type SiteMap, siteMapSchema } from './schemas/site-map.ts';
import type { StoreDefinition } from './store.ts';

/** Site maps the agent imported or changed; one with a built-in's id replaces it (site-map.md, Document). */
export const userMapsSchema = z.object({
  ...recordFields,
  maps: z.array(
    z.object({
      ...recordFields,
      map: siteMapSchema,
      /** What stood here before the last save or import, to go back to. */
      before: z.exactOptional(siteMapSchema),
    }),
  ),
});
export type UserMaps = z.infer<typeof userMapsSchema>;

export const userMapsStore: StoreDefinition<UserMaps> = {
  key: 'maps',
  version: 1,
  schema: userMapsSchema,
  migrations: {},
  defaults: (now) => ({ id: 'maps', createdAt: now, updatedAt: now, deletedAt: null, maps: [] }),
};

/** The user maps with this one kept; a living one of the same id becomes its `before`. */
export function withMap(record: UserMaps, map: SiteMap, at: number): UserMaps {
  const present = record.maps.find((one) => one.id === map.id);
  const living = present?.deletedAt === null ? present : undefined;
  const kept = {
    id: map.id,
    createdAt: living?.createdAt ?? at,
    updatedAt: at,
    deletedAt: null,
    map,
    ...(living && { before: living.map }),
  };
  return {
    ...record,
    updatedAt: at,
    maps: present ? record.maps.map((one) => (one.id === map.id ? kept : one)) : [...record.maps, kept],
  };
}

/** The user maps with one changed in its record (removed, restored, put back to its former version). */
export function withMapRecord(
  record: UserMaps,
  id: string,
  at: number,
  change: (one: UserMaps['maps'][number]) => UserMaps['maps'][number],
): UserMaps {
  return {
    ...record,
    updatedAt: at,
    maps: record.maps.map((one) => (one.id === id ? { ...change(one), updatedAt: at } : one)),
  };
}
