/** A seeded source of choices. Equal seeds and equal calls give equal choices on every machine. */
export interface Choices {
  /** In [0, 1). */
  next(): number;
  /** Whole number in [min, max]. */
  int(min: number, max: number): number;
  pick<T>(from: readonly T[]): T;
  /** True in `share` of the calls. */
  chance(share: number): boolean;
  shuffle<T>(list: readonly T[]): T[];
  digits(count: number): string;
  /** An independent stream, so that one more draw in one place does not change every other place. */
  fork(label: string): Choices;
}

/** FNV-1a, 32 bits. */
const hash = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  return h >>> 0;
};

/** Mulberry32 over the hash of `seed`: small, and good enough to place practice data. */
export function createChoices(seed: string): Choices {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    pick<T>(from: readonly T[]): T {
      if (from.length === 0) throw new Error('nothing to pick from');
      return from[int(0, from.length - 1)] as T;
    },
    chance: (share) => next() < share,
    shuffle<T>(list: readonly T[]): T[] {
      const out = [...list];
      for (let i = out.length - 1; i > 0; i -= 1) {
        const j = int(0, i);
        [out[i], out[j]] = [out[j] as T, out[i] as T];
      }
      return out;
    },
    digits: (count) => Array.from({ length: count }, () => int(0, 9)).join(''),
    fork: (label) => createChoices(`${seed}/${label}`),
  };
}
