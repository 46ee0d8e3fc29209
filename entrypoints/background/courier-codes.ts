import { regionCodes } from '../../rules/zones/find-place.ts';
import type { CourierTable } from '../../rules/zones/table.ts';

/**
 * The table with the codes of the places it names. The background has the lists of divisions; pages that flag orders
 * carry none, and follow a former or renamed district by its code. Provinces go by their names.
 */
export function withCodes({ codes: _, ...table }: CourierTable): CourierTable {
  const codes = regionCodes(
    table.rules.flatMap(({ regions }) => regions.filter((region) => region.includes('/'))),
  );
  return Object.keys(codes).length > 0 ? { ...table, codes } : table;
}
