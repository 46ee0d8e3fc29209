import * as z from 'zod/mini';
import { cardSigns } from '../../rules/products/find.ts';
import { cardFields, cardSchema, sizeStepsSchema } from '../schemas/product-card.ts';
import { defineRequest } from './contract.ts';

const done = z.object({});
const shown = z.exactOptional(z.string().check(z.maxLength(2_000)));

/** What a page shows of an item (rules/products/card.ts, ItemShown). */
export const itemShownSchema = z.object({ id: shown, title: shown, sku: shown, code: shown, text: shown });

/** Items asked for at once: more tabs than that nobody looks through. */
export const mostItems = 40;

const findingSchema = z.discriminatedUnion('found', [
  z.object({ found: z.literal('one'), by: z.enum(cardSigns), sign: z.string(), cards: z.array(cardSchema) }),
  /** The sign speaks for several: the agent says which is meant. */
  z.object({ found: z.literal('several'), by: z.enum(cardSigns), sign: z.string(), cards: z.array(cardSchema) }),
  z.object({ found: z.literal('none') }),
]);
export type CardAnswer = z.infer<typeof findingSchema>;

/** The cards of the items a desk shows, in their order. `kept`: how many cards there are at all. */
export const cardsFor = defineRequest({
  name: 'cards.for',
  from: ['desk', 'page'],
  input: z.object({ items: z.array(itemShownSchema).check(z.maxLength(mostItems)) }),
  output: z.object({ kept: z.int(), sizeSteps: sizeStepsSchema, found: z.array(findingSchema) }),
});

/** Cards by name, code, pinyin and what stands on them; the best first. */
export const searchCards = defineRequest({
  name: 'cards.search',
  from: ['desk', 'page'],
  input: z.object({
    query: z.string().check(z.maxLength(200)),
    limit: z.int().check(z.positive(), z.maximum(50)),
  }),
  output: z.object({ sizeSteps: sizeStepsSchema, cards: z.array(cardSchema) }),
});

export const cardDraftSchema = z.object({ id: z.exactOptional(z.string()), ...cardFields });
export type CardDraft = z.infer<typeof cardDraftSchema>;

/** Adds a card, or changes the one with the given id. */
export const saveCard = defineRequest({
  name: 'cards.save',
  from: ['page'],
  input: cardDraftSchema,
  output: z.object({ id: z.string() }),
});

/** Marks a card deleted or brings it back. */
export const deleteCard = defineRequest({
  name: 'cards.delete',
  from: ['page'],
  input: z.object({ id: z.string(), deleted: z.boolean() }),
  output: done,
});

/** The shop's own limits of the size classes. */
export const saveSizeSteps = defineRequest({
  name: 'cards.size-steps',
  from: ['page'],
  input: sizeStepsSchema,
  output: done,
});
