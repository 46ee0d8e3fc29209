import type { Platform } from '../platform.ts';

/** What the shop itself knows of an order beside what the page shows; kept per platform and order number. */
export interface OrderState {
  platform: Platform;
  orderId: string;
  /** Epoch ms at which an agent marked it as handled; it counts for the shift it was done in. */
  handledAt?: number;
  /** A9: address, size and colour checked with the buyer. */
  addressCheck?: { state: 'asked' | 'confirmed' | 'changed'; at: number };
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
