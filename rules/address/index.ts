import { divisionIndex } from './divisions.ts';
import { learnSounds } from './likeness.ts';
import { parse } from './parse.ts';
import type { Inference, ParsedAddress, RegionField } from './parsed-address.ts';
import { learnTowns } from './towns.ts';

export type { Inference, ParsedAddress, RegionField } from './parsed-address.ts';

/** The region part of an address: what zone rules and remote lists go by. */
export type Region = Pick<
  ParsedAddress,
  'province' | 'city' | 'district' | 'town' | 'code' | 'candidates'
> & {
  confidence: number;
  /** Levels the text does not write, or writes with an error. */
  inferred: RegionField[];
  /** Why, part by part. */
  reasons: Inference[];
};

let loading: Promise<void> | undefined;

/**
 * Loads everything the reader knows: towns (town alone, towns that decide between districts) and sounds (mistyped
 * names). Idempotent. Until it has settled `parseAddress` works from provinces, cities and districts alone; a page
 * that only needs those never calls it and carries neither file.
 */
export function loadRegions(): Promise<void> {
  loading ??= Promise.all([import('./towns.generated.ts'), import('./sounds.generated.ts')]).then(
    ([{ towns }, { sounds }]) => {
      divisionIndex();
      learnTowns(towns);
      learnSounds(sounds);
      cache.clear();
    },
  );
  return loading;
}

/**
 * Reads province, city, district, town, detail, receiver, phone, extension and postcode from one text.
 * @param text an order's address column, a chat message, a pasted block with labels; masked parts stay masked
 * @returns official names; absent where the text does not say (data.md §4); never throws
 */
export function parseAddress(text: string): ParsedAddress {
  return parse(text);
}

const cache = new Map<string, Region>();
const CACHE_LIMIT = 4_000;

/** The region of an address text, remembered per text: an orders page asks for the same rows again and again. */
export function regionOf(text: string): Region {
  const known = cache.get(text);
  if (known) return known;
  const { province, city, district, town, code, candidates, confidence, inferred } = parse(text);
  const unwritten = inferred.flatMap(({ part, how }) => (part === 'town' || how === 'short' ? [] : [part]));
  const region: Region = {
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
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, region);
  return region;
}
