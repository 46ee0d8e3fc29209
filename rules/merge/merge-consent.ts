import type { Order } from '../orders/order.ts';
import type { OrderState } from '../orders/order-state.ts';
import type { PlatformRow } from '../packs/platform-row.ts';
import type { MergeCandidate } from './merge-candidate.ts';
import { mergeRule } from './merge-rule.ts';

/** What the buyer said to one parcel, as noted. `unasked`: not needed, and nothing noted. */
export interface MergeConsent {
  state: 'unasked' | 'needed' | 'asked' | 'partly' | 'agreed' | 'refused';
  /** Epoch ms of the last note. */
  at?: number;
}

export type StateReader = (order: Pick<Order, 'platform' | 'orderId'>) => OrderState | undefined;

/**
 * The consent of a group: agreed only when it was noted for every order; one refusal is a refusal. A newcomer to a
 * group that had agreed has not been asked about.
 */
export function consentOf(
  members: readonly MergeCandidate[],
  stateOf?: StateReader,
  rows?: readonly PlatformRow[],
): MergeConsent {
  const notes = members.map(({ platform, orderId }) =>
    orderId === undefined ? undefined : stateOf?.({ platform, orderId })?.mergeConsent,
  );
  const given = notes.filter((note) => note !== undefined);
  const latest = given.reduce<number | undefined>((last, { at }) => Math.max(last ?? at, at), undefined);
  const at = latest === undefined ? {} : { at: latest };
  if (given.some(({ state }) => state === 'refused')) return { state: 'refused', ...at };
  const agreed = given.filter(({ state }) => state === 'agreed').length;
  if (agreed > 0 && agreed === members.length) return { state: 'agreed', ...at };
  if (agreed > 0) return { state: 'partly', ...at };
  if (given.length > 0) return { state: 'asked', ...at };
  const [first] = members;
  return { state: first && mergeRule(first.platform, rows)?.consent === true ? 'needed' : 'unasked' };
}
