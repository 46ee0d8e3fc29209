import * as z from 'zod/mini';
import { recordFields } from './schemas/record.ts';
import type { StoreDefinition } from './store.ts';

export const pageKinds = ['chat', 'orders', 'reviews', 'price', 'refunds'] as const;

/** Maps whose pages no longer fit, as the open pages last said; the popup shows one line for each. */
export const healthSchema = z.object({
  ...recordFields,
  pages: z.array(
    z.object({
      ...recordFields,
      broken: z.array(z.object({ kind: z.enum(pageKinds), field: z.string() })),
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
