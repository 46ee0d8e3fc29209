import * as z from 'zod/mini';

/**
 * Every stored record carries these, so that a team copy may be merged later (issue "The main job", 11).
 * Times are epoch ms; `deletedAt` is null while the record lives.
 */
export const recordFields = {
  id: z.string().check(z.minLength(1)),
  createdAt: z.int(),
  updatedAt: z.int(),
  deletedAt: z.nullable(z.int()),
};
export interface StoredRecord {
  id: string;
  createdAt: number;
  updatedAt: number;
  deletedAt: number | null;
}
