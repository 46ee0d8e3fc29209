import type { OrderUrging } from '../../components/dock/model.ts';
import type { FlagContext } from '../../rules/orders/flag-context.ts';
import type { Order } from '../../rules/orders/order.ts';
import { orderValues } from '../../rules/orders/order-values.ts';
import { urgingOf } from '../../rules/orders/urging-of.ts';
import type { ShopPack } from '../../rules/packs/shop.ts';
import { fillTemplate } from '../../rules/phrases/template.ts';
import type { ShippingTables } from '../../rules/shipping/index.ts';
import { memoOfTouch } from '../../rules/urging/index.ts';

/** What the dock offers for an unpaid order: the words filled from it, and the memo's line. */
export function orderUrging(
  order: Order,
  pack: ShopPack & ShippingTables,
  now: number,
  context: FlagContext,
  shopName: string,
): OrderUrging | undefined {
  const advice = urgingOf(order, pack, now, context);
  if (!advice?.may) return advice && { advice };
  const agentNumber = context.agent ?? '';
  const filled = fillTemplate(advice.text, orderValues(order, { agentNumber, shopName }, pack, now), { now });
  return {
    advice,
    ...(filled.ok ? { text: filled.text } : { missing: filled.missing }),
    memo: memoOfTouch(now, agentNumber, advice.done + 1, advice.most),
  };
}
