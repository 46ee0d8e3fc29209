import * as z from 'zod/mini';
import { recordFields } from './schemas/record.ts';
import type { StoreDefinition } from './store.ts';

/** Tables remembered; the oldest answer goes first. */
const MOST_TABLES = 100;

export const rememberedColumnsSchema = z.object({
  /** Per column what it holds (rules/phrases/files/header.ts); null: not taken over. */
  columns: z.array(z.nullable(z.string())).check(z.maxLength(30)),
  headRows: z.int().check(z.nonnegative()),
});
export type RememberedColumns = z.infer<typeof rememberedColumnsSchema>;

const columnMemorySchema = z.object({
  ...recordFields,
  /** By the names in the table's header, the newest last. */
  tables: z.array(z.tuple([z.string(), rememberedColumnsSchema])),
});
export type ColumnMemory = z.infer<typeof columnMemorySchema>;

/** What the agent said the columns of tables are, so that the next file of the same program is read at once. */
export const columnMemoryStore: StoreDefinition<ColumnMemory> = {
  key: 'columns',
  version: 1,
  schema: columnMemorySchema,
  migrations: {},
  defaults: (now) => ({ id: 'columns', createdAt: now, updatedAt: now, deletedAt: null, tables: [] }),
};

export const withTable = (
  memory: ColumnMemory,
  header: string,
  columns: RememberedColumns,
  at: number,
): ColumnMemory => ({
  ...memory,
  updatedAt: at,
  tables: [
    ...memory.tables.filter(([known]) => known !== header),
    [header, columns] as [string, RememberedColumns],
  ].slice(-MOST_TABLES),
});
