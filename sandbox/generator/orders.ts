import type { OrderStatus } from '../../rules/orders/order.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, startOfShanghaiDay } from '../../rules/time/shanghai.ts';
import { flashSaleGood, type Good, goods, skuText } from './goods.ts';
import { type OrderCase, orderCases } from './order-cases.ts';
import { chargesFreight, drawNumber, type OrderMarket } from './order-market.ts';
import { type DecidedFlag, decidedFlags, type PracticeLine, type PracticeOrder } from './order-shape.ts';
import { type Buyer, inventBuyers } from './people.ts';
import { inventStreet, type Place, placeIn, plainPlace } from './places.ts';
import { type Choices, createChoices } from './random.ts';

export interface OrdersRequest {
  /** Whose ids and numbers the orders carry; absent: JD. */
  market?: OrderMarket;
  seed: string;
  /** Epoch ms; deadlines are placed around it. */
  now: number;
  /** Orders on the page; absent: one round of cases. More begin the next round, fewer cut the first. */
  rows?: number;
}

export interface OrderBook {
  orders: PracticeOrder[];
  flags: Record<DecidedFlag, string[]>;
  mergeGroups: string[][];
  lookAlikes: string[][];
}

const second = (ms: number): number => Math.floor(ms / SECOND_MS) * SECOND_MS;

/** Payment and promise of an unshipped order: the practice shop promises 48 h. */
function deadline(
  kind: OrderCase['when'],
  now: number,
  choices: Choices,
): { paidAt: number; shipBy: number } {
  const endOfDay = startOfShanghaiDay(now) + DAY_MS;
  const shipBy =
    kind === 'late'
      ? now - choices.int(20, 40 * 60) * MINUTE_MS
      : kind === 'today'
        ? // Between here and midnight, never at either end: a run at 23:50 still has its cases.
          now + (endOfDay - now) * (0.35 + 0.6 * choices.next())
        : // Beyond the earliest warning (24 h left, rules.md §9 SHIP-WARN) and beyond today.
          now + choices.int(28 * 60, 47 * 60) * MINUTE_MS;
  return { paidAt: second(shipBy) - 48 * HOUR_MS, shipBy: second(shipBy) };
}

function fillLines(
  oneCase: OrderCase,
  market: OrderMarket,
  choices: Choices,
): { lines: PracticeLine[]; amount: number } {
  const pieces = oneCase.pieces ?? [1];
  // A PDD order is one thing in some quantity (markets.md §1, order JSON).
  const quantities = market === 'pdd' ? [pieces.reduce((sum, count) => sum + count, 0)] : pieces;
  const lines = quantities.map((quantity, index): PracticeLine => {
    const of: Good = oneCase.flashSale ? flashSaleGood : choices.pick(goods);
    const price = oneCase.amount ?? of.price;
    const id = drawNumber(market, choices.fork(`line/${index}`))(0);
    return { id, title: of.title, code: of.code, price, quantity, hue: of.hue, ...skuText(choices, of) };
  });
  const sum = lines.reduce((total, line) => total + line.price * line.quantity, 0);
  // A coupon on some dear orders, so that the amount cannot be worked out from the lines.
  const coupon = oneCase.amount === undefined && sum > 6000 && choices.chance(0.3) ? 500 : 0;
  return { lines, amount: sum - coupon };
}

/** The page's words for a refund without return that waits for the shop (mission.md B7); only where lines show them. */
const refundOnly = '仅退款待商家处理';

/** Some open orders of 抖店, and the first parcel on its way, so that every branch of the refund has its order. */
function asksRefund(market: OrderMarket, status: OrderStatus, isFirst: boolean, choices: Choices): boolean {
  if (market !== 'doudian' || (status !== 'unshipped' && status !== 'shipped')) return false;
  return (status === 'shipped' && isFirst) || choices.fork('refund').chance(0.06);
}

const memoFlags = ['红', '黄', '绿', '蓝', '紫'];
const couriers = ['申通快递', '圆通速递', '韵达快递', '中通快递', '中国邮政', '京东快递'];

/** What a parcel on its way shows; streams of its own, so that JD's orders stay as they always were. */
function shipment(
  paidAt: number,
  choices: Choices,
): Pick<PracticeOrder, 'shippedAt' | 'courier' | 'trackingNo'> {
  const own = choices.fork('shipment');
  return {
    shippedAt: paidAt + own.int(2, 40) * HOUR_MS,
    courier: own.pick(couriers),
    trackingNo: `7${own.digits(13)}`,
  };
}

