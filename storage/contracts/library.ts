import * as z from 'zod/mini';
import { defineRequest } from './contract.ts';

const done = z.object({});

/** A phrase as the agent writes it; the background adds id, times and pinyin keys. */
export const phraseDraftSchema = z.object({
  id: z.exactOptional(z.string()),
  title: z.string().check(z.minLength(1), z.maxLength(200)),
  text: z.string().check(z.minLength(1), z.maxLength(20_000)),
  code: z.exactOptional(z.string().check(z.maxLength(40))),
  category: z.string().check(z.minLength(1), z.maxLength(60)),
  tags: z.exactOptional(z.array(z.string())),
  pinned: z.exactOptional(z.boolean()),
});
export type PhraseDraft = z.infer<typeof phraseDraftSchema>;

/** Adds a phrase, or changes the one with the given id. */
export const savePhrase = defineRequest({
  name: 'library.save',
  from: ['page'],
  input: phraseDraftSchema,
  output: z.object({ id: z.string() }),
});

/** Marks a phrase deleted (`deleted: true`) or brings it back. */
export const deletePhrase = defineRequest({
  name: 'library.delete',
  from: ['page'],
  input: z.object({ id: z.string(), deleted: z.boolean() }),
  output: done,
});

/** Moves a phrase before another one, or to the end of a category (`before: null`). */
export const movePhrase = defineRequest({
  name: 'library.move',
  from: ['page'],
  input: z.object({ id: z.string(), before: z.nullable(z.string()), category: z.string() }),
  output: done,
});

/** A phrase landed in an editor. Counts uses; no text travels. */
export const phraseUsed = defineRequest({
  name: 'library.used',
  from: ['desk'],
  input: z.object({ id: z.string() }),
  output: done,
});

/** Moves a category before another one, or to the end. */
export const moveCategory = defineRequest({
  name: 'library.move-category',
  from: ['page'],
  input: z.object({ name: z.string(), before: z.nullable(z.string()) }),
  output: done,
});
