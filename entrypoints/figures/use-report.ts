import { useEffect, useState } from 'react';
import type { FiguresChoice } from '../../components/figures/model.ts';
import type { FigureReport } from '../../rules/figures/figure-report.ts';
import { prepareFigures, readReport } from '../../storage/contracts/figures.ts';
import { sendRequest } from '../../storage/messages/send.ts';

export interface AskedReport {
  report?: FigureReport;
  /** While days are still worked out. */
  progress?: { done: number; of: number };
  /** The last question got no answer. */
  failed: boolean;
}

/**
 * The report of what was chosen. Days that no cache holds are worked out first, piece by piece, so that the page can say
 * how far it is; a question that was overtaken by another is given up at the next piece.
 * @param turn another word asks the same again
 */
export function useReport(choice: FiguresChoice | undefined, turn: string): AskedReport {
  const [state, setState] = useState<AskedReport>({ failed: false });
  const { platform, shop, agent, from, to } = choice ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: the turn asks again
  useEffect(() => {
    if (platform === undefined || from === undefined || to === undefined) return undefined;
    const stop = new AbortController();
    const question = {
      platform,
      from,
      to,
      ...(shop !== undefined && { shop }),
      ...(agent !== undefined && { agent }),
    };
    const run = async (): Promise<void> => {
      for (let last = Number.POSITIVE_INFINITY; ; ) {
        const { left, of } = await sendRequest(prepareFigures, { platform, from, to });
        if (stop.signal.aborted) return;
        // No piece done: what is left is worked out with the report itself.
        if (left === 0 || left >= last) break;
        last = left;
        setState((before) => ({ ...before, progress: { done: of - left, of }, failed: false }));
      }
      const report = await sendRequest(readReport, question);
      if (!stop.signal.aborted) setState({ report, failed: false });
    };
    run().catch((error: unknown) => {
      if (stop.signal.aborted) return;
      console.error('[shoubian] figures', error);
      setState(({ report }) => ({ ...(report && { report }), failed: true }));
    });
    return () => stop.abort();
  }, [platform, shop, agent, from, to, turn]);
  return state;
}
