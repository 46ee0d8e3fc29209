import type { RegionNames } from '../../components/options/couriers/model.ts';
import { regionOf } from '../../rules/address/index.ts';
import { learnRegions } from '../../rules/address/whole-lists.ts';
import { findRegion } from '../../rules/zones/find-place.ts';
import { suggestRegions } from '../../rules/zones/suggest-regions.ts';

/** The division lists as the courier section uses them; large, so only ever imported when they are needed. */
export function regionNames(): RegionNames {
  return {
    find: findRegion,
    suggest: suggestRegions,
    read(text) {
      // Towns alone and mistyped names are read as they will be in the pages.
      learnRegions();
      return regionOf(text);
    },
  };
}
