import type { PageKind } from '../site-map/facts.ts';
import { chatPageGuide, conversationGuide, messagesGuide, priceGuide } from './chat-guides.ts';
import type { FieldSpec } from './field-spec.ts';
import { linesGuide, ordersGuide, refundsGuide, reviewsGuide } from './list-guides.ts';

/** Every field of a kind of page, in the order it is asked for. */
export const guides: Record<PageKind, readonly FieldSpec[]> = {
  orders: [...ordersGuide, ...linesGuide],
  reviews: reviewsGuide,
  refunds: refundsGuide,
  price: priceGuide,
  chat: [...conversationGuide, ...messagesGuide, ...chatPageGuide],
};

export const specOf = (kind: PageKind, field: string): FieldSpec | undefined =>
  guides[kind].find((spec) => spec.name === field);
