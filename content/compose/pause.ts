/** Resolves after `ms`, or at once when the signal aborts; callers look at the signal themselves. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

/** Resolves with the first of these events on the target, after `ms` at the latest, or when the signal aborts. */
export function eventOrPause(
  target: EventTarget,
  types: readonly string[],
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  const heard = new AbortController();
  const stop = (): void => heard.abort();
  for (const type of types) target.addEventListener(type, stop, { capture: true, signal: heard.signal });
  return pause(ms, AbortSignal.any([signal, heard.signal])).then(stop);
}

/** The next painted frame; at most 50 ms, because a hidden tab paints none. */
export function nextFrame(view: Window, signal: AbortSignal): Promise<void> {
  const painted = new AbortController();
  const frame = view.requestAnimationFrame(() => painted.abort());
  return pause(50, AbortSignal.any([signal, painted.signal])).then(() => view.cancelAnimationFrame(frame));
}
