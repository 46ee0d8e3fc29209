export { type MergeGroup, type MergeOptions, mergeGroups } from './merge-groups.ts';
export { clearText, isMasked, mergeKeys } from './merge-key.ts';
