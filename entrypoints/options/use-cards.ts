import { useEffect, useState } from 'react';
import type { CardStart } from '../../components/options/cards/model.ts';
import { cardsStore } from '../../storage/cards.ts';
import type { Cards } from '../../storage/schemas/product-card.ts';
import { watchStore } from '../../storage/watch.ts';

/** The product cards, now and after each change; the defaults until they are read. */
export function useCards(): Cards {
  const [cards, setCards] = useState<Cards>(() => cardsStore.defaults(0));
  useEffect(() => {
    const stop = new AbortController();
    watchStore(cardsStore, () => Date.now(), stop.signal, setCards).catch((error) =>
      console.error('[shoubian] cards', error),
    );
    return () => stop.abort();
  }, []);
  return cards;
}

/** What the dock asked to begin a card with stands behind the section in the address: `#cards?code=RST182`. */
export function cardStartOf(hash: string): CardStart | undefined {
  const [section, query] = hash.slice(1).split('?');
  if (section !== 'cards' || !query) return undefined;
  const asked = new URLSearchParams(query);
  const start: CardStart = {};
  for (const field of ['code', 'id', 'name'] as const) {
    const text = asked.get(field);
    if (text) start[field] = text.slice(0, 200);
  }
  return Object.keys(start).length > 0 ? start : undefined;
}
