import * as z from 'zod/mini';
import { recordFields } from './record.ts';

/** A phrase as kept. `keys` are made when it is saved (rules/phrases/phrase.ts, PinyinKeys). */
export const phraseSchema = z.object({
  ...recordFields,
  title: z.string().check(z.minLength(1), z.maxLength(200)),
  text: z.string().check(z.minLength(1), z.maxLength(20_000)),
  code: z.exactOptional(z.string().check(z.maxLength(40))),
  category: z.string().check(z.minLength(1), z.maxLength(60)),
  tags: z.exactOptional(z.array(z.string())),
  pinned: z.exactOptional(z.boolean()),
  position: z.number(),
  uses: z.int().check(z.nonnegative()),
  lastUsedAt: z.exactOptional(z.int()),
  keys: z.array(z.array(z.string())),
});
export type Phrase = z.infer<typeof phraseSchema>;

export const librarySchema = z.object({
  ...recordFields,
  phrases: z.array(phraseSchema),
  /** Category names in the agent's order. */
  categories: z.array(z.string()),
});
export type Library = z.infer<typeof librarySchema>;
