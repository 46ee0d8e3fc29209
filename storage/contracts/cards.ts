import * as z from 'zod/mini';
import { cardSigns } from '../../rules/products/card-sign.ts';
import { defineRequest } from './contract.ts';

const shown = z.exactOptional(z.string().check(z.maxLength(2_000)));

/** What a page shows of an item (rules/products/card.ts, ItemShown). */
export const itemShownSchema = z.object({ id: shown, title: shown, sku: shown, code: shown, text: shown });

/** Items asked for at once: more than that nobody looks through. */
export const mostItems = 40;

/** A card as a dock shows it: made in the background, so that pages need none of the rules. */
export const cardViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  codes: z.array(z.string()),
  facts: z.array(
    z.object({
      label: z.string(),
      text: z.string(),
      /** The message this fact makes; absent for what no buyer is told. */
      insert: z.exactOptional(z.string()),
    }),
  ),
  /** The card as one message; absent when it would be the name alone. */
  whole: z.exactOptional(z.string()),
});
export type CardView = z.infer<typeof cardViewSchema>;

/** One finding per item, in their order. Several cards: the sign speaks for each, the agent says which is meant. */
const findingSchema = z.object({
  by: z.exactOptional(z.enum(cardSigns)),
  /** What was read that told the card. */
  sign: z.exactOptional(z.string()),
  cards: z.array(cardViewSchema),
});
export type CardAnswer = z.infer<typeof findingSchema>;

/** The cards of the items a desk shows. */
export const cardsFor = defineRequest({
  name: 'cards.for',
  from: ['desk', 'page'],
  input: z.object({ items: z.array(itemShownSchema).check(z.maxLength(mostItems)) }),
  output: z.object({ found: z.array(findingSchema) }),
});

/** Cards by name, code, pinyin and what stands on them; the best first. */
export const searchCards = defineRequest({
  name: 'cards.search',
  from: ['desk', 'page'],
  input: z.object({
    query: z.string().check(z.maxLength(200)),
    limit: z.int().check(z.positive(), z.maximum(50)),
  }),
  output: z.object({ cards: z.array(cardViewSchema) }),
});
