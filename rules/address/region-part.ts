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
