/** The page's clock: the `now` of the address plus what was advanced, or the computer's clock without one. */
export interface PracticeClock {
  now(): number;
  advance(ms: number): void;
  /** Moves on to `ms`; a clock never goes back. */
  advanceTo(ms: number): void;
}

export function createClock(start: number | undefined, live: boolean): PracticeClock {
  const openedAt = Date.now();
  let added = 0;
  // With a given start the clock stands still, so that a test decides every moment; live play lets it run.
  const base = (): number => (start === undefined ? Date.now() : start + (live ? Date.now() - openedAt : 0));
  return {
    now: () => base() + added,
    advance: (ms) => {
      added += Math.max(0, ms);
    },
    advanceTo: (ms) => {
      added += Math.max(0, ms - (base() + added));
    },
  };
}
