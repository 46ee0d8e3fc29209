import { describe, expect, it } from 'vitest';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { writeCardFile } from '../../../rules/products/card-file.ts';
import { cardsStore, livingCards, withCards } from '../../../storage/cards.ts';
import { backedUpKeys } from '../../../storage/import/backup-file.ts';
import { planImport } from '../../../storage/import/plan-import.ts';
import { libraryStore } from '../../../storage/library.ts';
import { userMapsStore } from '../../../storage/maps.ts';
import { platformRulesStore } from '../../../storage/platform-rules.ts';
import type { Cards, StoredCard } from '../../../storage/schemas/product-card.ts';
import { settingsStore } from '../../../storage/settings.ts';
import { shopStore } from '../../../storage/shop.ts';
import { interpret } from '../../../storage/store.ts';

const day = 24 * 3600 * 1000;
const kept = (id: string, patch: Partial<StoredCard> = {}): StoredCard => ({
  id,
  createdAt: 1,
  updatedAt: 1,
  deletedAt: null,
  name: id,
  codes: [id],
  ids: [],
  points: [],
  matching: [],
  lines: [],
  ...patch,
});
const record = (...cards: StoredCard[]): Cards => ({ ...cardsStore.defaults(0), cards });
const present = (cards: Cards) => ({
  library: libraryStore.defaults(0),
  shop: { ...shopStore.defaults(0), pack: exampleShop },
  rules: platformRulesStore.defaults(0),
  maps: userMapsStore.defaults(0),
  settings: settingsStore.defaults(0),
  cards,
});

describe('product cards as a document', () => {
  const file = writeCardFile([
    { ...kept('A1'), price: 100 },
    { ...kept('B1'), name: '新的' },
  ]);

  it('are compared with what is kept; a conflict is decided by its place, else as said for all', () => {
    const now = present(record(kept('A1', { price: 200 })));
    const skipped = planImport(file, now, 'skip', 0);
    expect(skipped.ok && skipped.lines[0]?.['zh-CN']).toBe('新增 1，更新 0，相同 0，冲突 1，读不了 0');
    expect(skipped.ok && skipped.kind === 'product-cards' && skipped.cards.map(({ name }) => name)).toEqual([
      '新的',
    ]);
    const replaced = planImport(file, now, 'skip', 0, { 1: 'replace' });
    expect(replaced.ok && replaced.changed).toBe(2);
  });

  it('a card in the trash is no card to be met', () => {
    const plan = planImport(file, present(record(kept('A1', { deletedAt: 5 }))), 'skip', 0);
    expect(plan.ok && plan.lines[0]?.['zh-CN']).toContain('新增 2');
  });

  it('go into the full backup', () => {
    expect(backedUpKeys).toContain(cardsStore.key);
  });
});

describe('the store of cards', () => {
  it('keeps a deleted card thirty days', () => {
    const cards = [kept('A'), kept('B', { deletedAt: 10 * day }), kept('C', { deletedAt: 39 * day })];
    const next = withCards(record(), cards, 41 * day);
    expect(next.cards.map(({ id }) => id)).toEqual(['A', 'C']);
    expect(livingCards(next).map(({ id }) => id)).toEqual(['A']);
  });

  it('sets classes aside that are not in order', () => {
    const value = { ...record(), sizeSteps: { mini: 300, small: 200, medium: 400 } };
    expect(interpret(cardsStore, { version: 1, value }, 0).state).toBe('bad');
    expect(interpret(cardsStore, { version: 1, value: JSON.stringify(record()) }, 0).state).toBe('kept');
  });
});
