import type { PageReading } from '../../content/site-map/facts.ts';
import { isOwnNode } from '../../content/site-map/own-nodes.ts';
import { watchPage } from '../../content/site-map/watch-page.ts';
import { builtInMaps } from '../../content/sites/built-in.ts';
import { matchesAny } from '../../rules/hosts/match-pattern.ts';

/** A reading as it can leave the page: an element becomes `true`, everything else is as read. */
export type PlainReading = Pick<PageReading, 'mapId' | 'kind' | 'level' | 'health'> & {
  fact: Record<string, unknown>;
};

/**
 * Runs the product's engine with the built-in maps in this very page, without the extension around it, so that what
 * is measured is the reading alone. Evaluated in the page by the reading test.
 *
 * @param now the page's clock, epoch ms
 * @returns gives the newest readings
 */
export function startReading(now: () => number): () => PlainReading[] {
  let newest: readonly PageReading[] = [];
  watchPage({
    maps: builtInMaps().filter((map) => matchesAny(location.href, map.hosts)),
    document,
    now,
    signal: new AbortController().signal,
    isOurs: isOwnNode,
    topFrame: window === window.top,
    onReadings: (readings) => {
      newest = readings;
    },
  });
  return () =>
    newest.map(({ mapId, kind, level, health, fact }) => ({
      mapId,
      kind,
      level,
      health,
      fact: JSON.parse(
        JSON.stringify(fact, (_, value) => (value instanceof Node ? true : value)),
      ) as PlainReading['fact'],
    }));
}
