import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { darkPalette, lightPalette } from '../ui/tokens.ts';
import type { PageLook } from './chart/look-context.ts';

/** Whether the media query holds, now and after it changes. `atOnce`: redrawn before the browser goes on. */
function useMedia(query: string, atOnce = false): boolean {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const stop = new AbortController();
    const follow = (): void => {
      const set = (): void => setHolds(list.matches);
      if (atOnce) flushSync(set);
      else set();
    };
    setHolds(list.matches);
    list.addEventListener('change', follow, { signal: stop.signal });
    return () => stop.abort();
  }, [query, atOnce]);
  return holds;
}

/** True from just before the browser lays the page out for paper: charts are drawn anew for its width in between. */
function usePrinting(): boolean {
  const isPaper = useMedia('print', true);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    addEventListener('beforeprint', () => flushSync(() => setAsked(true)), { signal });
    addEventListener('afterprint', () => flushSync(() => setAsked(false)), { signal });
    return () => stop.abort();
  }, []);
  return isPaper || isAsked;
}

/** The colours the charts are drawn in: the page's theme, and light on paper. */
export function usePageLook(theme: 'auto' | 'light' | 'dark'): PageLook {
  const prefersDark = useMedia('(prefers-color-scheme: dark)');
  const isPrinting = usePrinting();
  const isDark = !isPrinting && (theme === 'dark' || (theme === 'auto' && prefersDark));
  return useMemo(() => ({ palette: isDark ? darkPalette : lightPalette, isPrinting }), [isDark, isPrinting]);
}
