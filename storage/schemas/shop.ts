import * as z from 'zod/mini';
import type { ShopPack } from '../../rules/packs/shop.ts';
import { platforms } from '../../rules/platform.ts';
import { wordingCategories, wordingChannels, wordingLevels } from '../../rules/wording/hit.ts';
import { reaches } from '../../rules/zones/table.ts';
import { recordFields } from './record.ts';
import { pricingSchema, returnsSchema, urgingSchema } from './shop-duties.ts';
import { clockTime, fen } from './shop-values.ts';

export const courierRuleSchema = z.object({
  id: z.string().check(z.minLength(1)),
  courier: z.string().check(z.minLength(1), z.maxLength(40)),
  regions: z.array(z.string().check(z.minLength(1))),
  keywords: z.exactOptional(
    z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.maxLength(200)),
  ),
  corps: z.exactOptional(z.boolean()),
  reach: z.enum(reaches),
  surcharge: z.exactOptional(
    z.object({
      first: fen,
      firstUnit: z.exactOptional(z.int()),
      next: z.exactOptional(fen),
      nextUnit: z.exactOptional(z.int()),
    }),
  ),
  when: z.exactOptional(
    z.object({
      minPieces: z.exactOptional(z.int()),
      maxPieces: z.exactOptional(z.int()),
      minTotal: z.exactOptional(fen),
      maxTotal: z.exactOptional(fen),
      flashSale: z.exactOptional(z.boolean()),
      minGrams: z.exactOptional(z.int()),
      maxGrams: z.exactOptional(z.int()),
    }),
  ),
  days: z.exactOptional(
    z.object({
      least: z.exactOptional(z.int().check(z.minimum(0), z.maximum(365))),
      most: z.exactOptional(z.int().check(z.minimum(0), z.maximum(365))),
    }),
  ),
  priority: z.number(),
  note: z.exactOptional(z.string().check(z.maxLength(400))),
});

export const mostCourierRules = 5_000;

export const courierTableSchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  example: z.boolean(),
  rules: z.array(courierRuleSchema).check(z.maxLength(mostCourierRules)),
  codes: z.exactOptional(
    z.record(z.string(), z.string().check(z.regex(/^\d{2}(?:\d{2}){0,2}(?:\/.{1,24})?$/))),
  ),
});

const seconds = z.int().check(z.minimum(1), z.maximum(86_400));

/** What one word may hold: of the shop's list, or released. */
export const shopWordText = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));
const scope = {
  platforms: z.exactOptional(z.array(z.enum(platforms)).check(z.maxLength(platforms.length))),
  channels: z.exactOptional(z.array(z.enum(wordingChannels)).check(z.maxLength(wordingChannels.length))),
};
export const shopWordFields = {
  word: shopWordText,
  suggestion: z.exactOptional(z.string().check(z.maxLength(200))),
  level: z.exactOptional(z.enum(wordingLevels)),
  ...scope,
};
export const exceptionFields = { word: shopWordText, ...scope };
export const levelChoiceSchema = z.object({
  category: z.enum(wordingCategories),
  level: z.enum([...wordingLevels, 'off']),
  ...scope,
});
const id = z.string().check(z.minLength(1), z.maxLength(80));

/** Thousands of words cost the check nothing (rules/wording/matcher.ts); more is a mistake. */
export const wordingSchema = z.object({
  words: z.array(z.object({ id, ...shopWordFields })).check(z.maxLength(20_000)),
  exceptions: z.array(z.object({ id, at: z.int(), ...exceptionFields })).check(z.maxLength(5_000)),
  levels: z.array(levelChoiceSchema).check(z.maxLength(1_000)),
});

/** The pack without the wording, which files of before it was part of the pack lack. */
export const shopNumbersShape = {
  couriers: courierTableSchema,
  remoteProvinces: z.array(z.string()),
  minimumOrder: fen,
  dispatch: z.array(
    z.object({
      before: z.exactOptional(clockTime),
      says: z.string().check(z.minLength(1)),
      plusDays: z.int().check(z.minimum(0), z.maximum(30)),
      leavesBy: clockTime,
    }),
  ),
  flashSale: z.object({ words: z.array(z.string()), askManagerFrom: fen }),
  promiseHours: z.int().check(z.minimum(1), z.maximum(9_000)),
  shipWarnHours: z.array(z.number()),
  price: z.object({ floorPercent: z.exactOptional(z.number()), floor: z.exactOptional(fen) }),
  goals: z.object({ meanReply: seconds, monthMeanReply: seconds, firstReply: seconds, breach: seconds }),
};

/** What came to the pack with version 3; files of before lack it. */
export const shopDutiesShape = { urging: urgingSchema, pricing: pricingSchema, returns: returnsSchema };

export const shopPackSchema: z.ZodMiniType<ShopPack> = z.object({
  ...shopNumbersShape,
  wording: wordingSchema,
  ...shopDutiesShape,
});

const numbers = shopNumbersShape;
const { words, askManagerFrom } = numbers.flashSale.shape;

/** A change of some of the shop's numbers: what is not named stays as it is, whatever the page that sends it last saw. */
export const shopPatchSchema = z.object({
  couriers: z.exactOptional(numbers.couriers),
  remoteProvinces: z.exactOptional(numbers.remoteProvinces),
  minimumOrder: z.exactOptional(numbers.minimumOrder),
  dispatch: z.exactOptional(numbers.dispatch),
  flashSale: z.exactOptional(
    z.object({ words: z.exactOptional(words), askManagerFrom: z.exactOptional(askManagerFrom) }),
  ),
  promiseHours: z.exactOptional(numbers.promiseHours),
  shipWarnHours: z.exactOptional(numbers.shipWarnHours),
  price: z.exactOptional(numbers.price),
  goals: z.exactOptional(numbers.goals),
  urging: z.exactOptional(urgingSchema),
  pricing: z.exactOptional(pricingSchema),
  returns: z.exactOptional(returnsSchema),
});
export type ShopPatch = z.infer<typeof shopPatchSchema>;

/** The shop's own numbers as kept. */
export const shopRecordSchema = z.object({ ...recordFields, pack: shopPackSchema });
export type ShopRecord = z.infer<typeof shopRecordSchema>;
