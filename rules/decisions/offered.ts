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

/**
 * The tables to be offered: first those whose words the buyer's last message holds (the longest word first), then those
 * the order starts, the most urgent of its marks first.
 */
export function offeredFor(
  tables: readonly DecisionTable[],
  { guided, message = '' }: { guided?: GuidedOrder | undefined; message?: string | undefined },
): DecisionTable[] {
  const said = saidIn(tables, message);
  return [...said, ...startedBy(tables, guided).filter((table) => !said.includes(table))];
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

function saidIn(tables: readonly DecisionTable[], message: string): DecisionTable[] {
  const heard = fold(message);
  const longest = ({ words }: DecisionTable): number =>
    Math.max(0, ...words.map((word) => (word !== '' && heard.includes(fold(word)) ? fold(word).length : 0)));
  return tables
    .map((table) => ({ table, length: longest(table) }))
    .filter(({ length }) => length > 0)
    .sort((one, other) => other.length - one.length)
    .map(({ table }) => table);
}

function startedBy(tables: readonly DecisionTable[], guided: GuidedOrder | undefined): DecisionTable[] {
  if (!guided) return [];
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
