import type { Shift } from '../rules/shift/shift.ts';
import { type ShiftRecord, shiftRecordSchema } from './schemas/shift.ts';
import type { StoreDefinition } from './store.ts';

/** Shifts remembered; the oldest go first. */
const mostShifts = 4_000;

/**
 * When the agent worked (issue "Response time", 7). Personal data of the agent: kept as long as the ledger, exported
 * and erased with it.
 */
export const shiftsStore: StoreDefinition<ShiftRecord> = {
  key: 'shifts',
  version: 1,
  schema: shiftRecordSchema,
  migrations: {},
  packed: true,
  defaults: (now) => ({ id: 'shifts', createdAt: now, updatedAt: now, deletedAt: null, shifts: [] }),
};

/** The record with these shifts; the same record when they are the ones it holds. */
export const withShifts = (record: ShiftRecord, shifts: readonly Shift[], at: number): ShiftRecord =>
  shifts === record.shifts ? record : { ...record, updatedAt: at, shifts: shifts.slice(-mostShifts) };

/** Without shifts that ended before `before` (epoch ms). */
export const withoutShiftsBefore = (record: ShiftRecord, before: number): ShiftRecord => ({
  ...record,
  shifts: record.shifts.filter(({ end }) => end === undefined || end >= before),
});
