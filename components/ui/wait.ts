import type { WaitingBuyer, WaitStep } from '../../rules/turns/queue.ts';

/** Whole seconds a buyer has waited; a page clock ahead of ours reads as 0. */
export function waitedSeconds(buyer: Pick<WaitingBuyer, 'since'>, now: number): number {
  return Math.max(0, Math.floor((now - buyer.since) / 1_000));
}

/** Colour step of a wait. Limits are reached inclusively: at exactly `breach` seconds the clock is at its limit. */
export function stepOf(seconds: number, limits: WaitingBuyer['limits']): WaitStep {
  if (seconds >= limits.breach) return 'breach';
  if (seconds >= limits.warn) return 'warn';
  if (seconds >= limits.soft) return 'soft';
  return 'fresh';
}

const order: readonly WaitStep[] = ['fresh', 'soft', 'warn', 'breach'];

/** The worst step of a queue, `fresh` when nobody waits. */
export function worstStep(waiting: readonly WaitingBuyer[], now: number): WaitStep {
  let worst = 0;
  for (const buyer of waiting) {
    worst = Math.max(worst, order.indexOf(stepOf(waitedSeconds(buyer, now), buyer.limits)));
  }
  return order[worst] ?? 'fresh';
}

/** `mm:ss`, or `h:mm:ss` from one hour on. */
export function clockText(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const rest = `${two(Math.floor((seconds % 3_600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
