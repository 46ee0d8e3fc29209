import type { NotedOrder, OrderState, OrderStateChange } from './order-state.ts';

/** Touches remembered of one order; a ladder has fewer steps. */
const mostUrges = 50;

/**
 * The state after a change. What the change does not name stays as it was.
 * @param at epoch ms of the change
 * @param by the agent's number, where there is one
 * @returns undefined when nothing is left to be known of the order
 */
export function changeState(
  before: OrderState | undefined,
  order: NotedOrder,
  change: OrderStateChange,
  { at, by }: { at: number; by?: string },
): OrderState | undefined {
  const { platform, orderId } = order;
  const next: OrderState = { ...before, platform, orderId, at };
  if (change.handled === true) {
    next.handledAt = at;
    if (order.flags && order.flags.length > 0) next.handledFor = order.flags;
    else delete next.handledFor;
  }
  if (change.handled === false) {
    delete next.handledAt;
    delete next.handledFor;
  }
  if (change.addressCheck === null) delete next.addressCheck;
  else if (change.addressCheck !== undefined) {
    const { address } = order;
    next.addressCheck = { state: change.addressCheck, at, ...(address !== undefined && { address }) };
  }
  if (change.urge) {
    const touch = { at, step: change.urge.step, ...(by !== undefined && { by }) };
    next.urges = [...(before?.urges ?? []), touch].slice(-mostUrges);
  }
  if (change.urgeStop === null) delete next.urgeStop;
  else if (change.urgeStop !== undefined) next.urgeStop = { at, why: change.urgeStop };
  if (change.mergeConsent === null) delete next.mergeConsent;
  else if (change.mergeConsent !== undefined) next.mergeConsent = { state: change.mergeConsent, at };
  return saysSomething(next) ? next : undefined;
}

/** Whether anything is known of the order at all. */
export const saysSomething = (state: OrderState): boolean =>
  state.handledAt !== undefined ||
  state.addressCheck !== undefined ||
  state.urges !== undefined ||
  state.urgeStop !== undefined ||
  state.mergeConsent !== undefined;
