import type { Region } from '../address/region.ts';
import type { ShopPack } from '../packs/shop.ts';
import { type ZoneAnswer, zoneAnswer } from '../zones/index.ts';
import type { Order } from './order.ts';
import { zoneQuestion } from './zone-question.ts';

type Tables = Pick<ShopPack, 'couriers' | 'flashSale'>;

interface Answered {
  region: Region;
  couriers: Tables['couriers'];
  flashSale: Tables['flashSale'];
  answer: ZoneAnswer;
}

/** A page of orders is looked over every half minute, and asks the same of the same rows for flag and verdict. */
const answered = new WeakMap<Order, Answered>();

/** What the shop's table says of an order whose address was read as `region`; worked out once for the same facts. */
export function orderZone(order: Order, { couriers, flashSale }: Tables, region: Region): ZoneAnswer {
  const known = answered.get(order);
  if (known && known.region === region && known.couriers === couriers && known.flashSale === flashSale) {
    return known.answer;
  }
  const { address } = order;
  const where = { ...region, ...(address !== undefined && { text: address }) };
  const answer = zoneAnswer(where, couriers, zoneQuestion(order, { flashSale }));
  answered.set(order, { region, couriers, flashSale, answer });
  return answer;
}
