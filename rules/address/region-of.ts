import { parse } from './parse.ts';
import { forgetHeads, quickRegion } from './quick-region.ts';
import type { Region } from './region.ts';
import { regionPart } from './region-part.ts';

const cache = new Map<string, Region>();
const CACHE_LIMIT = 4_000;

/** The region of an address text, remembered per text: an orders page asks for the same rows again and again. */
export function regionOf(text: string): Region {
  const known = cache.get(text);
  if (known) return known;
  const region = quickRegion(text) ?? regionPart(parse(text));
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, region);
  return region;
}

/** What was read with fewer lists is read again. */
export function forgetRegions(): void {
  cache.clear();
  forgetHeads();
}
