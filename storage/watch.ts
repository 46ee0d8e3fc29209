import { browser } from '#imports';
import { interpret, type KeyValueArea, type StoreDefinition } from './store.ts';

/** The area every store lies in. */
export const localArea = (): KeyValueArea => browser.storage.local;

/**
 * Gives the present value and every later one until the signal aborts. For views and desks: read only, the
 * defaults stand in for what is missing or bad.
 */
export async function watchStore<T>(
  definition: StoreDefinition<T>,
  now: () => number,
  signal: AbortSignal,
  changed: (value: T) => void,
): Promise<void> {
  const show = (raw: unknown): void => {
    if (!signal.aborted) changed(interpret(definition, raw, now(), { quick: true }).value);
  };
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const change = changes[definition.key];
    if (area === 'local' && change) show(change.newValue);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
  const items = await localArea().get(definition.key);
  show(items[definition.key]);
}

/** Tells that a store changed, without reading it: for stores too large to be carried into pages. */
export function watchChange(key: string, signal: AbortSignal, changed: () => void): void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && key in changes) changed();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}
