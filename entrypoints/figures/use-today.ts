import { useEffect, useState } from 'react';
import { DAY_MS, shanghaiDay, startOfShanghaiDay } from '../../rules/time/shanghai.ts';

/** The present Shanghai day, also after midnight and after the machine has slept over it. */
export function useToday(): string {
  const [today, setToday] = useState(() => shanghaiDay(Date.now()));
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      const now = Date.now();
      setToday(shanghaiDay(now));
      // A second late rather than early: a timer may ring a little before its time.
      timer = setTimeout(look, startOfShanghaiDay(now) + DAY_MS - now + 1_000);
    };
    look();
    document.addEventListener('visibilitychange', look, { signal: stop.signal });
    addEventListener('focus', look, { signal: stop.signal });
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, []);
  return today;
}
