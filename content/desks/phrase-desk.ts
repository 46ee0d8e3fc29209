import type { Order } from '../../rules/orders/order.ts';
import { orderValues } from '../../rules/orders/order-values.ts';
import type { ShopPack } from '../../rules/packs/shop.ts';
import type { PhraseValues } from '../../rules/phrases/phrase.ts';
import { isMasked } from '../../rules/phrases/template.ts';
import type { ShippingTables } from '../../rules/shipping/index.ts';
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
export function orderOf(shown: ShownToPhrases): Order | undefined {
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

/**
 * Values of the variables, read when the phrase is inserted, not when the palette opened (phrases.md §4).
 * What neither page nor settings tell is absent and will block the insert; what the page masks is given as shown and
 * blocks too.
 */
export function phraseValues(
  shown: ShownToPhrases,
  settings: Pick<Settings, 'agentNumber' | 'shopName'>,
  pack: ShopPack & ShippingTables,
  now: number,
): PhraseValues {
  const { chat } = shown;
  const order = orderOf(shown);
  const item = ordersOf(shown).length > 0 ? undefined : itemOf(chat);
  const ofItem: PhraseValues = order
    ? {}
    : shownOnly([
        ['商品名', item?.title],
        ['规格', item?.sku],
        ['货号', item?.code],
      ]);
  const { 买家: ofOrder, ...values } = orderValues(order, settings, pack, now);
  // The chat's own name for the buyer, also where it has none: an order's may be another spelling.
  return { ...values, ...ofItem, ...shownOnly([['买家', chat ? chat.buyer : ofOrder]]) };
}

const shownOnly = (known: [keyof PhraseValues, string | undefined][]): PhraseValues =>
  Object.fromEntries(known.filter(([, value]) => value !== undefined && value !== ''));
