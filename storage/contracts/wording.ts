import * as z from 'zod/mini';
import { exceptionFields, type levelChoiceSchema, shopWordFields, wordingSchema } from '../schemas/shop.ts';
import { defineRequest } from './contract.ts';

const done = z.object({});
const kept = z.object({ id: z.string() });

/** Adds a word to the shop's list, or puts a changed one in the place of the one with its id. */
export const saveShopWord = defineRequest({
  name: 'wording.save-word',
  from: ['page'],
  input: z.object({
    id: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(80))),
    ...shopWordFields,
  }),
  output: kept,
});

export const removeShopWord = defineRequest({
  name: 'wording.remove-word',
  from: ['page'],
  input: z.object({ id: z.string() }),
  output: done,
});

/** Releases a word for this shop (rules.md §7); one that is released already gets no second entry. */
export const releaseWord = defineRequest({
  name: 'wording.release',
  from: ['desk', 'page'],
  input: z.object(exceptionFields),
  output: kept,
});

/** The word is marked again. */
export const withdrawRelease = defineRequest({
  name: 'wording.withdraw',
  from: ['desk', 'page'],
  input: z.object({ id: z.string() }),
  output: done,
});

/** The shop's levels for whole categories, all of them. */
export const saveWordingLevels = defineRequest({
  name: 'wording.levels',
  from: ['page'],
  input: z.object({ levels: wordingSchema.shape.levels }),
  output: done,
});

export type LevelChoice = z.infer<typeof levelChoiceSchema>;
