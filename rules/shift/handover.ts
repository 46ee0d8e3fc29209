import type { MissLine } from '../figures/miss-line.ts';
import type { LocalText } from '../language/local-text.ts';
import type { Figure } from '../metrics/figure.ts';
import type { Platform } from '../platform.ts';
import type { RegisterEntry } from '../registers/entry.ts';
import type { WaitingBuyer } from '../turns/queue.ts';
import type { Shift } from './shift.ts';

/** The sheet is written this long before the shift ends, and said aloud (rules.md §9 HND). */
export const HANDOVER_LEAD_MIN = 15;
/** Deadlines that close are told (rules.md §8: orders with their times inside 24 h). */
export const HANDOVER_HOURS = 24;

/** A buyer who waits, and what the wait costs, metric by metric (metrics.md §6). */
export type OpenTurn = WaitingBuyer & { costs: readonly LocalText[] };

/** A buyer whose last word is open. */
export interface OpenWord {
  platform: Platform;
  shop: string;
  buyer: string;
  nick?: string;
  /** Epoch ms. */
  since: number;
}

/** An order the next agent has to look at. */
export interface OpenOrder {
  platform: Platform;
  orderId: string;
  /** `deadline`: it must be shipped by `at` · `address`: an answer to the address check is awaited, or it must be changed. */
  why: 'deadline' | 'address-asked' | 'address-change';
  at: number;
}

/** A buyer who said they do not want it: not to be urged again. */
export interface SaidNo {
  platform: Platform;
  buyer: string;
  word: string;
  at: number;
}

/** Figures and misses of one platform. */
export interface HandoverFigures {
  platform: Platform;
  figures: readonly Figure[];
  misses: readonly MissLine[];
}

/**
 * Everything the sheet for the next agent is built from (mission.md D1; rules.md §8), as of one moment. What nobody
 * knows is absent: stock and activity notes are the agent's own words.
 */
export interface HandoverFacts {
  /** Epoch ms. */
  at: number;
  /** The shop's name. */
  shop?: string;
  /** Work number of whoever hands over. */
  agent?: string;
  /** The running shift, else the one that ended last. */
  shift?: Shift;
  /** Of the shift, platforms never added up. */
  figures: readonly HandoverFigures[];
  /** In the order of the queue. */
  waiting: readonly OpenTurn[];
  /** Those who do not wait as the clock sees it. */
  lastWords: readonly OpenWord[];
  /** Of the registers, what is not solved: the promised ones first, by their time. */
  openEntries: readonly RegisterEntry[];
  ordersOpen: readonly OpenOrder[];
  /** Said in this shift. */
  refusals: readonly SaidNo[];
  ordersHandled: number;
}

/** Two digits of an agent's number, as memos carry them (rules.md §8: each agent has a 2-digit code). */
export function memoCode(agent: string): string | undefined {
  const digits = agent.replace(/\D/g, '');
  return digits === '' ? undefined : digits.slice(-2).padStart(2, '0');
}

/** What of an order's number stands in a sheet others read: the last four. */
export const orderTail = (orderId: string): string => orderId.slice(-4);
