import type { ReviewReading } from './read-review.ts';
import type { ReasonId } from './reason.ts';
import type { ReplyTemplates } from './templates.ts';
import { replyTemplates } from './templates.ts';

/** A public reply stays short; the platform's own limit is far higher (rules.md §6 [O]). Characters. */
export const replyLength = 120;

/**
 * Money or gifts for a good or changed review: illegal since 2024-09-01 (网络反不正当竞争暂行规定 art. 9(5)). A
 * shop's own template that holds such words is never drafted.
 */
const paidReview =
  /返现|返红包|红包|(?:好评|晒图|追评|改评|删评).{0,6}(?:返|送|奖|券|现金)|现金(?:奖励|补偿)|微信转|支付宝/;

export interface DraftChoice {
  /** Any integer; the same one picks the same text for the same review. */
  pick: number;
  /** The text drafted or shown last: it is never drafted again at once. */
  avoid?: string;
  /** The shop's own texts; where they have none that fits, the shipped ones are used. */
  templates?: ReplyTemplates;
}

/**
 * A reply to a review from the templates of its first reason (its first praise, when it is good). The same text never
 * comes twice in a row; nothing is sent, the agent reads and edits it.
 */
export function draftReply(
  reading: Pick<ReviewReading, 'polarity' | 'reasons' | 'praised'>,
  choice: DraftChoice,
): string {
  const topic: ReasonId | 'general' =
    (reading.polarity === 'good' ? reading.praised[0]?.id : reading.reasons[0]?.id) ?? 'general';
  const own = choice.templates ?? replyTemplates;
  // From the fitting texts to the ones that fit every review, so that one spare text is always found.
  const stages = [
    own[topic][reading.polarity],
    own.general[reading.polarity],
    replyTemplates[topic][reading.polarity],
    replyTemplates.general[reading.polarity],
  ];
  for (const stage of stages) {
    const texts = (stage ?? []).filter((text) => text !== choice.avoid && isAllowed(text));
    const text = texts[modulo(choice.pick, texts.length)];
    if (text !== undefined) return text;
  }
  throw new RangeError(`no reply template for ${topic}, ${reading.polarity}`);
}

function isAllowed(text: string): boolean {
  return text.trim() !== '' && [...text].length <= replyLength && !paidReview.test(text);
}

function modulo(value: number, length: number): number {
  return length === 0 ? 0 : ((Math.trunc(value) % length) + length) % length;
}
