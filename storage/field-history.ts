import * as z from 'zod/mini';
import { pageKinds } from './health.ts';
import { recordFields } from './schemas/record.ts';
import type { StoreDefinition } from './store.ts';

const amount = z.number().check(z.nonnegative());
const fieldRecord = z.object({
  seen: amount,
  rows: amount,
  views: amount,
  silent: amount,
  pause: z.exactOptional(z.object({ rows: amount, views: amount, silent: amount, evidence: amount })),
});

/**
 * How often each field of each map was read on the last pages (rules/health), so that a field that suddenly is not
 * read can be told from one that seldom is. Counts only: no value of any page, and nothing of any buyer, is in it.
 */
export const fieldHistorySchema = z.object({
  ...recordFields,
  entries: z.array(
    z.object({
      ...recordFields,
      mapId: z.string(),
      kind: z.enum(pageKinds),
      /** Of the map's entry for this kind of page: one that was edited or updated starts anew. */
      version: z.string(),
      fields: z.record(z.string(), z.record(z.string(), fieldRecord)),
    }),
  ),
});
export type FieldHistoryRecord = z.infer<typeof fieldHistorySchema>;

export const fieldHistoryStore: StoreDefinition<FieldHistoryRecord> = {
  key: 'fields',
  version: 1,
  schema: fieldHistorySchema,
  migrations: {},
  defaults: (now) => ({ id: 'fields', createdAt: now, updatedAt: now, deletedAt: null, entries: [] }),
};
