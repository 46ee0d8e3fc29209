import { matchesAny } from '../../rules/hosts/match-pattern.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import type { SiteMap } from '../../storage/schemas/site-map.ts';
import { isMarketOn, pagesOffOf } from '../../storage/settings.ts';
import { effectiveMaps } from '../sites/built-in.ts';

/** What a page of this market shows: its map, and which of its kinds of page are turned off. */
export const shownOf = (state: KeptState, map: SiteMap | undefined): string =>
  JSON.stringify([map, map && pagesOffOf(state.settings, map.id)]);

/** The map of a page whose market is on; undefined where there is none. */
export const mapFor = (state: KeptState, url: string): SiteMap | undefined =>
  effectiveMaps(state.maps).find((map) => matchesAny(url, map.hosts) && isMarketOn(state.settings, map.id));
