import type { Progress, Steps } from '../../rules/phrases/files/steps.ts';

/** A long work of the page: told of its progress, and given up when the signal says so. */
export interface LongWork {
  signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/** Milliseconds of work before the page gets its turn: half a frame, the rest is the page's own. */
const turn = 8;

/** Lets the page draw and answer. A message, because timers of a page in the background come once a second. */
export const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/**
 * Does a work in steps without holding the page.
 * @throws the signal's reason once it is aborted
 */
export async function runSteps<T>(steps: Steps<T>, { signal, onProgress }: LongWork): Promise<T> {
  for (;;) {
    const end = performance.now() + turn;
    do {
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() >= end) onProgress(step.value);
    } while (performance.now() < end);
    await pause();
    signal.throwIfAborted();
  }
}
