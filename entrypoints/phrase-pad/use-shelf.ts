import { useEffect, useRef, useState } from 'react';
import type { Platform } from '../../rules/platform.ts';
import type { Library } from '../../storage/schemas/phrase.ts';
import { type PadShelf, padShelf } from './pad-shelf.ts';

/**
 * The shelf, laid out anew when phrases or marketplace change. What was only used waits until the agent has gone back
 * to the chat: the order does not change under the fingers, and a library of 20,000 is not indexed between two keys.
 * Undefined until it was laid out for the first time, so that the window is seen before.
 */
export function useShelf(library: Library, platform: Platform): PadShelf | undefined {
  const [shelf, setShelf] = useState<PadShelf>();
  const latest = useRef(library);
  latest.current = library;
  const { updatedAt } = library;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a use changes the library and not its updatedAt
  useEffect(() => {
    const stop = new AbortController();
    let laid = latest.current;
    const lay = (): void => {
      laid = latest.current;
      setShelf(padShelf(laid, platform));
    };
    const leave = (): void => {
      if (laid !== latest.current) lay();
    };
    lay();
    addEventListener('blur', leave, { signal: stop.signal });
    return () => stop.abort();
  }, [updatedAt, platform]);
  return shelf;
}
