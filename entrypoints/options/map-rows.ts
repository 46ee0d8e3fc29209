import type { MapRow } from '../../components/options/model.ts';
import { healthLines } from '../../content/desks/health-lines.ts';
import { builtInMaps, effectiveMaps } from '../../content/sites/built-in.ts';
import { matchesPattern } from '../../rules/hosts/match-pattern.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import type { SiteMap } from '../../storage/schemas/site-map.ts';
import { isMarketOn } from '../../storage/settings.ts';
import { marketRow } from '../shared/market-rows.ts';

/** A page of that host, to ask patterns about. */
const pageOf = (pattern: string): string =>
  pattern.replace(/^\*:/, 'https:').replace('://*.', '://www.').replaceAll('*', '');

/** The map that is on and read before this one on all of its hosts (the first that names a page wins). */
function shadowOf(map: SiteMap, before: readonly SiteMap[]): SiteMap | undefined {
  return before.find((other) =>
    map.hosts.every((host) => other.hosts.some((pattern) => matchesPattern(pageOf(host), pattern))),
  );
}

/** Every map as the options list it: built-in ones, those the agent changed, and their own. */
export function mapRows(state: KeptState, granted: ReadonlySet<string>): MapRow[] {
  const maps = effectiveMaps(state.maps);
  const builtIn = new Map(builtInMaps().map((map) => [map.id, map]));
  return maps.map((map, i) => {
    const page = state.health.pages.find((one) => one.id === map.id);
    const [line] = page ? healthLines(page.broken, page.gone) : [];
    const record = state.maps.maps.find((one) => one.id === map.id && one.deletedAt === null);
    const original = builtIn.get(map.id);
    const shadow = shadowOf(
      map,
      maps.slice(0, i).filter((other) => isMarketOn(state.settings, other.id)),
    );
    return {
      ...marketRow(map, state.settings, granted),
      hosts: [...map.hosts],
      granted: map.hosts.filter((host) => granted.has(host)),
      document: map,
      origin: !record ? 'built-in' : original ? 'changed' : 'own',
      canRevert: record?.before !== undefined,
      pagesOff: [...(state.settings.pagesOff[map.id] ?? [])],
      ...(original && { builtIn: original }),
      ...(line && { broken: line.text }),
      ...(shadow && { shadowedBy: shadow.name }),
    };
  });
}
