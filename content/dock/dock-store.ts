import type { DockModel } from '../../components/dock/model.ts';

/** Changes to a plain object; `undefined` takes an optional field away. */
export type Patch<T> = {
  [K in keyof T]?: T[K] | (object extends Pick<T, K> ? undefined : never);
};

/** A value that views follow, in the shape of React's `useSyncExternalStore`. */
export interface Store<T extends object> {
  get(): T;
  /** Tells subscribers only when something really changed. */
  patch(change: Patch<T>): void;
  /** @returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

export type DockStore = Store<DockModel>;

/** Keeps one object; every change makes a new one, so that views may compare by identity. */
export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    patch(change) {
      const next = { ...value };
      let changed = false;
      for (const key of Object.keys(change) as (keyof T)[]) {
        if (change[key] === undefined ? !(key in next) : Object.is(next[key], change[key])) continue;
        changed = true;
        if (change[key] === undefined) delete next[key];
        else next[key] = change[key] as T[keyof T];
      }
      if (!changed) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The store between desks, which write it, and the dock's views, which only read it. */
export function createDockStore(initial: DockModel): DockStore {
  return createStore(initial);
}
