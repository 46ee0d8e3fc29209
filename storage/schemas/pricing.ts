import * as z from 'zod/mini';
import { platforms } from '../../rules/platform.ts';
import { mostListPrices } from '../../rules/price/list-price.ts';
import { recordFields } from './record.ts';

const fen = z.int().check(z.nonnegative());
const words = z.string().check(z.maxLength(200));

/** One row of a live stream's price list (rules/price/price-list.ts). */
export const listPriceSchema = z.object({
  code: z.string().check(z.minLength(1), z.maxLength(60)),
  price: z.int().check(z.positive()),
  name: z.exactOptional(words),
});

const listSchema = z.object({
  prices: z.array(listPriceSchema).check(z.maxLength(mostListPrices)),
  /** When it was put in place, epoch ms; 0: there is none. */
  at: z.int(),
  /** Its file, as the agent knows it. */
  name: words,
});

export const priceListSchema = z.object({
  ...recordFields,
  ...listSchema.shape,
  /** What held before the last import, to go back to. */
  before: z.exactOptional(listSchema),
});
export type PriceListRecord = z.infer<typeof priceListSchema>;

/** Where an amount was put: the fields of a known price dialog, or one field the agent pointed at. */
export const changePlaces = ['dialog', 'field'] as const;

/** What was filled, as the desk tells it; money in fen. Filled is not confirmed: that is the agent's own click. */
export const changeFields = {
  place: z.enum(changePlaces),
  platform: z.enum(platforms),
  orderId: z.exactOptional(z.string().check(z.maxLength(80))),
  buyer: z.exactOptional(z.string().check(z.maxLength(120))),
  /** Goods total before and after. */
  old: z.exactOptional(fen),
  price: z.exactOptional(fen),
  delta: z.exactOptional(z.int()),
  freight: z.exactOptional(fen),
  /** What was asked for and why, in words: 「减掉 5」, 「直播价 RST182」, a formula with its arithmetic. */
  way: z.string().check(z.maxLength(500)),
  reason: z.exactOptional(words),
};

export const priceChangeSchema = z.object({
  ...changeFields,
  id: z.string().check(z.minLength(1), z.maxLength(80)),
  /** Epoch ms. */
  at: z.int(),
  /** The agent's number. */
  by: z.exactOptional(z.string().check(z.maxLength(80))),
  shop: z.exactOptional(z.string().check(z.maxLength(120))),
});
export type PriceChange = z.infer<typeof priceChangeSchema>;

/** Changes kept; the oldest go first. */
export const mostChangesKept = 5_000;

export const priceLogSchema = z.object({
  ...recordFields,
  /** Oldest first. */
  changes: z.array(priceChangeSchema).check(z.maxLength(mostChangesKept)),
});
export type PriceLog = z.infer<typeof priceLogSchema>;
