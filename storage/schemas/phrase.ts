import * as z from 'zod/mini';
import { phraseColours, phraseKinds } from '../../rules/phrases/phrase.ts';
import { platforms } from '../../rules/platform.ts';
import { recordFields } from './record.ts';

/** The longest text a phrase holds; no marketplace takes a message near this. */
const phraseText = z.string().check(z.minLength(1), z.maxLength(20_000));

/** An image of a phrase; the bytes lie beside the library under their hash (storage/phrase-images.ts). */
export const phraseImageSchema = z.object({
  /** SHA-256 of the bytes, hexadecimal. */
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  name: z.string().check(z.maxLength(200)),
  type: z.string().check(z.regex(/^image\/[a-z0-9.+-]+$/)),
  bytes: z.int().check(z.positive()),
});
export type PhraseImage = z.infer<typeof phraseImageSchema>;

/** What an agent writes of a phrase: the same for the kept phrase, the draft in the options and files of our own. */
export const phraseFields = {
  title: z.string().check(z.minLength(1), z.maxLength(200)),
  text: phraseText,
  /** What the texts after the first are to it; absent when there is only one. */
  kind: z.exactOptional(z.enum(phraseKinds)),
  /** The texts after the first: further variants, parts or steps. */
  more: z.exactOptional(z.array(phraseText).check(z.maxLength(30))),
  /** Of variants: the order they are taken in; absent is by chance. Never one this buyer already had while others are left. */
  pick: z.exactOptional(z.enum(['turn'])),
  code: z.exactOptional(z.string().check(z.maxLength(40))),
  category: z.string().check(z.minLength(1), z.maxLength(60)),
  /** The second level, inside the category. */
  group: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(60))),
  tags: z.exactOptional(z.array(z.string().check(z.minLength(1), z.maxLength(30))).check(z.maxLength(20))),
  colour: z.exactOptional(z.enum(phraseColours)),
  /** The agent's own, not to be given away with the shop's; absent is the shop's. */
  personal: z.exactOptional(z.boolean()),
  /** Marketplaces it is shown on; absent is everywhere. */
  platforms: z.exactOptional(z.array(z.enum(platforms)).check(z.minLength(1))),
  /** Braces are text: nothing in it is filled (phrases.md §4; imported phrases begin so when they hold braces). */
  literal: z.exactOptional(z.boolean()),
  images: z.exactOptional(z.array(phraseImageSchema).check(z.maxLength(9))),
  pinned: z.exactOptional(z.boolean()),
};

/** A phrase as kept. `keys` are made when it is saved (rules/phrases/phrase.ts, PinyinKeys). */
export const phraseSchema = z.object({
  ...recordFields,
  ...phraseFields,
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
  /** Names of the second level in the agent's order, by category. */
  groups: z.record(z.string(), z.array(z.string())),
  /** How lists are ordered: as the agent laid them, or most used first. */
  order: z.enum(['hand', 'use']),
});
export type Library = z.infer<typeof librarySchema>;
