import type { RegionNames } from '../../components/options/couriers/model.ts';
import { regionOf } from '../../rules/address/index.ts';
import { isRegionPath, suggestRegions } from '../../rules/address/region-paths.ts';
import { learnRegions } from '../../rules/address/whole-lists.ts';

/** The division lists as the courier section uses them; large, so only ever imported when they are needed. */
export function regionNames(): RegionNames {
  return {
    unknown: (names) => names.filter((name) => !isRegionPath(name)),
    suggest: suggestRegions,
    read(text) {
      // Towns alone and mistyped names are read as they will be in the pages.
      learnRegions();
      return regionOf(text);
    },
  };
}
