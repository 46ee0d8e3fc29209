// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DockModel } from '../../../components/dock/model.ts';
import { createDockStore } from '../../../content/dock/dock-store.ts';
import { watchOrphan } from '../../../content/dock/orphan.ts';

const model: DockModel = {
  language: 'zh-CN',
  theme: 'auto',
  place: { collapsed: true, top: 0.4 },
  orphaned: false,
  health: [],
  hasEditor: false,
  waiting: [],
  phrases: [],
  categories: [],
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  const store = createDockStore(model);
  const stop = vi.fn();
  const life = { alive: true };
  const end = new AbortController();
  watchOrphan({ document, store, isAlive: () => life.alive, stop, signal: end.signal });
  return { store, stop, life, end };
}

test('a script without its extension opens the dock on the one line and stops, once', () => {
  const { store, stop, life } = watched();
  vi.advanceTimersByTime(60_000);
  expect(stop).not.toHaveBeenCalled();
  life.alive = false;
  vi.advanceTimersByTime(5000);
  expect(store.get()).toMatchObject({ orphaned: true, place: { collapsed: false, top: 0.4 } });
  vi.advanceTimersByTime(60_000);
  expect(stop).toHaveBeenCalledTimes(1);
});

test('the agent’s next key finds it out at once', () => {
  const { stop, life } = watched();
  life.alive = false;
  document.dispatchEvent(new Event('keydown'));
  expect(stop).toHaveBeenCalledTimes(1);
});

test('nothing is looked at after the end', () => {
  const { stop, life, end } = watched();
  end.abort();
  life.alive = false;
  vi.advanceTimersByTime(60_000);
  document.dispatchEvent(new Event('keydown'));
  expect(stop).not.toHaveBeenCalled();
});
