/** A source of chance: each call gives 0 ≤ x < 1. Rules have none of their own. */
export type Chance = () => number;

/**
 * Remembers what it drew: every `start()` gives the same draws again from the first on. What the agent saw in the
 * preview is then what is inserted.
 */
export function steadyChance(chance: Chance): { start(): Chance } {
  const drawn: number[] = [];
  return {
    start() {
      let at = 0;
      return () => {
        const draw = drawn[at] ?? chance();
        drawn[at] = draw;
        at += 1;
        return draw;
      };
    },
  };
}

const below = (chance: Chance, limit: number): number => Math.min(limit - 1, Math.floor(chance() * limit));

export const drawOne = (options: readonly string[], chance: Chance): string =>
  options[below(chance, options.length)] ?? '';

/** Digits, the first of which is not 0. */
export const drawDigits = (digits: number, chance: Chance): string =>
  Array.from({ length: digits }, (_, at) => (at === 0 ? 1 + below(chance, 9) : below(chance, 10))).join('');

/** A version 4 UUID. */
export const drawUuid = (chance: Chance): string =>
  'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (sign) =>
    (sign === 'x' ? below(chance, 16) : 8 + below(chance, 4)).toString(16),
  );
