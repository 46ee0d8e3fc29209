import type { Platform } from '../platform.ts';

/** Attention steps of a waiting buyer; `capped` is Taobao's 600 s after which waiting no longer moves the mean. */
export const waitSteps = ['fresh', 'soft', 'warn', 'breach'] as const;
export type WaitStep = (typeof waitSteps)[number];

/** A buyer whose last word has no answer, as every surface shows it. Seconds are counted from `since` by the view. */
export interface WaitingBuyer {
  /** platform + shop + conversation; stable. */
  key: string;
  platform: Platform;
  shop: string;
  buyer: string;
  /** Nick as the page shows it, for people only; absent when no page told it. */
  nick?: string;
  /** First unanswered message, epoch ms (F1). */
  since: number;
  precision: 'ms' | 's' | 'min';
  /** Unanswered messages seen so far; absent when only the conversation list told of the wait. */
  messages?: number;
  /** True for the first turn of the conversation that day, where the platform has its own limit for it. */
  first: boolean;
  /** Seconds at which the view changes colour and the agent is told. */
  limits: { soft: number; warn: number; breach: number };
  /** The unit of the metric has failed already (PDD buyer over 180 s); sorted after those still to be saved. */
  failed: boolean;
}

/** As the dock and the popup list them: who has waited longest stands first (issue "The main job", Chat). */
export const longestFirst = (waiting: readonly WaitingBuyer[]): WaitingBuyer[] =>
  [...waiting].sort((a, b) => a.since - b.since);
