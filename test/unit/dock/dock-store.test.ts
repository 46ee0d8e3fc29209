import { expect, test, vi } from 'vitest';
import type { DockModel } from '../../../components/dock/model.ts';
import { createDockStore } from '../../../content/dock/dock-store.ts';

const model: DockModel = {
  language: 'zh-CN',
  theme: 'auto',
  place: { collapsed: false, top: 0 },
  orphaned: false,
  health: [],
  hasEditor: false,
  waiting: [],
  phrases: [],
  categories: [],
};

test('a change makes a new model and tells, no change does neither', () => {
  const store = createDockStore(model);
  const told = vi.fn();
  const stop = store.subscribe(told);
  store.patch({ hasEditor: false, health: model.health, notice: undefined });
  expect(store.get()).toBe(model);
  expect(told).not.toHaveBeenCalled();
  store.patch({ hasEditor: true });
  expect(store.get()).toEqual({ ...model, hasEditor: true });
  expect(model.hasEditor).toBe(false);
  expect(told).toHaveBeenCalledTimes(1);
  stop();
  store.patch({ hasEditor: false });
  expect(told).toHaveBeenCalledTimes(1);
});

test('undefined takes an optional part away', () => {
  const store = createDockStore(model);
  store.patch({ notice: { id: '1', level: 'info', text: { 'zh-CN': '好', en: 'ok' } } });
  store.patch({ notice: undefined });
  expect('notice' in store.get()).toBe(false);
});