/** Freight on some orders; never where the case is about the amount. */
function freightOf(oneCase: OrderCase, market: OrderMarket, choices: Choices): number {
  const own = choices.fork('freight');
  const isFree = !chargesFreight(market) || oneCase.amount !== undefined || oneCase.flashSale === true;
  return isFree || !own.chance(0.25) ? 0 : own.int(5, 18) * 100;
}

/**
 * Orders of one shop, newest first, each placed for a reason (order-cases.ts), with the flags that reason implies.
 * Equal requests give equal books.
 */
export function placeOrders({
  market = 'jd',
  seed,
  now,
  rows = orderCases.length,
}: OrdersRequest): OrderBook {
  const choices = createChoices(market === 'jd' ? `${seed}/orders` : `${seed}/${market}/orders`);
  const buyers = inventBuyers(market, rows, choices.fork('buyers'));
  const flags = Object.fromEntries(decidedFlags.map((flag) => [flag, []])) as unknown as OrderBook['flags'];
  const homes = new Map<string, { buyer: Buyer; place: Place; street: string }>();
  const groups = new Map<string, string[]>();
  const alike = new Map<string, string[]>();
  const orders: PracticeOrder[] = [];
  const cases: { of: OrderCase; round: number }[] = [];
  for (let round = 0; cases.length < rows; round += 1) {
    for (const of of orderCases) if (round === 0 || !of.once) cases.push({ of, round });
  }

  cases.slice(0, rows).forEach(({ of, round }, index) => {
    const own = choices.fork(String(index));
    const name = of.sameBuyer ?? of.looksLike;
    const known = name === undefined ? undefined : homes.get(`${round}/${name}`);
    const drawn = buyers[index] as Buyer;
    const place = of.province === undefined ? (known?.place ?? plainPlace(own)) : placeIn(of.province, own);
    const street = of.street ?? (of.province === undefined ? known?.street : undefined) ?? inventStreet(own);
    let buyer = drawn;
    if (known && of.sameBuyer !== undefined) buyer = known.buyer;
    // The twin differs where the mask lies (given name, the middle of the phone) and in the pin.
    else if (known) {
      buyer = { ...known.buyer, id: drawn.id, nick: drawn.nick, givenName: `${drawn.givenName}子` };
    }
    if (name !== undefined && !known) homes.set(`${round}/${name}`, { buyer, place, street });

    const numberFor = drawNumber(market, own);
    const status = of.status ?? 'unshipped';
    const { lines, amount } = fillLines(of, market, own);
    const freight = freightOf(of, market, own);
    const times =
      status === 'unshipped'
        ? deadline(of.when, now, own)
        : { paidAt: second(now - own.int(60, 9 * 24) * HOUR_MS - own.int(0, 3_599) * SECOND_MS) };
    const placedAt =
      status === 'unpaid'
        ? second(now - own.int(3, 300) * MINUTE_MS)
        : times.paidAt - own.int(6, 240) * SECOND_MS;
    const orderId = numberFor(placedAt);
    const sent = orders.some((other) => other.status === 'shipped');
    const [line] = lines;
    if (line && asksRefund(market, status, !sent, own)) {
      line.afterSale = refundOnly;
      flags['refund-only'].push(orderId);
    }
    const isSent = status === 'shipped' || status === 'done';
    orders.push({
      orderId,
      buyer,
      ...(!of.hiddenAddress && { place }),
      street,
      lines,
      amount: amount + freight,
      freight,
      status,
      placedAt,
      ...(status !== 'unpaid' && status !== 'closed' && { paidAt: times.paidAt }),
      ...('shipBy' in times && { shipBy: times.shipBy }),
      ...(isSent && shipment(times.paidAt, own)),
      ...(of.memo !== undefined && { memo: of.memo, flag: own.fork('flag').pick(memoFlags) }),
      tags: of.flashSale ? ['秒杀'] : own.chance(0.2) ? ['PLUS会员'] : [],
    });
    if (of.sameBuyer !== undefined && of.flags.includes('merge')) {
      groups.set(`${round}/${name}`, [...(groups.get(`${round}/${name}`) ?? []), orderId]);
    }
    if (of.looksLike !== undefined) {
      alike.set(`${round}/${name}`, [...(alike.get(`${round}/${name}`) ?? []), orderId]);
    }
    for (const flag of of.flags) if (flag !== 'merge') flags[flag].push(orderId);
  });

  // A page cut short may keep one member of a group, which then has nothing to merge with.
  const mergeGroups = [...groups.values()].filter((group) => group.length > 1);
  flags.merge.push(...mergeGroups.flat());
  orders.sort((a, b) => b.placedAt - a.placedAt);
  return { orders, flags, mergeGroups, lookAlikes: [...alike.values()].filter((pair) => pair.length > 1) };
}
