import type { SizeSteps } from '../../../rules/products/size-class.ts';
import type { CardDraft } from '../../../storage/contracts/card-edits.ts';

/** A card as list and editor see it. */
export type EditableCard = CardDraft & { id: string; updatedAt: number };

/** What a card begins with when a page showed an item without one. */
export interface CardStart {
  code?: string;
  id?: string;
  name?: string;
}

export interface CardsModel {
  /** The last changed first. */
  cards: readonly EditableCard[];
  /** Limits of the size classes, mm. */
  sizeSteps: SizeSteps;
  /** A dock asked for a new card. */
  start?: CardStart;
}

export interface CardsActions {
  save(draft: CardDraft): void;
  remove(ids: string[]): void;
  /** Ids in order of relevance. */
  search(query: string): string[];
  saveSizeSteps(steps: SizeSteps): void;
  /** The wish of the dock is fulfilled or given up. */
  started(): void;
}
