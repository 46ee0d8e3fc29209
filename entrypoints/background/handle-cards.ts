import { browser } from '#imports';
import { type PhraseIndex, searchPhrases } from '../../rules/phrases/index.ts';
import { mostCards } from '../../rules/products/card.ts';
import { cardFacts, cardText, factText } from '../../rules/products/card-text.ts';
import { type CardIndex, findCard, indexCards } from '../../rules/products/find.ts';
import { faultOf } from '../../rules/products/read-cards.ts';
import { indexCardSearch } from '../../rules/products/search-cards.ts';
import { cardsStore, livingCards, withCards } from '../../storage/cards.ts';
import { type CardDraft, deleteCards, saveCard, saveSizeSteps } from '../../storage/contracts/card-edits.ts';
import { type CardAnswer, type CardView, cardsFor, searchCards } from '../../storage/contracts/cards.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import type { Cards, StoredCard } from '../../storage/schemas/product-card.ts';
import type { Stores } from './stores.ts';

/** The cards as lookups need them, made when first asked and again after a change. */
interface Shelf {
  view(id: string): CardView | undefined;
  index: CardIndex;
  search(): PhraseIndex;
}

function shelve(record: Cards): Shelf {
  const living = livingCards(record);
  let search: PhraseIndex | undefined;
  const byId = new Map(living.map((card) => [card.id, card]));
  return {
    view(id) {
      const card = byId.get(id);
      return card && viewOf(card, record.sizeSteps);
    },
    index: indexCards(living),
    // Pinyin for names is made here, where the dictionary is; most days nobody searches.
    search: () => {
      search ??= indexCardSearch(living);
      return search;
    },
  };
}

/** A card as docks show it. The floor price is shown, and stands in no text for a buyer. */
function viewOf(card: StoredCard, steps: Cards['sizeSteps']): CardView {
  const facts = cardFacts(card, steps).map((fact) => {
    const insert = factText(fact);
    return { label: fact.label, text: fact.text, ...(insert !== undefined && { insert }) };
  });
  return {
    id: card.id,
    name: card.name,
    codes: card.codes,
    facts,
    ...(facts.some(({ insert }) => insert !== undefined) && { whole: cardText(card, steps) }),
  };
}

/** A card as it is kept. */
export function keepCard(draft: CardDraft, before: StoredCard | undefined, at: number): StoredCard {
  const { id, ...facts } = draft;
  return {
    ...facts,
    id: before?.id ?? id ?? crypto.randomUUID(),
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
    deletedAt: null,
  };
}

/** The record with these cards put in or changed. @throws when there would be more than can be kept */
export function withDrafts(record: Cards, drafts: readonly CardDraft[], at: number): Cards {
  const kept = new Map(record.cards.map((card) => [card.id, card]));
  for (const draft of drafts) {
    const card = keepCard(draft, draft.id === undefined ? undefined : kept.get(draft.id), at);
    kept.set(card.id, card);
  }
  const next = withCards(record, [...kept.values()], at);
  if (livingCards(next).length > mostCards) throw new Error(`more than ${mostCards} product cards`);
  return next;
}

/** Cards offered where a sign speaks for several. */
const mostChoices = 8;

/** Product cards: kept, changed, and found for the items desks show. */
export function handleCards(server: RequestServer, stores: Stores, now: () => number): void {
  let shelf: Promise<Shelf> | undefined;
  const shelved = (): Promise<Shelf> => {
    if (!shelf) {
      const making: Promise<Shelf> = stores.cards.read().then(shelve);
      shelf = making;
      making.catch(() => {
        if (shelf === making) shelf = undefined;
      });
    }
    return shelf;
  };
  const change = async (edit: (record: Cards) => Cards): Promise<void> => {
    await stores.cards.update(edit);
    shelf = undefined;
  };
  // An import, its undoing, a restored copy or an erasure writes the store by another way.
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && cardsStore.key in changes) shelf = undefined;
  });

  server.handle(cardsFor, async ({ items }) => {
    const { view, index } = await shelved();
    const found = items.map((item): CardAnswer => {
      const finding = findCard(index, item);
      if (finding.found === 'none') return { cards: [] };
      const ids = finding.found === 'one' ? [finding.card] : finding.cards.slice(0, mostChoices);
      return { by: finding.by, sign: finding.sign, cards: ids.flatMap((id) => view(id) ?? []) };
    });
    return { found };
  });

  server.handle(searchCards, async ({ query, limit }) => {
    const { view, search } = await shelved();
    return { cards: searchPhrases(search(), query, { limit }).flatMap(({ id }) => view(id) ?? []) };
  });

  server.handle(saveCard, async (draft) => {
    const fault = faultOf(draft);
    if (fault) throw new Error(fault['zh-CN']);
    const at = now();
    const id = draft.id ?? crypto.randomUUID();
    await change((record) => withDrafts(record, [{ ...draft, id }], at));
    return { id };
  });

  server.handle(deleteCards, async ({ ids, deleted }) => {
    const at = now();
    const meant = new Set(ids);
    await change((record) =>
      withCards(
        record,
        record.cards.map((card) =>
          meant.has(card.id) ? { ...card, updatedAt: at, deletedAt: deleted ? at : null } : card,
        ),
        at,
      ),
    );
    return {};
  });

  server.handle(saveSizeSteps, async (sizeSteps) => {
    await change((record) => ({ ...record, sizeSteps, updatedAt: now() }));
    return {};
  });
}
