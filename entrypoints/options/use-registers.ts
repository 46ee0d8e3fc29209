import { useEffect, useState } from 'react';
import type { RegisterEntry } from '../../rules/registers/entry.ts';
import { entryView, livingEntries, registersStore } from '../../storage/registers.ts';
import { watchStore } from '../../storage/watch.ts';

/** The entries of the registers, the newest first. Read only while they are shown: they may be thousands. */
export function useRegisters(shown: boolean): readonly RegisterEntry[] {
  const [entries, setEntries] = useState<readonly RegisterEntry[]>([]);
  useEffect(() => {
    if (!shown) return undefined;
    const stop = new AbortController();
    watchStore(
      registersStore,
      () => Date.now(),
      stop.signal,
      (record) => setEntries(livingEntries(record).map(entryView).reverse()),
    ).catch((error) => console.error('[shoubian] registers', error));
    return () => stop.abort();
  }, [shown]);
  return entries;
}
