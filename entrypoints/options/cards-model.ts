import type { CardStart, CardsModel, EditableCard } from '../../components/options/cards/model.ts';
import { type PhraseIndex, searchPhrases } from '../../rules/phrases/index.ts';
import { indexCardSearch } from '../../rules/products/search-cards.ts';
import { livingCards } from '../../storage/cards.ts';
import type { Cards } from '../../storage/schemas/product-card.ts';

interface Shelf {
  /** The last changed first. */
  cards: EditableCard[];
  index?: PhraseIndex;
}

/** Thousands of cards are sorted and indexed once each time they change, not each time something is drawn. */
const shelves = new WeakMap<Cards, Shelf>();

function shelfOf(record: Cards): Shelf {
  const present = shelves.get(record);
  if (present) return present;
  const cards = livingCards(record)
    .map(({ createdAt: _, deletedAt: __, ...card }): EditableCard => card)
    .sort((one, other) => other.updatedAt - one.updatedAt);
  const shelf: Shelf = { cards };
  shelves.set(record, shelf);
  return shelf;
}

export const cardsModel = (record: Cards, start: CardStart | undefined): CardsModel => ({
  cards: shelfOf(record).cards,
  sizeSteps: record.sizeSteps,
  ...(start && { start }),
});

/** Ids in order of relevance. */
export function searchCards(record: Cards, query: string): string[] {
  const shelf = shelfOf(record);
  shelf.index ??= indexCardSearch(shelf.cards);
  return searchPhrases(shelf.index, query, { limit: shelf.cards.length }).map(({ id }) => id);
}
