import * as z from 'zod/mini';
import { cardLimits, mostCards } from '../../rules/products/card.ts';
import { recordFields } from './record.ts';

const text = z.string().check(z.minLength(1), z.maxLength(cardLimits.text));
const code = z.string().check(z.minLength(1), z.maxLength(cardLimits.code));
const fen = z.int().check(z.nonnegative());

/** What an agent writes of a product: the same for the kept card, the editor and files (rules/products/card.ts). */
export const cardFields = {
  name: z.string().check(z.minLength(1), z.maxLength(cardLimits.name)),
  codes: z.array(code).check(z.maxLength(cardLimits.codes)),
  ids: z.array(code).check(z.maxLength(cardLimits.codes)),
  material: z.exactOptional(text),
  size: z.exactOptional(text),
  bag: z.exactOptional(z.boolean()),
  stock: z.exactOptional(text),
  points: z.array(text).check(z.maxLength(cardLimits.entries)),
  matching: z.array(text).check(z.maxLength(cardLimits.entries)),
  price: z.exactOptional(fen),
  floor: z.exactOptional(fen),
  lines: z
    .array(z.object({ label: z.string().check(z.minLength(1), z.maxLength(cardLimits.label)), text }))
    .check(z.maxLength(cardLimits.entries)),
};

export const cardSchema = z.object({ ...recordFields, ...cardFields });
export type StoredCard = z.infer<typeof cardSchema>;

/** Millimetres below which a bag is of the class; from the last on it is large. */
export const sizeStepsSchema = z
  .object({
    mini: z.int().check(z.positive()),
    small: z.int().check(z.positive()),
    medium: z.int().check(z.positive()),
  })
  .check(z.refine(({ mini, small, medium }) => mini < small && small < medium, { error: 'order' }));

export const cardsSchema = z.object({
  ...recordFields,
  cards: z.array(cardSchema).check(z.maxLength(mostCards * 2)),
  sizeSteps: sizeStepsSchema,
});
export type Cards = z.infer<typeof cardsSchema>;
