import type { LocalText } from '../../../rules/language/local-text.ts';
import type { MergeConsent } from '../../../rules/merge/merge-consent.ts';
import type { FlagName } from '../../../rules/orders/flag.ts';
import type { Platform } from '../../../rules/platform.ts';
import type { OrderRowView } from './order-row.ts';

/** One flag with how many rows carry it and which orders they are. */
export interface FlagCount {
  flag: FlagName;
  label: LocalText;
  level: 'info' | 'warn' | 'stop';
  orders: { key: string; orderId?: string }[];
}

/** An order of a merge suggestion; with `elsewhere` it stood on another page, at that time (epoch ms). */
export interface MergeOrder {
  key: string;
  orderId?: string;
  elsewhere?: number;
}

/** A merge suggestion with the reasons an agent weighs. */
export interface MergeGroupView {
  group: string;
  platform: Platform;
  /** Those of this page first. */
  orders: MergeOrder[];
  reasonsFor: LocalText[];
  reasonsAgainst: LocalText[];
  /** What the buyer said to it, as noted. */
  consent: MergeConsent;
  /** What to write into the memo, in the shop's format. */
  memo: string;
  /** What the buyer is asked. */
  question: string;
}

/** A file of the orders a list shows. */
export interface OrdersFile {
  format: 'xlsx' | 'csv';
  /** Names, phones and addresses as the page shows them; otherwise masked. */
  clear: boolean;
}

export interface OrdersView {
  rows: number;
  /** How many orders there are, where `list` had to be cut on its way out of a frame. */
  named?: number;
  /** Of what is not handled yet. */
  counts: FlagCount[];
  merges: MergeGroupView[];
  /** What still leaves with today's batches (A10): when (epoch ms), and the order numbers. */
  today?: { at: number; orders: string[] }[];
  /** Every row whose order number was read, in page order. */
  list: OrderRowView[];
  /** When the shift that runs began, if one does; epoch ms. */
  shiftStart?: number;
  /** Name of the courier table the verdicts rest on, and whether it is only the example shop's. */
  table: { name: string; example: boolean };
}
