import * as z from 'zod/mini';
import type { Library, Phrase } from './schemas/phrase.ts';
import { recordFields } from './schemas/record.ts';
import type { StoreDefinition } from './store.ts';

const phraseUsesSchema = z.object({
  ...recordFields,
  /** By phrase id: how often it landed in an editor, and when last (epoch ms). */
  used: z.record(z.string(), z.object({ times: z.int().check(z.positive()), last: z.int() })),
});
export type PhraseUses = z.infer<typeof phraseUsesSchema>;

/**
 * How often phrases are used, beside the library instead of in it: a library of thousands is not written anew, and not
 * sent to every open page, each time one of them lands in an editor.
 */
export const phraseUsesStore: StoreDefinition<PhraseUses> = {
  key: 'phrase-uses',
  version: 1,
  schema: phraseUsesSchema,
  migrations: {},
  defaults: (now) => ({ id: 'phrase-uses', createdAt: now, updatedAt: now, deletedAt: null, used: {} }),
};

/** One more use. Counts of phrases that are gone for good are dropped with `living`. */
export const oneMoreUse = (uses: PhraseUses, id: string, at: number): PhraseUses => ({
  ...uses,
  updatedAt: at,
  used: { ...uses.used, [id]: { times: (uses.used[id]?.times ?? 0) + 1, last: at } },
});

/** Without the counts of phrases the library no longer knows. */
export const usesOfLibrary = (uses: PhraseUses, library: Library): PhraseUses => {
  const known = new Set(library.phrases.map((phrase) => phrase.id));
  return { ...uses, used: Object.fromEntries(Object.entries(uses.used).filter(([id]) => known.has(id))) };
};

/** The library with its counts. A phrase whose count did not change stays the same object. */
export function withUses(library: Library, uses: PhraseUses): Library {
  const counted = (phrase: Phrase): Phrase => {
    const used = uses.used[phrase.id];
    return used
      ? {
          ...phrase,
          uses: phrase.uses + used.times,
          lastUsedAt: Math.max(phrase.lastUsedAt ?? used.last, used.last),
        }
      : phrase;
  };
  return { ...library, phrases: library.phrases.map(counted) };
}
