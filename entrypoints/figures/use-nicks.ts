import { useEffect, useState } from 'react';
import type { FigureReport } from '../../rules/figures/figure-report.ts';
import { createBuyerNicks } from '../../storage/buyer-nicks.ts';

/** Names the pages gave the buyers of the report's longest waits, as far as they are still kept; read only. */
export function useNicks(report: FigureReport | undefined): Readonly<Record<string, string>> {
  const [nicks, setNicks] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    if (!report || report.slowest.length === 0) return undefined;
    let isGone = false;
    const { platform } = report.question;
    createBuyerNicks(() => Date.now())
      .all()
      .then(
        (known) => {
          if (isGone) return;
          const keys = report.slowest.map(({ shop, buyer }) => `${platform}|${shop}|${buyer}`);
          setNicks(
            Object.fromEntries(keys.flatMap((key) => (known.has(key) ? [[key, known.get(key) ?? '']] : []))),
          );
        },
        // Without names the buyers' numbers are shown.
        (error: unknown) => console.error('[shoubian] nicks', error),
      );
    return () => {
      isGone = true;
    };
  }, [report]);
  return nicks;
}
