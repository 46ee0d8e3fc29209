import { type LocalText, say } from '../language/local-text.ts';
import { formatFen } from '../money/money.ts';
import type { Flag } from '../orders/flag.ts';
import type { Order } from '../orders/order.ts';
import { hasFlashSale, piecesOf } from '../orders/order-facts.ts';
import type { ShopPack } from '../packs/shop.ts';
import { reasonVerdict } from '../returns/return-reason.ts';
import { carrierEvent } from '../shipping/index.ts';
import { DAY_MS } from '../time/shanghai.ts';
import type { DecisionStart } from './decision-table.ts';
import { type FactName, type Facts, type FactValue, factKind, factNames } from './fact-kinds.ts';

/** An order as the guide sees it. */
export interface GuidedOrder {
  order: Order;
  flags: readonly Pick<Flag, 'name'>[];
}

type FactsShop = Pick<ShopPack, 'flashSale' | 'returns'>;

/**
 * What the page tells of an order. Each fact rests on something read: a column that is empty, or words that are not
 * understood, leave the fact out.
 * @param now epoch ms
 */
export function readFacts({ order, flags }: GuidedOrder, shop: FactsShop, now: number): Facts {
  const event = order.lastTrackText === undefined ? undefined : carrierEvent(order.lastTrackText);
  const idle = order.lastTrackAt === undefined ? undefined : Math.floor((now - order.lastTrackAt) / DAY_MS);
  const known: [FactName, FactValue | undefined][] = [
    ['paid', paid(order)],
    ['shipped', shipped(order)],
    ['tracking', event],
    // A clock that is behind the page's says nothing about days.
    ['idleDays', idle === undefined || idle < 0 ? undefined : idle],
    ['zone', zone(flags)],
    ['returnReason', returnReason(order, shop.returns.acceptedReasons)],
    ['flashSale', flashSale(order, shop.flashSale.words)],
    ['amount', order.amount],
    ['pieces', piecesOf(order)],
  ];
  return Object.fromEntries(known.filter(([, value]) => value !== undefined));
}

function paid({ status, paidAt }: Order): FactValue | undefined {
  if (status === 'unpaid') return 'no';
  return paidAt !== undefined || status === 'unshipped' || status === 'shipped' || status === 'done'
    ? 'yes'
    : undefined;
}

/** In an open refund the status says nothing of the parcel; the words beside it may. */
function shipped({ status, shippedAt, trackingNo, statusText, lines }: Order): FactValue | undefined {
  if (status === 'shipped' || shippedAt !== undefined || trackingNo !== undefined) return 'yes';
  if (status === 'unshipped' || status === 'unpaid') return 'no';
  const words = [statusText, ...lines.map(({ refund }) => refund)].join(' ');
  const [not, done] = [/未发货|待发货/.test(words), /已发货|待收货/.test(words)];
  if (not === done) return undefined;
  return done ? 'yes' : 'no';
}

function zone(flags: GuidedOrder['flags']): FactValue | undefined {
  const has = (name: Flag['name']): boolean => flags.some((flag) => flag.name === name);
  if (has('out-of-zone')) return 'out';
  if (has('surcharge')) return 'surcharge';
  return has('zone-unknown') ? 'unknown' : undefined;
}

/** Pages write the reason into the words of the refund, as in 退货退款（不喜欢）. */
function returnReason({ lines, statusText }: Order, accepted: readonly string[]): FactValue | undefined {
  const words = [statusText, ...lines.map(({ refund }) => refund)].join(' ');
  if (!/退货/.test(words)) return undefined;
  if (reasonVerdict(words, accepted) === 'stands') return 'accepted';
  // The words are those of the whole refund: that another reason stands among them must be seen.
  return /质量|破损|瑕疵|少件|漏发|发错|错发|描述不符|与商品描述/.test(words) ? 'other' : undefined;
}

/** A line whose title was not read may be a flash-sale item: then only a yes is certain. */
function flashSale(order: Order, words: readonly string[]): FactValue | undefined {
  if (hasFlashSale(order, words)) return 'yes';
  const allRead = order.lines.length > 0 && order.lines.every(({ title }) => title !== undefined);
  return allRead ? 'no' : undefined;
}

/** The fact in words, `已发货：是`, in the order facts are shown. */
export const factLines = (facts: Facts): { name: FactName; text: LocalText }[] =>
  factNames.flatMap((name) => {
    const value = facts[name];
    return value === undefined ? [] : [{ name, text: factText(name, value) }];
  });

export function factText(name: FactName, value: FactValue): LocalText {
  const kind = factKind(name);
  if (kind.kind === 'words') {
    const word = kind.values[value] ?? say(String(value), String(value));
    return say(`${kind.name['zh-CN']}：${word['zh-CN']}`, `${kind.name.en}: ${word.en}`);
  }
  const amount =
    kind.unit === 'fen'
      ? say(`¥${formatFen(Number(value))}`, `¥${formatFen(Number(value))}`)
      : kind.unit === 'days'
        ? say(
            Number(value) === 0 ? '不到 1 天' : `${value} 天`,
            Number(value) === 0 ? 'less than a day' : `${value} d`,
          )
        : say(`${value} 件`, String(value));
  return say(`${kind.name['zh-CN']}：${amount['zh-CN']}`, `${kind.name.en}: ${amount.en}`);
}

/** Everything an order could start a table for, the most urgent first. */
export function startsOf({ order, flags }: GuidedOrder): DecisionStart[] {
  const starts: DecisionStart[] = flags.map(({ name }) => name);
  const words = [order.statusText, ...order.lines.map(({ refund }) => refund)].join(' ');
  if (/退货/.test(words)) starts.push('returning');
  if (order.status === 'refunding') starts.push('refunding');
  const event = order.lastTrackText === undefined ? undefined : carrierEvent(order.lastTrackText);
  if (order.status === 'done' || event === 'delivered') starts.push('received');
  return starts;
}
