import * as z from 'zod/mini';
import { defineRequest } from './contract.ts';

/**
 * Reading addresses. The lists of divisions and towns are in the background alone: no seller's page carries them, and
 * no page is slowed down by reading. What was read is kept nowhere.
 */

/** Texts read at once; a desk asks again for the rest. */
export const mostTexts = 500;
/** The reader reads no further (rules/address/parse.ts). */
export const longestRegionText = 2_000;
/** The longest text a tool takes. */
export const longestAddress = 10_000;

const inferenceSchema = z.object({
  part: z.enum(['province', 'city', 'district', 'town']),
  how: z.enum(['short', 'former', 'mistyped', 'contains', 'town', 'corps']),
  from: z.string(),
});

const places = {
  province: z.exactOptional(z.string()),
  city: z.exactOptional(z.string()),
  district: z.exactOptional(z.string()),
  town: z.exactOptional(z.string()),
  code: z.exactOptional(z.string()),
  candidates: z.exactOptional(z.array(z.string())),
  confidence: z.number(),
};

/** The region of a text (rules/address/region.ts). */
export const regionSchema = z.object({
  ...places,
  inferred: z.array(z.enum(['province', 'city', 'district'])),
  reasons: z.array(inferenceSchema),
});

/** Everything one text says (rules/address/parsed-address.ts). */
export const parsedAddressSchema = z.object({
  ...places,
  detail: z.exactOptional(z.string()),
  name: z.exactOptional(z.string()),
  phone: z.exactOptional(z.string()),
  ext: z.exactOptional(z.string()),
  postcode: z.exactOptional(z.string()),
  inferred: z.array(inferenceSchema),
});

/** The regions of the addresses a page shows, in their order. */
export const readRegions = defineRequest({
  name: 'addresses.regions',
  from: ['desk', 'page'],
  input: z.object({
    texts: z.array(z.string().check(z.maxLength(longestRegionText))).check(z.maxLength(mostTexts)),
  }),
  output: z.object({ regions: z.array(regionSchema) }),
});

/** Messages that are looked at together, as many as a buyer breaks an address over. */
export const mostRunLines = 4;

/**
 * The addresses among what buyers wrote, by rules/address/typed-address.ts; null where a message is none. Each run is
 * the last messages of one buyer, the newest last.
 */
export const findAddresses = defineRequest({
  name: 'addresses.find',
  from: ['desk', 'page'],
  input: z.object({
    runs: z
      .array(
        z.object({
          lines: z.array(z.string().check(z.maxLength(longestRegionText))).check(z.maxLength(mostRunLines)),
          /** The message before asked where. */
          asked: z.boolean(),
        }),
      )
      .check(z.maxLength(mostTexts)),
  }),
  output: z.object({
    found: z.array(z.nullable(z.object({ region: regionSchema, lines: z.int() }))),
  }),
});

/** One text with every part of it: receiver, phone, detail too. */
export const readAddress = defineRequest({
  name: 'addresses.read',
  from: ['desk', 'page'],
  input: z.object({ text: z.string().check(z.maxLength(longestAddress)) }),
  output: z.object({ parsed: parsedAddressSchema, region: regionSchema }),
});
