import * as z from 'zod/mini';
import type { Shift } from '../../rules/shift/shift.ts';
import { recordFields } from './record.ts';

const at = z.int();
const cause = z.enum(['hand', 'activity']);

/** Breaks of one shift; more is no day's work. */
export const breaksSchema = z.array(z.object({ from: at, to: z.exactOptional(at) })).check(z.maxLength(200));

const shiftSchema: z.ZodMiniType<Shift> = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(80)),
  agent: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(40))),
  start: at,
  end: z.exactOptional(at),
  breaks: breaksSchema,
  startedBy: cause,
  endedBy: z.exactOptional(cause),
  orders: z.exactOptional(z.int().check(z.nonnegative())),
});

export const shiftRecordSchema = z.object({
  ...recordFields,
  /** Oldest first; only the last may run. */
  shifts: z.array(shiftSchema),
});
export type ShiftRecord = z.infer<typeof shiftRecordSchema>;
