export { type CandidateOptions, candidateOf, isOpen, type MergeCandidate } from './merge-candidate.ts';
export type { MergeConsent } from './merge-consent.ts';
export { type MergeElsewhere, type MergeGroup, type MergeOptions, mergeGroups } from './merge-groups.ts';
export { clearText, isMasked } from './merge-key.ts';
export { mergeMemo, mergeQuestion } from './merge-words.ts';
export { sameParcel } from './same-parcel.ts';
