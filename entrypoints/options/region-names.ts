import type { RegionNames } from '../../components/options/couriers/model.ts';
import { regionOf } from '../../rules/address/index.ts';
import { learnRegions } from '../../rules/address/whole-lists.ts';
import { type FoundPlace, findRegion } from '../../rules/zones/find-place.ts';
import { suggestRegions } from '../../rules/zones/suggest-regions.ts';

/** A table of 5,000 rules is looked over at every change of it: looking for what was meant takes its time only once. */
const found = new Map<string, FoundPlace>();
const mostFound = 20_000;

/** The division lists as the courier section uses them; large, so only ever imported when they are needed. */
export function regionNames(): RegionNames {
  return {
    find(region) {
      const known = found.get(region);
      if (known) return known;
      const answer = findRegion(region);
      if (found.size > mostFound) found.clear();
      found.set(region, answer);
      return answer;
    },
    suggest: suggestRegions,
    read(text) {
      // Towns alone and mistyped names are read as they will be in the pages.
      learnRegions();
      return regionOf(text);
    },
  };
}
