import { parse } from './parse.ts';
import type { ParsedAddress } from './parsed-address.ts';
import type { Region } from './region.ts';

/** The region part of what was read. */
export function regionPart(parsed: ParsedAddress): Region {
  const { province, city, district, town, code, candidates, confidence, inferred } = parsed;
  const unwritten = inferred.flatMap(({ part, how }) => (part === 'town' || how === 'short' ? [] : [part]));
  return {
    confidence,
    inferred: [...new Set(unwritten)],
    reasons: inferred,
    ...(province === undefined ? {} : { province }),
    ...(city === undefined ? {} : { city }),
    ...(district === undefined ? {} : { district }),
    ...(town === undefined ? {} : { town }),
    ...(code === undefined ? {} : { code }),
    ...(candidates === undefined ? {} : { candidates }),
  };
}

const cache = new Map<string, Region>();
const CACHE_LIMIT = 4_000;

/** The region of an address text, remembered per text: an orders page asks for the same rows again and again. */
export function regionOf(text: string): Region {
  const known = cache.get(text);
  if (known) return known;
  const region = regionPart(parse(text));
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, region);
  return region;
}

/** What was read with fewer lists is read again. */
export const forgetRegions = (): void => cache.clear();
