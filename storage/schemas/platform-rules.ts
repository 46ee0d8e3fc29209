import * as z from 'zod/mini';
import type { UserRows } from '../../rules/packs/user-rows.ts';
import { recordFields, type StoredRecord } from './record.ts';

const seconds = z.int().check(z.minimum(1), z.maximum(86_400));
const hours = z.int().check(z.minimum(1), z.maximum(9_600));
const fen = z.int().check(z.nonnegative(), z.maximum(100_000_000));
const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const limits = z.object({ soft: seconds, warn: seconds, breach: seconds });

/** One value of a row (rules/packs/platform-row.ts); what fits which row is judged by rules/packs/row-fault.ts. */
export const rowValueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('window'), window: z.object({ from: clock, to: clock }) }),
  z.object({ kind: z.literal('limits'), limits: z.extend(limits, { first: z.exactOptional(limits) }) }),
  z.object({ kind: z.literal('seconds'), seconds }),
  z.object({ kind: z.literal('share'), share: z.int().check(z.minimum(1), z.maximum(10_000)) }),
  z.object({ kind: z.literal('count'), count: z.int().check(z.minimum(1), z.maximum(100_000)) }),
  z.object({
    kind: z.literal('hours'),
    hours,
    pickupHours: z.exactOptional(hours),
    numberHours: z.exactOptional(hours),
    longHours: z.exactOptional(z.array(hours).check(z.maxLength(8))),
  }),
  z.object({ kind: z.literal('warn-hours'), hours: z.array(hours).check(z.minLength(1), z.maxLength(8)) }),
  z.object({ kind: z.literal('choice'), choice: z.string().check(z.minLength(1), z.maxLength(40)) }),
  z.object({ kind: z.literal('days'), days: z.array(day).check(z.maxLength(400)) }),
  z.object({
    kind: z.literal('kinds'),
    kinds: z.array(z.enum(['human', 'assist'])).check(z.minLength(1), z.maxLength(2)),
  }),
  z.object({
    kind: z.literal('merge'),
    same: z.enum(['receiver', 'account']),
    consent: z.exactOptional(z.literal(true)),
    most: z.exactOptional(z.int().check(z.minimum(2), z.maximum(10_000))),
    paidOnline: z.exactOptional(z.literal(true)),
  }),
  z.object({
    kind: z.literal('penalty'),
    bands: z
      .array(
        z.object({
          upTo: z.exactOptional(fen),
          fixed: z.exactOptional(fen),
          basisPoints: z.exactOptional(z.int().check(z.nonnegative(), z.maximum(10_000))),
          least: z.exactOptional(fen),
          most: z.exactOptional(fen),
        }),
      )
      .check(z.minLength(1), z.maxLength(10)),
  }),
  z.object({ kind: z.literal('trail'), silentHours: hours, standstillHours: hours, redHours: hours }),
  z.object({ kind: z.literal('empty') }),
]);

export const rowId = z.string().check(z.minLength(1), z.maxLength(40));
export const rowNote = z.string().check(z.maxLength(300));

const userRowSchema = z.object({
  value: rowValueSchema,
  note: z.exactOptional(rowNote),
  date: day,
  over: rowValueSchema,
});

export interface PlatformRules extends StoredRecord {
  /** Row id → the user's value. */
  rows: UserRows;
}
export const userRowsSchema = z.record(rowId, userRowSchema);
export const platformRulesSchema: z.ZodMiniType<PlatformRules> = z.object({
  ...recordFields,
  rows: userRowsSchema,
});
