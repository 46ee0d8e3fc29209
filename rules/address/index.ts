import { parse } from './parse.ts';
import type { ParsedAddress } from './parsed-address.ts';

export type { Inference, ParsedAddress, RegionField } from './parsed-address.ts';
export type { Region, RegionReader } from './region.ts';
export { regionOf } from './region-of.ts';
export { regionPart } from './region-part.ts';

let loading: Promise<void> | undefined;

/**
 * Loads everything the reader knows: towns (town alone, towns that decide between districts) and sounds (mistyped
 * names). Idempotent. Until it has settled `parseAddress` works from provinces, cities and districts alone. A context
 * that may not import while it runs has `learnRegions` in its bundle instead.
 */
export function loadRegions(): Promise<void> {
  loading ??= import('./whole-lists.ts').then(({ learnRegions }) => learnRegions());
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
