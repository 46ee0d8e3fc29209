import { useEffect, useState } from 'react';
import { watchLedger } from '../../storage/ledger-beat.ts';

/** Another number whenever events were kept: what is made of them is to be asked for again. */
export function useLedgerBeat(): number {
  const [beat, setBeat] = useState(0);
  useEffect(() => {
    const stopped = new AbortController();
    watchLedger(stopped.signal, () => setBeat((before) => before + 1));
    return () => stopped.abort();
  }, []);
  return beat;
}
