import * as z from 'zod/mini';
import { mostEntries, mostPhrases } from '../rules/phrases/suggest-memory.ts';
import { recordFields } from './schemas/record.ts';
import type { StoreDefinition } from './store.ts';

const suggestRecordSchema = z.object({
  ...recordFields,
  entries: z
    .array(
      z.object({
        /** Numbers that stand for thousands of pairs of characters each: no message can be read back from them. */
        sketch: z.array(z.int().check(z.nonnegative(), z.maximum(4095))).check(z.maxLength(40)),
        counts: z
          .array(z.object({ id: z.string(), count: z.int().check(z.positive()) }))
          .check(z.maxLength(mostPhrases)),
        /** Epoch ms of the last insert after such a message. */
        at: z.int(),
      }),
    )
    .check(z.maxLength(mostEntries)),
});
export type SuggestRecord = z.infer<typeof suggestRecordSchema>;

/**
 * What this agent inserted after which kind of message (rules/phrases/suggest-memory.ts). Kept as long as buyers' data
 * and erased with it, though it holds no word of theirs.
 */
export const suggestStore: StoreDefinition<SuggestRecord> = {
  key: 'suggest',
  version: 1,
  schema: suggestRecordSchema,
  migrations: {},
  defaults: (now) => ({ id: 'suggest', createdAt: now, updatedAt: now, deletedAt: null, entries: [] }),
};
