import { useSyncExternalStore } from 'react';
import type { Desk } from '../simulator/desk.ts';

/** Lets React pages draw again after each change of the desk (the desk's lists are changed in place). */
export function createDeskHook(desk: Desk): { useDesk(): void; again(): void } {
  let version = 0;
  const listeners = new Set<() => void>();
  const again = (): void => {
    version += 1;
    for (const listener of listeners) listener();
  };
  desk.onChange(again);
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    useDesk: () => {
      useSyncExternalStore(subscribe, () => version);
    },
    again,
  };
}
