import { type QueueSnapshot, queueSchema } from './schemas/queue.ts';
import type { StoreDefinition } from './store.ts';

export const queueStore: StoreDefinition<QueueSnapshot> = {
  key: 'queue',
  version: 1,
  schema: queueSchema,
  migrations: {},
  defaults: (now) => ({
    id: 'queue',
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    waiting: [],
    lastWords: [],
    closable: [],
    counts: { lastWords: 0, closable: 0 },
    told: {},
  }),
};
