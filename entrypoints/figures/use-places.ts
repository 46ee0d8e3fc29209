import { useEffect, useState } from 'react';
import type { FiguresPlace } from '../../components/figures/model.ts';
import { platforms } from '../../rules/platform.ts';
import { readCoverage } from '../../storage/contracts/figures.ts';
import { sendRequest } from '../../storage/messages/send.ts';

/** Platforms and shops that have messages, and between which days. */
export type Coverage = { platform: FiguresPlace['platform']; shop: string; first: string; last: string }[];

/**
 * What the ledger holds at all; undefined until it is known.
 * @param turn another word asks again
 */
export function usePlaces(turn: string): { coverage?: Coverage; failed: boolean } {
  const [state, setState] = useState<{ coverage?: Coverage; failed: boolean }>({ failed: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the turn asks again
  useEffect(() => {
    let isGone = false;
    sendRequest(readCoverage, {}).then(
      ({ places }) => !isGone && setState({ coverage: places, failed: false }),
      (error: unknown) => {
        if (isGone) return;
        console.error('[shoubian] figures', error);
        setState((before) => ({ ...before, failed: true }));
      },
    );
    return () => {
      isGone = true;
    };
  }, [turn]);
  return state;
}

/** The same by platform, in the house's order, with the shop's own name where it is known. */
export function placesOf(coverage: Coverage, nameOf: (shop: string) => string): FiguresPlace[] {
  return platforms.flatMap((platform) => {
    const own = coverage.filter((one) => one.platform === platform);
    if (own.length === 0) return [];
    return [
      {
        platform,
        shops: own.map(({ shop }) => ({ id: shop, name: nameOf(shop) })),
        first: own.map(({ first }) => first).sort()[0] ?? '',
        last:
          own
            .map(({ last }) => last)
            .sort()
            .at(-1) ?? '',
      },
    ];
  });
}
