import type { HolidayYear, HolidayYears } from '../rules/shipping/holiday-table.ts';
import { type Holidays, holidaysSchema } from './schemas/holidays.ts';
import type { StoreDefinition } from './store.ts';

/** Holiday tables the user loaded, for years the package does not know yet (data.md §8). */
export const holidaysStore: StoreDefinition<Holidays> = {
  key: 'holidays',
  version: 1,
  schema: holidaysSchema,
  migrations: {},
  defaults: (now) => ({ id: 'holidays', createdAt: now, updatedAt: now, deletedAt: null, years: [] }),
};

/** With this year's table in the place of an older one. */
export const withHolidayYear = (record: Holidays, table: HolidayYear, at: number): Holidays => ({
  ...record,
  updatedAt: at,
  years: [
    ...record.years.filter(({ year }) => year !== table.year),
    { year: table.year, off: [...table.off], work: [...table.work] },
  ].sort((a, b) => a.year - b.year),
});

export const holidayYears = ({ years }: Pick<Holidays, 'years'>): HolidayYears =>
  Object.fromEntries(years.map((table) => [table.year, table]));
