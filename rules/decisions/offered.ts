import { checkTable } from './check-table.ts';
import type { DecisionTable } from './decision-table.ts';
import type { GuidedOrder } from './read-facts.ts';
import { startsOf } from './read-facts.ts';

/**
 * The shipped tables with the shop's own in their places, the shop's further ones behind. An own table that cannot be
 * used (kept by another version of the program) gives way to the shipped one.
 */
export function tablesInUse(
  shipped: readonly DecisionTable[],
  own: readonly DecisionTable[],
): DecisionTable[] {
  const usable = new Map(
    own.filter((table) => checkTable(table).length === 0).map((table) => [table.id, table]),
  );
  const known = new Set(shipped.map(({ id }) => id));
  return [
    ...shipped.map((table) => usable.get(table.id) ?? table),
    ...[...usable.values()].filter(({ id }) => !known.has(id)),
  ];
}

/** The tables an order starts, the most urgent of its marks first. */
export function offeredFor(tables: readonly DecisionTable[], guided: GuidedOrder): DecisionTable[] {
  const starts = startsOf(guided);
  const place = (table: DecisionTable): number => {
    const places = table.starts.map((start) => starts.indexOf(start)).filter((at) => at >= 0);
    return places.length > 0 ? Math.min(...places) : -1;
  };
  return tables
    .map((table) => ({ table, at: place(table) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)
    .map(({ table }) => table);
}
