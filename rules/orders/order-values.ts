import { formatFen } from '../money/money.ts';
import type { ShopPack } from '../packs/shop.ts';
import type { PhraseValues } from '../phrases/phrase.ts';
import { dispatchSays, type ShippingRules, shipBy } from '../shipping/index.ts';
import { shanghaiParts } from '../time/shanghai.ts';
import type { Order, OrderLine } from './order.ts';
import { wholePieces } from './order-facts.ts';

/** Who answers, as settings tell. */
export interface AnsweringAgent {
  agentNumber: string;
  shopName: string;
}

/** What every line says of itself, each once; absent when one line does not say it: half an order is no order. */
function ofLines(order: Order, read: (line: OrderLine) => string | undefined): string | undefined {
  const said = order.lines.map(read);
  return said.length === 0 || said.includes(undefined) ? undefined : [...new Set(said)].join('、');
}

/** `11月24日 17:30`, as agents tell buyers. */
function momentText(at: number): string {
  const { month, day, hour, minute } = shanghaiParts(at);
  return `${month}月${day}日 ${hour}:${String(minute).padStart(2, '0')}`;
}

/**
 * The values a text about one order is filled with (phrases.md §4); without an order, what holds for any. What is not
 * known is absent and blocks the text; what the page masks is given as shown and blocks too.
 */
export function orderValues(
  order: Order | undefined,
  agent: AnsweringAgent,
  pack: Pick<ShopPack, 'dispatch'> & ShippingRules,
  now: number,
): PhraseValues {
  const promise = order && shipBy(order, pack);
  const pieces = order && wholePieces(order);
  const known: [keyof PhraseValues, string | undefined][] = [
    ['买家', order?.buyer],
    ['客服号', agent.agentNumber],
    ['店铺', agent.shopName],
    ['订单号', order?.orderId],
    ['商品名', order && ofLines(order, ({ title }) => title)],
    ['规格', order && ofLines(order, ({ sku }) => sku)],
    ['货号', order && ofLines(order, ({ code }) => code)],
    ['件数', pieces === undefined ? undefined : String(pieces)],
    ['金额', order?.amount === undefined ? undefined : formatFen(order.amount)],
    ['收货人', order?.receiver],
    ['收货电话', order?.phone],
    ['收货地址', order?.address],
    // Without an order the sentence is about one paid now (mission.md A10).
    ['发货时间', dispatchSays(pack, order?.paidAt, now)],
    ['最晚发货', promise && momentText(promise.at)],
    ['快递', order?.courier],
    ['单号', order?.trackingNo],
  ];
  return Object.fromEntries(known.filter(([, value]) => value !== undefined && value !== ''));
}
