import type { Platform } from '../platform.ts';

/** A flag an order had, at a level that asks for an agent. */
export interface HandledFlag {
  flag: string;
  level: 'warn' | 'stop';
}

/** What the shop itself knows of an order beside what the page shows; kept per platform and order number. */
export interface OrderState {
  platform: Platform;
  orderId: string;
  /** Epoch ms at which an agent marked it as handled; it counts for the shift it was done in. */
  handledAt?: number;
  /** What it had to be handled for then; what comes on top of it brings the order back. */
  handledFor?: HandledFlag[];
  /** A9: address, size and colour checked with the buyer. `address`: print of the address text it was about. */
  addressCheck?: { state: 'asked' | 'confirmed' | 'changed'; at: number; address?: string };
  /** A11: touches, oldest first. `by`: the agent's number. */
  urges?: { at: number; step: number; by?: string }[];
  /** No more urging, and why: the buyer's own word, or the agent's choice. */
  urgeStop?: { at: number; why: string };
  /** 抖店: separately paid orders ship together only when the buyer agrees (rules.md §2). */
  mergeConsent?: { state: 'asked' | 'agreed' | 'refused'; at: number };
  /** Epoch ms of the last change. */
  at: number;
}

/** A change of one order's state; `null` takes a mark back, what is not named stays. */
export interface OrderStateChange {
  handled?: boolean;
  addressCheck?: 'asked' | 'confirmed' | 'changed' | null;
  /** One more touch, of this step of the ladder (from 0). */
  urge?: { step: number };
  urgeStop?: string | null;
  mergeConsent?: 'asked' | 'agreed' | 'refused' | null;
}

/** The order a change is about, as the page showed it at that moment. */
export interface NotedOrder {
  platform: Platform;
  orderId: string;
  /** Print of its address text (rules/orders/address-print.ts); absent where the page shows none. */
  address?: string;
  /** Its flags at `warn` or `stop`. */
  flags?: HandledFlag[];
}

/** One text per order, equal for the same order on every page. */
export const stateKey = ({ platform, orderId }: { platform: Platform; orderId: string }): string =>
  `${platform}|${orderId}`;
