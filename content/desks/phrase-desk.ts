import { formatFen } from '../../rules/money/money.ts';
import type { Order, OrderLine } from '../../rules/orders/order.ts';
import type { ShopPack } from '../../rules/packs/shop.ts';
import type { PhraseValues } from '../../rules/phrases/phrase.ts';
import { isMasked } from '../../rules/phrases/template.ts';
import { dispatchSays, shipBy } from '../../rules/shipping/index.ts';
import { shanghaiParts } from '../../rules/time/shanghai.ts';
import type { Settings } from '../../storage/schemas/settings.ts';
import type { ChatFact, ItemFact, OrderFact } from '../site-map/facts.ts';

/** What a page shows that phrases may speak of. */
export interface ShownToPhrases {
  chat?: ChatFact | undefined;
  /** Of an order list, or of an order panel whose chat is not read. */
  orders?: readonly OrderFact[];
}

/** Orders beside the chat; of a page whose chat shows none, those of its list or panel. */
const ordersOf = ({ chat, orders = [] }: ShownToPhrases): readonly OrderFact[] =>
  chat && chat.orders.length > 0 ? chat.orders : orders;

/**
 * The order a phrase speaks of: the one order shown; with several, none can be meant for sure. Panels load later than
 * conversations: an order that is another buyer's is the one of the conversation before.
 */
function orderOf(shown: ShownToPhrases): Order | undefined {
  const [first, second] = ordersOf(shown);
  if (!first || second) return undefined;
  const { order } = first;
  const { chat } = shown;
  if (!chat) return order;
  return isOthers(chat.buyerId, order.buyerId, exactly) || isOthers(chat.buyer, order.buyer, loosely)
    ? undefined
    : order;
}

const exactly = (one: string, other: string): boolean => one === other;
/** Pages write signs of rank and the like beside a name. */
const loosely = (one: string, other: string): boolean => one.includes(other) || other.includes(one);

/** Both are known in full and are not the same. */
function isOthers(
  ours: string | undefined,
  theirs: string | undefined,
  same: (one: string, other: string) => boolean,
): boolean {
  if (ours === undefined || theirs === undefined || isMasked(ours) || isMasked(theirs)) return false;
  return !same(ours.trim(), theirs.trim());
}

/**
 * The product a phrase speaks of where no order is meant: the one in the bar above the messages, else the one product
 * all cards among them are about. Of several none can be meant for sure.
 */
function itemOf(chat: ChatFact | undefined): ItemFact | undefined {
  const items = chat?.items ?? [];
  const bars = items.filter(({ sent }) => !sent);
  const [first, ...others] = bars.length > 0 ? bars : items;
  const same = (other: ItemFact): boolean =>
    first?.id !== undefined && other.id !== undefined
      ? first.id === other.id
      : first?.title === other.title && first?.sku === other.sku && first?.code === other.code;
  return others.every(same) ? first : undefined;
}

/** What every line says of itself, each once; absent when one line does not say it: half an order is no order. */
function ofLines(order: Order, read: (line: OrderLine) => string | undefined): string | undefined {
  const said = order.lines.map(read);
  return said.length === 0 || said.includes(undefined) ? undefined : [...new Set(said)].join('、');
}

function pieces(order: Order | undefined): string | undefined {
  const counts = order?.lines.map(({ quantity }) => quantity) ?? [];
  if (counts.length === 0) return undefined;
  let sum = 0;
  for (const count of counts) {
    if (count === undefined) return undefined;
    sum += count;
  }
  return String(sum);
}

/** `11月24日 17:30`, as agents tell buyers. */
function momentText(at: number): string {
  const { month, day, hour, minute } = shanghaiParts(at);
  return `${month}月${day}日 ${hour}:${String(minute).padStart(2, '0')}`;
}

/**
 * Values of the variables, read when the phrase is inserted, not when the palette opened (phrases.md §4).
 * What neither page nor settings tell is absent and will block the insert; what the page masks is given as shown and
 * blocks too.
 */
export function phraseValues(
  shown: ShownToPhrases,
  settings: Pick<Settings, 'agentNumber' | 'shopName'>,
  pack: ShopPack,
  now: number,
): PhraseValues {
  const { chat } = shown;
  const order = orderOf(shown);
  const item = ordersOf(shown).length > 0 ? undefined : itemOf(chat);
  const promise = order && shipBy(order, pack);
  const known: [keyof PhraseValues, string | undefined][] = [
    ['买家', chat ? chat.buyer : order?.buyer],
    ['客服号', settings.agentNumber || undefined],
    ['店铺', settings.shopName || undefined],
    ['订单号', order?.orderId],
    ['商品名', order ? ofLines(order, ({ title }) => title) : item?.title],
    ['规格', order ? ofLines(order, ({ sku }) => sku) : item?.sku],
    ['货号', order ? ofLines(order, ({ code }) => code) : item?.code],
    ['件数', pieces(order)],
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
