import * as z from 'zod/mini';
import { phraseFields } from '../schemas/phrase.ts';
import { defineRequest } from './contract.ts';

const done = z.object({});

/** A phrase as the agent writes it; the background adds id, times and pinyin keys. */
export const phraseDraftSchema = z.object({ id: z.exactOptional(z.string()), ...phraseFields });
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

/** Many at once, as one edit: to the trash, where they stay 30 days, or back from it. */
export const trashPhrases = defineRequest({
  name: 'library.trash',
  from: ['page'],
  input: z.object({ ids: z.array(z.string()), deleted: z.boolean() }),
  output: done,
});

/** Takes phrases out of the trash for good; without `ids` all that are in it. */
export const purgePhrases = defineRequest({
  name: 'library.purge',
  from: ['page'],
  input: z.object({ ids: z.exactOptional(z.array(z.string())) }),
  output: done,
});

/**
 * Moves a phrase before another one, or to the end of a category (`before: null`). Without `group` it keeps its own
 * inside the same category, and has none in another; `null` takes it out of its group.
 */
export const movePhrase = defineRequest({
  name: 'library.move',
  from: ['page'],
  input: z.object({
    id: z.string(),
    before: z.nullable(z.string()),
    category: z.string().check(z.minLength(1), z.maxLength(60)),
    group: z.exactOptional(z.nullable(z.string().check(z.minLength(1), z.maxLength(60)))),
  }),
  output: done,
});

/**
 * A phrase landed in an editor. Counts uses; no text travels. With `conversation`, of a phrase with several texts: which
 * of them this buyer got, so that the next one is another (rules/phrases/next-text.ts).
 */
export const phraseUsed = defineRequest({
  name: 'library.used',
  from: ['desk', 'page'],
  input: z.object({
    id: z.string(),
    /** Key of the conversation as the queue has it. */
    conversation: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(400))),
    /** Which of the phrase's texts, 0 is the first. */
    index: z.exactOptional(z.int().check(z.nonnegative())),
  }),
  output: done,
});

/** Which texts of which phrases one buyer already got, by phrase id, in the order they were given. */
export const textsGiven = defineRequest({
  name: 'library.given',
  from: ['desk', 'page'],
  input: z.object({ conversation: z.string().check(z.minLength(1), z.maxLength(400)) }),
  output: z.object({ given: z.record(z.string(), z.array(z.int())) }),
});

/** This buyer begins anew with a phrase: its first step, every variant free again. */
export const forgetGiven = defineRequest({
  name: 'library.forget-given',
  from: ['desk', 'page'],
  input: z.object({ conversation: z.string().check(z.minLength(1), z.maxLength(400)), id: z.string() }),
  output: done,
});

/** Moves a category before another one, or to the end. */
export const moveCategory = defineRequest({
  name: 'library.move-category',
  from: ['page'],
  input: z.object({ name: z.string(), before: z.nullable(z.string()) }),
  output: done,
});

/** Moves a group before another one of its category, or to the end. */
export const moveGroup = defineRequest({
  name: 'library.move-group',
  from: ['page'],
  input: z.object({ category: z.string(), name: z.string(), before: z.nullable(z.string()) }),
  output: done,
});

/** Gives a category, or a group in it, another name. A name there is already takes the phrases in: both become one. */
export const renamePlace = defineRequest({
  name: 'library.rename',
  from: ['page'],
  input: z.object({
    category: z.string(),
    group: z.exactOptional(z.string()),
    to: z.string().check(z.minLength(1), z.maxLength(60)),
  }),
  output: done,
});

/** How lists are ordered. */
export const orderLibrary = defineRequest({
  name: 'library.order',
  from: ['page'],
  input: z.object({ order: z.enum(['hand', 'use']) }),
  output: done,
});
