import { useEffect, useState } from 'react';
import { decisionsStore } from '../../storage/decisions.ts';
import type { Decisions } from '../../storage/schemas/decision-table.ts';
import { watchStore } from '../../storage/watch.ts';

/** The shop's own decision tables, now and after each change. */
export function useDecisions(): Decisions {
  const [decisions, setDecisions] = useState<Decisions>(() => decisionsStore.defaults(0));
  useEffect(() => {
    const stop = new AbortController();
    watchStore(decisionsStore, () => Date.now(), stop.signal, setDecisions).catch((error) =>
      console.error('[shoubian] decisions', error),
    );
    return () => stop.abort();
  }, []);
  return decisions;
}
