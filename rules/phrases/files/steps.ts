/** How far a long work has come, in whatever it counts. */
export interface Progress {
  done: number;
  total: number;
}

/**
 * A long work in small steps: whoever drives it decides when to pause, so that a file of 50,000 rows never holds a
 * page (phrases.md §6.9). Every step is a bounded amount of work, whatever the file's size.
 */
export type Steps<T> = Generator<Progress, T, undefined>;

/** Does all of it at once, where nobody waits: the background, and tests. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
