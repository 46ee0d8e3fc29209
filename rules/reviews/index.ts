export { type DraftChoice, draftReply, replyLength } from './draft-reply.ts';
export type { Polarity } from './polarity.ts';
export { type ReviewReading, type ReviewToRead, readReview } from './read-review.ts';
export { type FoundReason, type ReasonId, reasonIds, reasonLabels } from './reason.ts';
export { type ReplyTemplates, replyTemplates } from './templates.ts';
export {
  type ReplyWindow,
  type ReviewTimes,
  type ReviewWindowRow,
  replyWindow,
  reviewWindows,
} from './windows.ts';
