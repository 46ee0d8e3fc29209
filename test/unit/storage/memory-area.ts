import type { KeyValueArea } from '../../../storage/store.ts';

/** An area in memory that keeps structured clones, as the browser's does. */
export function memoryArea(
  start: Record<string, unknown> = {},
): KeyValueArea & { all(): Record<string, unknown> } {
  const items = new Map(Object.entries(structuredClone(start)));
  return {
    get: async (wanted) => {
      const names = wanted === null ? [...items.keys()] : [wanted].flat();
      return structuredClone(
        Object.fromEntries(names.filter((name) => items.has(name)).map((name) => [name, items.get(name)])),
      );
    },
    set: async (added) => {
      for (const [name, value] of Object.entries(structuredClone(added))) items.set(name, value);
    },
    remove: async (gone) => {
      for (const name of [gone].flat()) items.delete(name);
    },
    all: () => Object.fromEntries(items),
  };
}
