import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { everySecond } from './every-second.ts';

const ClockContext = createContext<() => number>(() => Date.now());

/** Replaces the clock below it. `now` must be stable between renders. */
export function ClockProvider({ now, children }: { now: () => number; children: ReactNode }) {
  return <ClockContext.Provider value={now}>{children}</ClockContext.Provider>;
}

/** The present minute in epoch ms: views that tell whole minutes wake once in a minute, while they are seen. */
export function useMinute(): number {
  const now = useContext(ClockContext);
  const [minute, setMinute] = useState(() => minuteOf(now()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      const time = now();
      setMinute(minuteOf(time));
      if (!document.hidden) timer = setTimeout(look, minuteOf(time) + 60_000 - time);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [now]);
  return minute;
}

const minuteOf = (time: number): number => Math.floor(time / 60_000) * 60_000;

/**
 * The time in epoch ms, renewed each second while `running` and the page is seen. It is read from the clock on every
 * tick, never added up, so a throttled tab is right again at its first tick.
 */
export function useNow(running: boolean): number {
  const now = useContext(ClockContext);
  const [time, setTime] = useState(now);
  useEffect(() => {
    setTime(now());
    if (!running) return;
    const own = new AbortController();
    everySecond(() => setTime(now()), own.signal);
    return () => own.abort();
  }, [now, running]);
  return time;
}
