/** Everything of this page that counts seconds. */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

const ring = (): void => {
  for (const listener of [...listeners]) listener();
};

function runOrRest(): void {
  const wanted = listeners.size > 0 && !document.hidden;
  if (wanted) timer ??= setInterval(ring, 1_000);
  else {
    clearInterval(timer);
    timer = undefined;
  }
}

const shown = (): void => {
  runOrRest();
  // Back in view: what stood still is right at once, not at the next tick.
  if (!document.hidden) ring();
};

/**
 * Calls the listener once a second until the signal aborts. One timer serves the whole page, so that all clocks tick
 * together; none runs while nobody listens or the page is hidden, and a page that comes back is told at once.
 */
export function everySecond(listener: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  if (listeners.size === 0) document.addEventListener('visibilitychange', shown);
  listeners.add(listener);
  runOrRest();
  signal.addEventListener(
    'abort',
    () => {
      listeners.delete(listener);
      if (listeners.size === 0) document.removeEventListener('visibilitychange', shown);
      runOrRest();
    },
    { once: true },
  );
}
