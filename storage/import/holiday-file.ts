import * as z from 'zod/mini';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { type HolidayYear, holidayYear } from '../../rules/shipping/holiday-table.ts';
import { shanghaiDay, shanghaiEpoch } from '../../rules/time/shanghai.ts';
import type { Holidays } from '../schemas/holidays.ts';
import { issueTexts } from './courier-file.ts';
import { sameValue } from './same-value.ts';

/** The form of holiday-cn: one file a year, which names no format of its own. */
const holidayFileSchema = z.object({
  year: z.int().check(z.minimum(2000), z.maximum(2100)),
  days: z
    .array(
      z.object({
        name: z.string().check(z.minLength(1), z.maxLength(40)),
        date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
        isOffDay: z.boolean(),
      }),
    )
    .check(z.minLength(1), z.maxLength(366)),
});

/** Whether a document looks like such a file; it is told by its fields. */
export const isHolidayFile = (json: unknown): boolean =>
  typeof json === 'object' &&
  json !== null &&
  'year' in json &&
  Array.isArray((json as { days?: unknown }).days);

/** A year has at least these; a table without them is cut off, and would call holidays working days. */
const everyYear = ['元旦', '春节', '劳动节', '国庆'];

export function readHolidayFile(
  json: unknown,
): { ok: true; table: HolidayYear; names: string[] } | { ok: false; errors: LocalText[] } {
  const parsed = holidayFileSchema.safeParse(json);
  if (!parsed.success) return { ok: false, errors: issueTexts(parsed.error.issues) };
  const { year, days } = parsed.data;
  const errors: LocalText[] = [];
  const seen = new Set<string>();
  for (const { date } of days) {
    const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
    const at = shanghaiEpoch(y, m, d);
    if (at === undefined || shanghaiDay(at) !== date) {
      errors.push(say(`没有 ${date} 这一天`, `There is no day ${date}`));
    } else if (seen.has(date)) errors.push(say(`${date} 出现了两次`, `${date} stands twice`));
    // The days around New Year stand in the tables of both years.
    else if (Math.abs(y - year) > 1)
      errors.push(say(`${date} 不是 ${year} 年的`, `${date} is not of ${year}`));
    seen.add(date);
  }
  const missing = everyYear.filter((name) => !days.some((day) => day.isOffDay && day.name.includes(name)));
  if (missing.length > 0) {
    errors.push(
      say(
        `${year} 年的表里没有${missing.join('、')}，可能不完整`,
        `The table of ${year} lacks ${missing.join(', ')} and may be cut off`,
      ),
    );
  }
  if (errors.length > 0) return { ok: false, errors: errors.slice(0, 10) };
  return { ok: true, table: holidayYear(year, days), names: [...new Set(days.map(({ name }) => name))] };
}

/** What such a file would change. */
export function planHolidays(
  json: unknown,
  present: Holidays | undefined,
):
  | { ok: true; table: HolidayYear; changed: number; problems: LocalText[]; lines: LocalText[] }
  | { ok: false; errors: LocalText[] } {
  const read = readHolidayFile(json);
  if (!read.ok) return read;
  const { table, names } = read;
  const before = present?.years.find(({ year }) => year === table.year);
  const counts = `${table.off.length}/${table.work.length}`;
  return {
    ok: true,
    table,
    changed: before && sameValue(before, table) ? 0 : 1,
    problems: [],
    lines: [
      say(
        `${table.year} 年：放假 ${table.off.length} 天，调休上班 ${table.work.length} 天（${names.join('、')}）`,
        `${table.year}: days off / worked ${counts} (${names.join(', ')})`,
      ),
      ...(before
        ? [say(`替换现在的 ${table.year} 年节假日表`, `Replaces the present table of ${table.year}`)]
        : []),
    ],
  };
}
