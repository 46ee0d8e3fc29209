import * as z from 'zod/mini';
import { recordFields } from './record.ts';

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

export const holidayYearSchema = z.object({
  year: z.int().check(z.minimum(2000), z.maximum(2100)),
  off: z.array(day).check(z.maxLength(366)),
  work: z.array(day).check(z.maxLength(366)),
});

export const holidaysSchema = z.object({
  ...recordFields,
  /** One table a year. */
  years: z.array(holidayYearSchema).check(z.maxLength(101)),
});
export type Holidays = z.infer<typeof holidaysSchema>;
