import type { MergeGroupView, MergeOrder } from '../../components/dock/model.ts';
import type { MergeGroup } from '../../rules/merge/index.ts';
import { mergeMemo, mergeQuestion } from '../../rules/merge/index.ts';

/** A group as the dock shows it, with the texts an agent needs for it. */
export function mergeView(
  group: MergeGroup,
  withId: (key: string) => MergeOrder,
  now: number,
  agent: string,
): MergeGroupView {
  const { id, platform, reasonsFor, reasonsAgainst, consent } = group;
  const orders: MergeOrder[] = [
    ...group.orders.map(withId),
    ...group.elsewhere.map(({ key, orderId, at }) => ({
      key,
      elsewhere: at,
      ...(orderId !== undefined && { orderId }),
    })),
  ];
  const numbers = orders.flatMap(({ orderId }) => orderId ?? []);
  return {
    group: id,
    platform,
    orders,
    reasonsFor,
    reasonsAgainst,
    consent,
    memo: mergeMemo(numbers, now, agent),
    question: mergeQuestion(numbers),
  };
}
