import type { ItemShown } from '../products/card.ts';
import type { ListPrice } from './list-price.ts';

/** Goods of an order; without `quantity` one piece. */
export interface PricedGoods {
  item: ItemShown;
  quantity?: number;
}

/** What is known of one piece; fen. */
export interface PieceFacts {
  cost?: number;
  floor?: number;
  list: readonly ListPrice[];
}

export interface GoodsSums {
  /** Only where every line's is known; fen, of all pieces. */
  cost?: number;
  floor?: number;
  /** Only where the list names exactly one price for every line. */
  list?: number;
}

/** What the goods of an order cost together. A sum with a part missing would be wrong, so it is absent. */
export function sumsOf(goods: readonly PricedGoods[], facts: readonly PieceFacts[]): GoodsSums {
  const add = (of: (one: PieceFacts) => number | undefined): number | undefined => {
    if (goods.length === 0 || facts.length !== goods.length) return undefined;
    let sum = 0;
    for (const [at, { quantity = 1 }] of goods.entries()) {
      const fen = facts[at] && of(facts[at]);
      if (fen === undefined) return undefined;
      sum += fen * quantity;
    }
    return sum;
  };
  const sums: GoodsSums = {};
  const cost = add((one) => one.cost);
  const floor = add((one) => one.floor);
  const list = add((one) => (one.list.length === 1 ? one.list[0]?.price : undefined));
  if (cost !== undefined) sums.cost = cost;
  if (floor !== undefined) sums.floor = floor;
  if (list !== undefined) sums.list = list;
  return sums;
}
