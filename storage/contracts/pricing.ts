import * as z from 'zod/mini';
import { platforms } from '../../rules/platform.ts';
import { mostListPrices } from '../../rules/price/list-price.ts';
import { changeFields, listPriceSchema } from '../schemas/pricing.ts';
import { itemShownSchema, mostItems } from './cards.ts';
import { defineRequest } from './contract.ts';

const done = z.object({});
const fen = z.int().check(z.nonnegative());
const list = z.object({ name: z.string(), at: z.int(), count: z.int() });

/** What the shop knows of an item's price; what it does not know is absent. Fen, of one piece. */
const itemPriceSchema = z.object({
  /** The product card's name; absent where no card or several are meant. */
  card: z.exactOptional(z.string()),
  cost: z.exactOptional(fen),
  floor: z.exactOptional(fen),
  /** Of the live stream's list; several: the agent says which. */
  list: z.array(listPriceSchema),
});
export type ItemPrice = z.infer<typeof itemPriceSchema>;
const priceFactsSchema = z.object({
  /** One per item, in their order. */
  items: z.array(itemPriceSchema),
  /** The list in place; absent: there is none. */
  list: z.exactOptional(list),
  /** How often the order's price was filled in already. */
  changesUsed: z.exactOptional(z.int()),
});
export type PriceFacts = z.infer<typeof priceFactsSchema>;

const pricedOrderSchema = z.object({
  platform: z.enum(platforms),
  orderId: z.string().check(z.maxLength(80)),
});
export type PricedOrder = z.infer<typeof pricedOrderSchema>;

/** Prices, costs and floors of the items a desk shows, and how often this order was changed. */
export const priceFacts = defineRequest({
  name: 'pricing.facts',
  from: ['desk', 'page'],
  input: z.object({
    items: z.array(itemShownSchema).check(z.maxLength(mostItems)),
    order: z.exactOptional(pricedOrderSchema),
  }),
  output: priceFactsSchema,
});

const priceSearchSchema = z.object({ prices: z.array(listPriceSchema), list: z.exactOptional(list) });
export type PriceSearch = z.infer<typeof priceSearchSchema>;

/** Rows of the list whose code or name holds what was typed, exact codes first. */
export const searchPrices = defineRequest({
  name: 'pricing.search',
  from: ['desk', 'page'],
  input: z.object({
    query: z.string().check(z.maxLength(200)),
    limit: z.int().check(z.positive(), z.maximum(50)),
  }),
  output: priceSearchSchema,
});

const changeNoteSchema = z.object(changeFields);
export type PriceChangeNote = z.infer<typeof changeNoteSchema>;

/** Writes down what was filled and read back; who and when are the background's. */
export const notePriceChange = defineRequest({
  name: 'pricing.note',
  from: ['desk'],
  input: changeNoteSchema,
  output: done,
});

/** Puts a list in place; what held before can be gone back to. */
export const importPrices = defineRequest({
  name: 'pricing.import',
  from: ['page'],
  input: z.object({
    prices: z.array(listPriceSchema).check(z.minLength(1), z.maxLength(mostListPrices)),
    name: z.string().check(z.maxLength(200)),
    way: z.enum(['replace', 'add']),
  }),
  output: z.object({ count: z.int() }),
});

/** Back to the list before the last import or clearing. */
export const undoPrices = defineRequest({
  name: 'pricing.undo',
  from: ['page'],
  input: z.object({}),
  output: z.object({ restored: z.boolean() }),
});

export const clearPrices = defineRequest({
  name: 'pricing.clear',
  from: ['page'],
  input: z.object({}),
  output: done,
});

export const erasePriceLog = defineRequest({
  name: 'pricing.erase-log',
  from: ['page'],
  input: z.object({}),
  output: done,
});
