import { type DecisionTable, shippedTables, tablesInUse } from '../rules/decisions/index.ts';
import { sameValue } from './import/same-value.ts';
import { type Decisions, decisionsSchema } from './schemas/decision-table.ts';
import type { StoreDefinition } from './store.ts';

/** The shop's own decision tables; one with the id of a shipped table stands in its place. */
export const decisionsStore: StoreDefinition<Decisions> = {
  key: 'decisions',
  version: 1,
  schema: decisionsSchema,
  migrations: {},
  defaults: (now) => ({ id: 'decisions', createdAt: now, updatedAt: now, deletedAt: null, tables: [] }),
};

/** What the guide offers: the shop's tables and the shipped ones it did not change. */
export const guideTables = ({ tables }: Pick<Decisions, 'tables'>): DecisionTable[] =>
  tablesInUse(shippedTables, tables);

/**
 * The record with these tables in the place of those with their ids, new ones behind. One that says what the shipped
 * one says is no own table: it goes on following the shipped one.
 */
export function withTables(record: Decisions, tables: readonly DecisionTable[], at: number): Decisions {
  const next = new Map(tables.map((table) => [table.id, table]));
  const kept = record.tables.map((table) => next.get(table.id) ?? table);
  const known = new Set(record.tables.map(({ id }) => id));
  const added = tables.filter(({ id }) => !known.has(id));
  const isShipped = (table: DecisionTable): boolean =>
    shippedTables.some((shipped) => shipped.id === table.id && sameValue(shipped, table));
  return { ...record, updatedAt: at, tables: [...kept, ...added].filter((table) => !isShipped(table)) };
}

/** The record without the shop's own table: the shipped one of its id applies again. */
export const withoutTable = (record: Decisions, id: string, at: number): Decisions => ({
  ...record,
  updatedAt: at,
  tables: record.tables.filter((table) => table.id !== id),
});
