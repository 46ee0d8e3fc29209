/** Gives rows a key that is stable on one page and unique among its rows. */
export interface RowKeys {
  /** The row's own id, else a name tied to its element. */
  keyOf(id: string | undefined, item: Element): string;
  /**
   * Facts with unique keys: the second row that shows the same id gets `id#2`. A fact whose key needs no change is
   * handed on as it is; one that does keeps its changed copy from read to read.
   */
  makeUnique<T extends object>(
    keyOf: (fact: T) => string,
    withKey: (fact: T, key: string) => T,
  ): (facts: readonly T[]) => readonly T[];
}

export function createRowKeys(prefix: string): RowKeys {
  const numbers = new WeakMap<Element, number>();
  let count = 0;
  return {
    keyOf(id, item) {
      if (id !== undefined) return id;
      const number = numbers.get(item) ?? ++count;
      numbers.set(item, number);
      return `${prefix}-${number}`;
    },
    makeUnique<T extends object>(keyOf: (fact: T) => string, withKey: (fact: T, key: string) => T) {
      const copies = new WeakMap<T, T>();
      let input: readonly T[] | undefined;
      let output: readonly T[] = [];
      return (facts: readonly T[]): readonly T[] => {
        if (facts === input) return output;
        const times = new Map<string, number>();
        const next = facts.map((fact) => {
          const key = keyOf(fact);
          const time = (times.get(key) ?? 0) + 1;
          times.set(key, time);
          if (time === 1) return fact;
          const wanted = `${key}#${time}`;
          const known = copies.get(fact);
          if (known && keyOf(known) === wanted) return known;
          const copy = withKey(fact, wanted);
          copies.set(fact, copy);
          return copy;
        });
        input = facts;
        output = next.every((fact, i) => fact === facts[i]) ? facts : next;
        return output;
      };
    },
  };
}
