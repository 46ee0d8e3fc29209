import * as z from 'zod/mini';
import { platforms } from '../../rules/platform.ts';

const id = z.string().check(z.minLength(1), z.maxLength(200));
const at = z.int();
const print = z.string().check(z.maxLength(40));

export const handledFlagsSchema = z
  .array(z.object({ flag: z.string().check(z.maxLength(40)), level: z.enum(['warn', 'stop']) }))
  .check(z.maxLength(30));

export const orderStateSchema = z.object({
  platform: z.enum(platforms),
  orderId: id,
  handledAt: z.exactOptional(at),
  handledFor: z.exactOptional(handledFlagsSchema),
  addressCheck: z.exactOptional(
    z.object({ state: z.enum(['asked', 'confirmed', 'changed']), at, address: z.exactOptional(print) }),
  ),
  urges: z.exactOptional(
    z.array(
      z.object({
        at,
        step: z.int().check(z.nonnegative()),
        by: z.exactOptional(z.string().check(z.maxLength(20))),
      }),
    ),
  ),
  urgeStop: z.exactOptional(z.object({ at, why: z.string().check(z.maxLength(200)) })),
  mergeConsent: z.exactOptional(z.object({ state: z.enum(['asked', 'agreed', 'refused']), at })),
  at,
});

/** The order a change is about (rules/orders/order-state.ts). */
export const notedOrderSchema = z.object({
  platform: z.enum(platforms),
  orderId: id,
  address: z.exactOptional(print),
  flags: z.exactOptional(handledFlagsSchema),
});

export const orderStateChangeSchema = z.object({
  handled: z.exactOptional(z.boolean()),
  addressCheck: z.exactOptional(z.nullable(z.enum(['asked', 'confirmed', 'changed']))),
  urge: z.exactOptional(z.object({ step: z.int().check(z.nonnegative(), z.maximum(99)) })),
  urgeStop: z.exactOptional(z.nullable(z.string().check(z.maxLength(200)))),
  mergeConsent: z.exactOptional(z.nullable(z.enum(['asked', 'agreed', 'refused']))),
});
