import * as z from 'zod/mini';
import { cardFields, sizeStepsSchema } from '../schemas/product-card.ts';
import { defineRequest } from './contract.ts';

const done = z.object({});

export const cardDraftSchema = z.object({ id: z.exactOptional(z.string()), ...cardFields });
export type CardDraft = z.infer<typeof cardDraftSchema>;

/** Adds a card, or changes the one with the given id. */
export const saveCard = defineRequest({
  name: 'cards.save',
  from: ['page'],
  input: cardDraftSchema,
  output: z.object({ id: z.string() }),
});

/** Marks cards deleted or brings them back. */
export const deleteCards = defineRequest({
  name: 'cards.delete',
  from: ['page'],
  input: z.object({ ids: z.array(z.string()).check(z.minLength(1)), deleted: z.boolean() }),
  output: done,
});

/** The shop's own limits of the size classes. */
export const saveSizeSteps = defineRequest({
  name: 'cards.size-steps',
  from: ['page'],
  input: sizeStepsSchema,
  output: done,
});
