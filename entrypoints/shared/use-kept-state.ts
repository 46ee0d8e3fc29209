import { useEffect, useState } from 'react';
import { followKept, type KeptState } from '../../storage/kept-state.ts';

/** Everything kept, now and after each change; undefined until the first read has answered. */
export function useKeptState(): KeptState | undefined {
  const [state, setState] = useState<KeptState>();
  useEffect(() => {
    const stop = new AbortController();
    followKept(() => Date.now(), stop.signal, setState).then(setState, (error) =>
      console.error('[shoubian] stores', error),
    );
    return () => stop.abort();
  }, []);
  return state;
}
