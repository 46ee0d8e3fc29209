import * as z from 'zod/mini';
import type { ShopPricing } from '../../rules/price/shop-pricing.ts';
import type { ReturnRules } from '../../rules/returns/return-rules.ts';
import type { UrgingRules } from '../../rules/urging/urging-rules.ts';
import { clockTime, fen } from './shop-values.ts';

const words = (most: number) =>
  z.array(z.string().check(z.minLength(1), z.maxLength(100))).check(z.maxLength(most));
const id = z.string().check(z.minLength(1), z.maxLength(80));

export const urgingSchema: z.ZodMiniType<UrgingRules> = z.object({
  touches: z.int().check(z.minimum(0), z.maximum(20)),
  gapMinutes: z.int().check(z.minimum(0), z.maximum(10_080)),
  quiet: z.object({ from: clockTime, to: clockTime }),
  stopWords: words(200),
  steps: z
    .array(
      z.object({
        afterMinutes: z.int().check(z.minimum(0), z.maximum(43_200)),
        text: z.string().check(z.minLength(1), z.maxLength(2_000)),
      }),
    )
    .check(z.maxLength(20)),
});

export const pricingSchema: z.ZodMiniType<ShopPricing> = z.object({
  formulas: z
    .array(
      z.object({
        id,
        name: z.string().check(z.minLength(1), z.maxLength(80)),
        expression: z.string().check(z.minLength(1), z.maxLength(400)),
      }),
    )
    .check(z.maxLength(200)),
  floorFormula: z.exactOptional(id),
  compensation: z
    .array(
      z.object({
        id,
        goods: z.enum(['normal', 'flash']),
        under: z.exactOptional(fen),
        from: z.exactOptional(fen),
        least: fen,
        most: fen,
      }),
    )
    .check(z.maxLength(200)),
});

export const returnsSchema: z.ZodMiniType<ReturnRules> = z.object({
  remindAt: z.exactOptional(clockTime),
  acceptedReasons: words(100),
  bagCodes: z
    .array(
      z.object({
        match: z.string().check(z.minLength(1), z.maxLength(100)),
        code: z.string().check(z.minLength(1), z.maxLength(100)),
      }),
    )
    .check(z.maxLength(2_000)),
});
