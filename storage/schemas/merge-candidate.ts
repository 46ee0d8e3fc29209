import * as z from 'zod/mini';
import { mergeTraits } from '../../rules/merge/merge-traits.ts';
import { platforms } from '../../rules/platform.ts';

const id = z.string().check(z.minLength(1), z.maxLength(200));
/** A print (rules/merge/print.ts): never the text itself. */
const print = z.exactOptional(z.string().check(z.regex(/^[\da-z]{1,8}\.[\da-z]{1,8}\.[\da-z]{1,6}$/)));
const words = z.exactOptional(z.string().check(z.maxLength(60)));

/** An unshipped order as merging sees it (rules/merge/merge-candidate.ts), with its number. */
export const visitedOrderSchema = z.object({
  key: id,
  platform: z.enum(platforms),
  shop: z.exactOptional(z.string().check(z.maxLength(200))),
  orderId: id,
  buyer: print,
  to: print,
  receiver: print,
  phone: print,
  address: print,
  masked: z.exactOptional(z.literal(true)),
  noAddress: z.exactOptional(z.literal(true)),
  region: z.exactOptional(z.string().check(z.maxLength(12))),
  deadline: z.exactOptional(z.int()),
  memo: print,
  flag: words,
  courier: words,
  pieces: z.exactOptional(z.int()),
  traits: z.exactOptional(z.array(z.enum(mergeTraits)).check(z.maxLength(mergeTraits.length))),
});

/** Seen on a page at this time. */
export const seenOrderSchema = z.extend(visitedOrderSchema, { elsewhere: z.int() });

export type VisitedOrder = z.infer<typeof visitedOrderSchema>;
export type SeenOrder = z.infer<typeof seenOrderSchema>;
