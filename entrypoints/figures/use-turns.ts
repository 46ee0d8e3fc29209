import { useEffect, useState } from 'react';

/** New messages come one by one; the figures are counted again once they pause, or after this long at the latest. */
const QUIET_MS = 1_500;
const LATEST_MS = 10_000;

/** How often there was something new, and how often the agent asked to look again. */
export interface Turns {
  changes: number;
  asked: number;
  again(): void;
}

/** Follows `changed`, which is another with every message; counted once it has settled. */
export function useTurns(changed: string | undefined): Turns {
  const [changes, setChanges] = useState(0);
  const [asked, setAsked] = useState(0);
  const [since, setSince] = useState<number>();
  useEffect(() => {
    if (changed !== undefined) setSince((before) => before ?? Date.now());
  }, [changed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change begins the pause anew
  useEffect(() => {
    if (since === undefined) return undefined;
    const wait = Math.min(QUIET_MS, Math.max(0, since + LATEST_MS - Date.now()));
    const timer = setTimeout(() => {
      setSince(undefined);
      setChanges((before) => before + 1);
    }, wait);
    return () => clearTimeout(timer);
  }, [since, changed]);
  return { changes, asked, again: () => setAsked((before) => before + 1) };
}
