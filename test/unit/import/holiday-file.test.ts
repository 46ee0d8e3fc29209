import { describe, expect, it } from 'vitest';
import { holidaysStore, holidayYears, withHolidayYear } from '../../../storage/holidays.ts';
import { recogniseDocument } from '../../../storage/import/document-kind.ts';
import { planHolidays, readHolidayFile } from '../../../storage/import/holiday-file.ts';

const day = (name: string, date: string, isOffDay = true) => ({ name, date, isOffDay });
const days = [
  day('元旦', '2031-01-01'),
  day('春节', '2031-01-23'),
  day('春节', '2031-01-25', false),
  day('劳动节', '2031-05-01'),
  day('国庆节', '2031-10-01'),
];
const file = (more: object = {}) => ({ $id: 'x', year: 2031, papers: [], days, ...more });
const errors = (json: unknown): string => {
  const read = readHolidayFile(json);
  return read.ok ? '' : read.errors.map((error) => error['zh-CN']).join('|');
};

describe('a holiday file in the form of holiday-cn', () => {
  it('is told by its fields and read', () => {
    const recognised = recogniseDocument(JSON.stringify(file()));
    expect(recognised).toMatchObject({ ok: true, kind: 'holidays' });
    expect(readHolidayFile(file())).toMatchObject({
      ok: true,
      table: {
        year: 2031,
        off: ['2031-01-01', '2031-01-23', '2031-05-01', '2031-10-01'],
        work: ['2031-01-25'],
      },
    });
  });

  it.each<[string, object, RegExp]>([
    [
      'a day that does not exist',
      file({ days: [...days, day('x', '2031-02-30')] }),
      /没有 2031-02-30 这一天/,
    ],
    ['a day twice', file({ days: [...days, day('元旦', '2031-01-01', false)] }), /出现了两次/],
    ['a day of another decade', file({ days: [...days, day('元旦', '2021-01-01')] }), /不是 2031 年的/],
    ['cut off', file({ days: days.slice(0, 2) }), /没有劳动节、国庆/],
    ['no day at all', file({ days: [] }), /days/],
    [
      'a date as a number',
      file({ days: [{ name: '元旦', date: 20310101, isOffDay: true }] }),
      /days\.0\.date/,
    ],
    ['a year out of bounds', file({ year: 31 }), /year/],
  ])('%s changes nothing and says why', (_, json, pattern) => {
    expect(errors(json)).toMatch(pattern);
  });

  it('the preview counts, says what it replaces, and nothing to do where it is equal', () => {
    const empty = holidaysStore.defaults(0);
    const plan = planHolidays(file(), empty);
    if (!plan.ok) throw new Error('refused');
    expect(plan).toMatchObject({ changed: 1 });
    expect(plan.lines[0]?.['zh-CN']).toContain('2031 年：放假 4 天，调休上班 1 天');
    const kept = withHolidayYear(empty, plan.table, 1);
    expect(holidaysStore.schema.safeParse(kept).success).toBe(true);
    expect(planHolidays(file(), kept)).toMatchObject({ changed: 0 });
    expect(holidayYears(kept)[2031]?.work).toEqual(['2031-01-25']);
    const other = planHolidays(file({ days: [...days, day('中秋节', '2031-10-02')] }), kept);
    expect(other.ok && other.lines[1]?.['zh-CN']).toContain('替换现在的 2031 年');
  });
});
