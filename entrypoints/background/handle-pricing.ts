import { browser } from '#imports';
import { readMoney } from '../../rules/money/money.ts';
import { findPrices, indexPrices, type PriceIndex } from '../../rules/price/find-price.ts';
import { type ListPrice, mostListPrices } from '../../rules/price/list-price.ts';
import { foldCode, type ItemShown } from '../../rules/products/card.ts';
import { type CardIndex, findCard, indexCards } from '../../rules/products/find.ts';
import { cardsStore, livingCards } from '../../storage/cards.ts';
import {
  clearPrices,
  erasePriceLog,
  type ItemPrice,
  importPrices,
  notePriceChange,
  priceFacts,
  searchPrices,
  undoPrices,
} from '../../storage/contracts/pricing.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import { priceListStore, withList, withListBefore, withoutList } from '../../storage/price-list.ts';
import { changesOf, priceLogStore, withPriceChange } from '../../storage/price-log.ts';
import type { PriceListRecord } from '../../storage/schemas/pricing.ts';
import type { StoredCard } from '../../storage/schemas/product-card.ts';
import type { Stores } from './stores.ts';

/** What shops call the cost on a card: there is no field for it, so it stands among the card's own lines. */
const costLabel = /^(?:成本|成本价|进价|进货价|拿货价|采购价|供货价|cost)$/i;

const costOf = (card: StoredCard): number | undefined => {
  const line = card.lines.find(({ label }) => costLabel.test(label.normalize('NFKC').trim()));
  const fen = line && readMoney(line.text);
  return fen !== undefined && fen >= 0 ? fen : undefined;
};

/** By what the page shows of the item, else by the codes of its card: most titles carry no code. */
function listedFor(prices: PriceIndex, item: ItemShown, card: StoredCard | undefined): ListPrice[] {
  const shown = findPrices(prices, item);
  if (shown.length > 0 || !card) return shown;
  const byCode = card.codes.flatMap((code) => findPrices(prices, { code }));
  return [...new Set(byCode)].slice(0, mostChoices);
}

/** Prices offered where several may be meant. */
const mostChoices = 8;

/** Something made from a store once, and again after it changed. */
function made<T>(key: string, make: () => Promise<T>): () => Promise<T> {
  let held: Promise<T> | undefined;
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && key in changes) held = undefined;
  });
  return () => {
    const making = held ?? make();
    held = making;
    making.catch(() => {
      if (held === making) held = undefined;
    });
    return making;
  };
}

interface Lists {
  index: PriceIndex;
  record: PriceListRecord;
}

/** Live prices, costs and floors for desks, and the log of what was filled. */
export function handlePricing(server: RequestServer, stores: Stores, now: () => number): void {
  const cards = made(
    cardsStore.key,
    async (): Promise<{ index: CardIndex; byId: Map<string, StoredCard> }> => {
      const living = livingCards(await stores.cards.read());
      return { index: indexCards(living), byId: new Map(living.map((card) => [card.id, card])) };
    },
  );
  const lists = made(priceListStore.key, async (): Promise<Lists> => {
    const record = await stores.prices.read();
    return { record, index: indexPrices(record.prices) };
  });
  const shown = ({ at, name, prices }: PriceListRecord) =>
    at === 0 ? {} : { list: { at, name, count: prices.length } };

  server.handle(priceFacts, async ({ items, order }) => {
    const [{ index, byId }, { index: prices, record }] = await Promise.all([cards(), lists()]);
    const found = items.map((item): ItemPrice => {
      const finding = findCard(index, item);
      const card = finding.found === 'one' ? byId.get(finding.card) : undefined;
      const cost = card && costOf(card);
      return {
        ...(card && { card: card.name }),
        ...(cost !== undefined && { cost }),
        ...(card?.floor !== undefined && { floor: card.floor }),
        list: listedFor(prices, item, card),
      };
    });
    const used = order && changesOf(await stores.priceLog.read(), order.platform, order.orderId);
    return { items: found, ...shown(record), ...(used !== undefined && { changesUsed: used }) };
  });

  server.handle(searchPrices, async ({ query, limit }) => {
    const { record } = await lists();
    const wanted = foldCode(query);
    const hits = wanted
      ? record.prices.filter(
          ({ code, name = '' }) => foldCode(code).includes(wanted) || foldCode(name).includes(wanted),
        )
      : record.prices.slice(0, limit);
    const rank = (code: string): number => {
      const folded = foldCode(code);
      return folded === wanted ? 0 : folded.startsWith(wanted) ? 1 : 2;
    };
    const prices = [...hits].sort((a, b) => rank(a.code) - rank(b.code)).slice(0, limit);
    return { prices, ...shown(record) };
  });

  server.handle(notePriceChange, async (change) => {
    const { agentNumber, shopName } = await stores.settings.read();
    const entry = {
      ...change,
      id: crypto.randomUUID(),
      at: now(),
      ...(agentNumber !== '' && { by: agentNumber.slice(0, 80) }),
      ...(shopName !== '' && { shop: shopName.slice(0, 120) }),
    };
    await stores.priceLog.update((log) => withPriceChange(log, entry));
    return {};
  });

  server.handle(importPrices, async (incoming) => {
    const record = await stores.prices.update((present) => {
      const next = withList(present, incoming, now());
      if (next.prices.length > mostListPrices) throw new Error(`more than ${mostListPrices} prices`);
      return next;
    });
    return { count: record.prices.length };
  });

  server.handle(undoPrices, async () => {
    let restored = false;
    await stores.prices.update((record) => {
      const before = withListBefore(record, now());
      restored = before !== undefined;
      return before ?? record;
    });
    return { restored };
  });

  server.handle(clearPrices, async () => {
    await stores.prices.update((record) => withoutList(record, now()));
    return {};
  });

  server.handle(erasePriceLog, async () => {
    await stores.priceLog.update(() => priceLogStore.defaults(now()));
    return {};
  });
}
