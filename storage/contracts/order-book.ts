import * as z from 'zod/mini';
import { notedOrderSchema, orderStateChangeSchema } from '../schemas/order-state.ts';
import { defineRequest } from './contract.ts';

/** An agent noted something about one order; the time and who it was are filled in by the background. */
export const noteOrder = defineRequest({
  name: 'orders.note',
  from: ['desk', 'page'],
  input: z.extend(notedOrderSchema, { change: orderStateChangeSchema }),
  output: z.object({}),
});

/** The same about several orders at once: all that are shown, or a group that ships together. */
export const noteOrders = defineRequest({
  name: 'orders.note-all',
  from: ['desk', 'page'],
  input: z.object({
    orders: z.array(notedOrderSchema).check(z.maxLength(5_000)),
    change: orderStateChangeSchema,
  }),
  output: z.object({}),
});
