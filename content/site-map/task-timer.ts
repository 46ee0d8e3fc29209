/** Runs a function after a delay in ms and returns how to call it off. */
export type SetTimer = (run: () => void, ms: number) => () => void;

/**
 * Timers of a page that may be hidden: a delay of 0 runs as a message task, because browsers hold `setTimeout` back
 * in hidden tabs, first to one a second and later to one a minute (platform.md §8).
 */
export function createTaskTimer(signal: AbortSignal): SetTimer {
  const { port1, port2 } = new MessageChannel();
  const waiting = new Set<() => void>();
  port1.onmessage = () => {
    const due = [...waiting];
    waiting.clear();
    for (const run of due) run();
  };
  signal.addEventListener('abort', () => port1.close(), { once: true });
  return (run, ms) => {
    if (ms > 0) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    }
    waiting.add(run);
    port2.postMessage(undefined);
    return () => waiting.delete(run);
  };
}
