import { afterSalePhrases } from './starter/after-sale.ts';
import { receptionPhrases } from './starter/reception.ts';
import { reviewPhrases } from './starter/review.ts';
import { salePhrases } from './starter/sale.ts';
import { shippingPhrases } from './starter/shipping.ts';
import type { StarterPhrase } from './starter/starter-phrase.ts';

export type { StarterPhrase } from './starter/starter-phrase.ts';

/**
 * The library a new agent finds (mission.md A4–A16, B1–B16, C1–C3), in the order of a conversation. Written for this
 * product; every phrase keeps to the shop's own wording rules (A14) and to our wording check.
 */
export const starterPhrases: StarterPhrase[] = [
  ...receptionPhrases,
  ...salePhrases,
  ...shippingPhrases,
  ...afterSalePhrases,
  ...reviewPhrases,
];
