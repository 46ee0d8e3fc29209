import type { LocalText } from '../language/local-text.ts';

/** The fixed flag vocabulary of site-map.md, in the order marks show it (most urgent first). */
export const flagNames = [
  'ship-late',
  'refund-only',
  'delivered-dispute',
  'stuck',
  'pickup-late',
  'out-of-zone',
  'surcharge',
  'zone-unknown',
  'remote',
  'ship-today',
  'merge',
  'below-minimum',
  'unpaid',
  'memo',
  'confirm-address',
] as const;

export type FlagName = (typeof flagNames)[number];

/** One thing the agent should see on an order, and why. */
export interface Flag {
  name: FlagName;
  level: 'info' | 'warn' | 'stop';
  /** A few words for the chip on the row, e.g. 偏远 · 新疆. */
  label: LocalText;
  /** One sentence each: what was read, which rule of the shop or platform decided, what speaks against. */
  reasons: LocalText[];
  /** Id of the rule that decided (a courier rule, a pack row), where there is one. */
  rule?: string;
  /** Epoch ms the flag counts down to (ship-today, ship-late), for a running countdown. */
  deadline?: number;
  /** Merge group this order belongs to; equal for all its members. */
  group?: string;
}
