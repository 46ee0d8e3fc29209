import { useCallback, useEffect, useState } from 'react';
import { type Aside, listAside } from '../../storage/aside.ts';
import { localArea } from '../../storage/watch.ts';

/** Stores that were set aside because they could not be read, and a way to look again. */
export function useAside(): { aside: Aside[]; lookAgain: () => void } {
  const [aside, setAside] = useState<Aside[]>([]);
  const lookAgain = useCallback(() => {
    listAside(localArea()).then(setAside, () => setAside([]));
  }, []);
  useEffect(lookAgain, [lookAgain]);
  return { aside, lookAgain };
}
