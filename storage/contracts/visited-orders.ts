import * as z from 'zod/mini';
import { platforms } from '../../rules/platform.ts';
import { seenOrderSchema, visitedOrderSchema } from '../schemas/merge-candidate.ts';
import { defineRequest } from './contract.ts';

/** Rows of one page. */
export const mostOnPage = 2_000;

/**
 * A desk shows what orders its page holds, for merging over the pages of this shift (rules.md §2). It gets those of
 * other pages that may share a parcel with one of them. People and places travel as prints; nothing is written to disk.
 */
export const visitOrders = defineRequest({
  name: 'orders.visited',
  from: ['desk'],
  input: z.object({
    /** Unshipped, with their numbers. */
    open: z.array(visitedOrderSchema).check(z.maxLength(mostOnPage)),
    /** Orders the page shows as shipped, closed or anything else: no longer to be merged. */
    closed: z
      .array(
        z.object({
          platform: z.enum(platforms),
          orderId: z.string().check(z.minLength(1), z.maxLength(200)),
        }),
      )
      .check(z.maxLength(mostOnPage)),
  }),
  output: z.object({ seen: z.array(seenOrderSchema) }),
});
