import 'fake-indexeddb/auto';
import { serialize } from 'node:v8';
import { createStore, entries } from 'idb-keyval';
import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createFigureBook } from '../../../entrypoints/background/figure-book.ts';
import { createRecentEvents } from '../../../entrypoints/background/recent-events.ts';
import { openStores } from '../../../entrypoints/background/stores.ts';
import { DAY_MS, shanghaiDay, startOfShanghaiDay } from '../../../rules/time/shanghai.ts';
import { shopMonth } from '../../fixtures/shop-month.ts';

/** A year of a busy shop and the room it may take (issue "Response time", 1). */
const YEAR_EVENTS = 2_000_000;
const YEAR_BYTES = 200_000_000;
const DAYS = 2;

it('a year of a busy shop, packed events and figures together, takes less than 200 MB', async () => {
  fakeBrowser.reset();
  const perDay = Math.round(YEAR_EVENTS / 365);
  const from = startOfShanghaiDay(Date.UTC(2026, 9, 20));
  const now = from + (DAYS + 4) * DAY_MS;
  const stores = openStores(() => now);
  const book = createFigureBook(
    stores,
    createRecentEvents(stores.ledger, () => now),
    () => now,
  );
  const platforms = ['pdd', 'taobao', 'jd'] as const;
  const shops = { seed: 1, days: DAYS, agents: 8, platforms, shops: 1, events: perDay * DAYS, from };
  for (const { events } of shopMonth(shops)) await stores.ledger.append(events);
  await stores.ledger.compact(now);
  for (const platform of platforms) {
    await book.report({ platform, from: shanghaiDay(from), to: shanghaiDay(from + (DAYS - 1) * DAY_MS) });
  }
  const sizeOf = async (name: string, objects: string): Promise<number> => {
    const all = await entries<string, unknown>(createStore(name, objects));
    return all.reduce((sum, [key, value]) => sum + key.length + serialize(value).length, 0);
  };
  const events = await sizeOf('shoubian-ledger', 'events');
  const figures = await sizeOf('shoubian-figures', 'days');
  const year = (bytes: number): number => Math.round((bytes / DAYS) * 365);
  console.info(`a year: events ${year(events) / 1e6} MB, figures ${year(figures) / 1e6} MB`);
  expect(figures).toBeGreaterThan(0);
  expect(year(events + figures)).toBeLessThan(YEAR_BYTES);
}, 120_000);
