import { formatFen } from '../../rules/money/money.ts';
import type { Order } from '../../rules/orders/order.ts';
import type { ShopPack } from '../../rules/packs/shop.ts';
import type { PhraseValues } from '../../rules/phrases/phrase.ts';
import { dispatchSays } from '../../rules/shipping/index.ts';
import type { Settings } from '../../storage/schemas/settings.ts';
import type { ChatFact } from '../site-map/facts.ts';

/** The order a phrase speaks of: the one order shown beside the chat; with several, none can be meant for sure. */
function orderOf(chat: ChatFact | undefined): Order | undefined {
  const orders = chat?.orders ?? [];
  return orders.length === 1 ? orders[0]?.order : undefined;
}

/**
 * Values of the variables, read when the phrase is inserted, not when the palette opened (phrases.md §4).
 * What neither page nor settings tell is absent and will block the insert.
 */
export function phraseValues(
  chat: ChatFact | undefined,
  settings: Pick<Settings, 'agentNumber' | 'shopName'>,
  pack: ShopPack,
  now: number,
): PhraseValues {
  const order = orderOf(chat);
  const known: [keyof PhraseValues, string | undefined][] = [
    ['买家', chat?.buyer],
    ['客服号', settings.agentNumber || undefined],
    ['店铺', settings.shopName || undefined],
    // Without an order the sentence is about one paid now (mission.md A10).
    ['发货时间', dispatchSays(pack, order?.paidAt, now)],
    ['快递', order?.courier],
    ['单号', order?.trackingNo],
    ['金额', order?.amount === undefined ? undefined : formatFen(order.amount)],
  ];
  return Object.fromEntries(known.filter(([, value]) => value !== undefined && value !== ''));
}
