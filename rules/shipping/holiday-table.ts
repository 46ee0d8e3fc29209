/** A year's holidays and the working days that make up for them, as days `YYYY-MM-DD`. */
export interface HolidayYear {
  year: number;
  /** Days off, weekends among them where the table names them. */
  off: readonly string[];
  /** Weekend days that are worked. */
  work: readonly string[];
}

/** Tables the user loaded, by year; they go before those of the package. */
export type HolidayYears = Readonly<Record<number, HolidayYear>>;

/** One entry of a holiday file in the form of holiday-cn. */
export interface HolidayEntry {
  name: string;
  date: string;
  isOffDay: boolean;
}

export function holidayYear(year: number, days: readonly HolidayEntry[]): HolidayYear {
  const dates = (off: boolean): string[] =>
    days
      .filter(({ isOffDay }) => isOffDay === off)
      .map(({ date }) => date)
      .sort();
  return { year, off: dates(true), work: dates(false) };
}
