import { foldCode, type ItemShown } from '../products/card.ts';
import { type CardIndex, findCard, indexCards } from '../products/find.ts';
import type { ListPrice } from './list-price.ts';

/** A price list made ready for lookups. */
export interface PriceIndex {
  byCode: Map<string, ListPrice>;
  /** Code without its last ending → the entries that have one. */
  byStem: Map<string, ListPrice[]>;
  cards: CardIndex;
}

export function indexPrices(prices: readonly ListPrice[]): PriceIndex {
  const byCode = new Map(prices.map((entry) => [foldCode(entry.code), entry]));
  const byStem = new Map<string, ListPrice[]>();
  for (const [key, entry] of byCode) {
    const stem = /^(.+)[-_./#][^-_./#]+$/.exec(key)?.[1];
    if (stem !== undefined) byStem.set(stem, [...(byStem.get(stem) ?? []), entry]);
  }
  const cards = indexCards(
    [...byCode].map(([key, { code }]) => ({
      id: key,
      name: '',
      codes: [code],
      ids: [],
      points: [],
      matching: [],
      lines: [],
    })),
  );
  return { byCode, byStem, cards };
}

/**
 * The prices that may be meant for an item of a page: by its exact code, by a code in its sku or title, by its code
 * without the ending for colour and size (as product cards are found), else by the list's codes that only add such an
 * ending. Several: the agent says which. Never more than `most`.
 */
export function findPrices(index: PriceIndex, item: ItemShown, most = 8): ListPrice[] {
  const found = findCard(index.cards, item);
  const keys = found.found === 'one' ? [found.card] : found.found === 'several' ? found.cards : [];
  const told = keys.flatMap((key) => index.byCode.get(key) ?? []);
  if (told.length > 0) return told.slice(0, most);
  return item.code === undefined ? [] : (index.byStem.get(foldCode(item.code)) ?? []).slice(0, most);
}
