import { exampleSizeSteps } from '../rules/products/size-class.ts';
import { DAY_MS } from '../rules/time/shanghai.ts';
import { type Cards, cardsSchema, type StoredCard } from './schemas/product-card.ts';
import type { StoreDefinition } from './store.ts';

/**
 * The shop's product cards. No page reads this store: desks ask the background for the cards of the items they show
 * (contracts/cards.ts), because thousands of cards in every page and frame would cost each of them their reading.
 */
export const cardsStore: StoreDefinition<Cards> = {
  key: 'cards',
  version: 1,
  schema: cardsSchema,
  migrations: {},
  packed: true,
  defaults: (now) => ({
    id: 'cards',
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    cards: [],
    sizeSteps: exampleSizeSteps,
  }),
};

/** A deleted card can be brought back this long. */
const TRASH_MS = 30 * DAY_MS;

/** The record with these cards, without what was deleted long ago. */
export const withCards = (record: Cards, cards: readonly StoredCard[], at: number): Cards => ({
  ...record,
  updatedAt: at,
  cards: cards.filter(({ deletedAt }) => deletedAt === null || at - deletedAt < TRASH_MS),
});

export const livingCards = ({ cards }: Pick<Cards, 'cards'>): StoredCard[] =>
  cards.filter(({ deletedAt }) => deletedAt === null);
