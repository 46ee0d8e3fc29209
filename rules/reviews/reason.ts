import type { LocalText } from '../language/local-text.ts';
import { say } from '../language/local-text.ts';

/** What a review complains of, or praises. The order is that of the reply: what helps the buyer most first. */
export const reasonIds = [
  'wrong_missing',
  'quality',
  'mismatch',
  'size',
  'logistics',
  'packaging',
  'service',
  'price',
] as const;

export type ReasonId = (typeof reasonIds)[number];

export const reasonLabels: Record<ReasonId, LocalText> = {
  quality: say('质量', 'Quality'),
  logistics: say('物流', 'Delivery'),
  service: say('服务', 'Service'),
  size: say('尺码大小', 'Size'),
  price: say('价格', 'Price'),
  packaging: say('包装', 'Packaging'),
  mismatch: say('与描述不符', 'Not as described'),
  wrong_missing: say('错发漏发', 'Wrong or missing goods'),
};

/** A reason with the words that gave it away: UTF-16 ranges into the review's own text, in reading order. */
export interface FoundReason {
  id: ReasonId;
  label: LocalText;
  matched: [number, number][];
}
