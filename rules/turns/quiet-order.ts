interface Quiet {
  t: number;
  key: string;
}

const before = (a: Quiet, b: Quiet): boolean => a.t < b.t || (a.t === b.t && a.key < b.key);

/** Conversations by the time of our last word, so that those silent long enough are found without asking them all. */
export interface QuietOrder {
  add(t: number, key: string): void;
  remove(t: number, key: string): void;
  /**
   * Those with `from` ≤ t ≤ `until` that are not `without`, the oldest first.
   * @param most of the list; `count` counts them all
   */
  between(
    from: number,
    until: number,
    without: ReadonlySet<string>,
    most: number,
  ): { list: Quiet[]; count: number };
  /** The first t after `t`; undefined when there is none. */
  after(t: number): number | undefined;
}

export function createQuietOrder(): QuietOrder {
  const order: Quiet[] = [];
  const timeOf = new Map<string, number>();

  /** How many stand before `quiet`. */
  function place(quiet: Quiet): number {
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const one = order[middle];
      if (one && before(one, quiet)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** No key is empty, so that this stands before everything of its instant. */
  const start = (t: number): number => place({ t, key: '' });

  return {
    add(t, key) {
      order.splice(place({ t, key }), 0, { t, key });
      timeOf.set(key, t);
    },
    remove(t, key) {
      const at = place({ t, key });
      if (order[at]?.key === key) order.splice(at, 1);
      timeOf.delete(key);
    },
    between(from, until, without, most) {
      const first = start(from);
      const last = Math.max(first, start(until + 1));
      let count = last - first;
      for (const key of without) {
        const t = timeOf.get(key);
        if (t !== undefined && t >= from && t <= until) count -= 1;
      }
      const list: Quiet[] = [];
      for (let i = first; i < last && list.length < most; i += 1) {
        const one = order[i];
        if (one && !without.has(one.key)) list.push(one);
      }
      return { list, count };
    },
    after: (t) => order[start(t + 1)]?.t,
  };
}
