import { mergeRows } from './platform-merge-rows.ts';
import { penaltyRows } from './platform-penalty-rows.ts';
import { responseRows } from './platform-response-rows.ts';
import type { PlatformRow } from './platform-row.ts';
import { shippingRows } from './platform-shipping-rows.ts';

/** The default rule pack's rows on response time, shipping, merging and penalties (rules.md §9, version 1). */
export const platformRows: readonly PlatformRow[] = [
  ...responseRows,
  ...shippingRows,
  ...mergeRows,
  ...penaltyRows,
];

export * from './platform-limits.ts';
export type * from './platform-row.ts';
