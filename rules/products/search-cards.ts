import { buildIndex, type PhraseIndex } from '../phrases/index.ts';
import type { ProductCard } from './card.ts';
import { cardFacts } from './card-text.ts';

/**
 * An index of cards for `searchPhrases`: the name with its pinyin, all codes and ids, and every fact. Brings the pinyin
 * dictionary along, so it is for the background and pages of our own.
 */
export const indexCardSearch = (
  cards: readonly (ProductCard & { updatedAt?: number | undefined })[],
): PhraseIndex =>
  buildIndex(
    cards.map((card) => ({
      id: card.id,
      title: card.name,
      text: cardFacts(card)
        .map(({ label, text }) => `${label} ${text}`)
        .join('\n'),
      ...(card.codes[0] !== undefined && { code: card.codes[0] }),
      tags: [...card.codes, ...card.ids],
      ...(card.updatedAt !== undefined && { updatedAt: card.updatedAt }),
    })),
  );
