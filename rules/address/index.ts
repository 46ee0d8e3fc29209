import { divisionIndex } from './divisions.ts';
import { type ParsedAddress, parse, type RegionField } from './parse.ts';

export type { ParsedAddress, RegionField } from './parse.ts';

/** The region part of an address: what zone rules and remote lists go by. */
export type Region = Pick<ParsedAddress, 'province' | 'city' | 'district' | 'code' | 'candidates'> & {
  confidence: number;
  inferred: RegionField[];
};

/**
 * Builds the division index ahead of the first address, so that no page pays for it while it scrolls. Idempotent;
 * `parseAddress` builds it by itself when nobody asked.
 */
export function loadRegions(): Promise<void> {
  return new Promise((resolve) => {
    divisionIndex();
    resolve();
  });
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
  const { province, city, district, code, candidates, confidence, inferred } = parse(text);
  const region: Region = {
    confidence,
    inferred,
    ...(province === undefined ? {} : { province }),
    ...(city === undefined ? {} : { city }),
    ...(district === undefined ? {} : { district }),
    ...(code === undefined ? {} : { code }),
    ...(candidates === undefined ? {} : { candidates }),
  };
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, region);
  return region;
}
