import * as z from 'zod/mini';
import { recordFields } from './schemas/record.ts';
import type { StoreDefinition } from './store.ts';

export const pageKinds = ['chat', 'orders', 'reviews', 'price', 'refunds'] as const;
export type PageKindName = (typeof pageKinds)[number];

export const breakageSchema = z.object({
  kind: z.enum(pageKinds),
  field: z.string().check(z.minLength(1), z.maxLength(80)),
});
/** `none`: on no row now; `some`: on clearly fewer than before. */
export const goneFieldSchema = z.extend(breakageSchema, { what: z.enum(['none', 'some']) });

/** Maps whose pages no longer fit, as the open pages last said; the popup shows one line for each page kind. */
export const healthSchema = z.object({
  ...recordFields,
  pages: z.array(
    z.object({
      ...recordFields,
      /** Required: nothing is marked or filled. */
      broken: z.array(breakageSchema),
      /** Read until lately and now not, on pages that otherwise work. Absent in what was kept before there were any. */
      gone: z.exactOptional(z.array(goneFieldSchema)),
    }),
  ),
});
export type HealthRecord = z.infer<typeof healthSchema>;

export const healthStore: StoreDefinition<HealthRecord> = {
  key: 'health',
  version: 1,
  schema: healthSchema,
  migrations: {},
  defaults: (now) => ({ id: 'health', createdAt: now, updatedAt: now, deletedAt: null, pages: [] }),
};
