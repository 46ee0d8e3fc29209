import { type FigurePart, figurePart } from '../metrics/compute.ts';
import type { Figure } from '../metrics/figure.ts';
import type { MetricSettings } from '../metrics/metric-settings.ts';
import type { Platform } from '../platform.ts';

/** Numbers of one figure in a row: numerator (ms where it is a time), denominator, uncertain, marks of 口径待核. */
const WIDTH = 4;
/** 拼多多: the three-minute rate of the thirty days up to the last. */
export const MONTH_RATE = 'PDD-30D';
const DAY_RATE = 'PDD-3M';

/** Which figures a platform has, in their order: every part of it is a row of numbers of this form. */
export interface FigureForm {
  platform: Platform;
  published: readonly Figure[];
  sums: readonly Figure[];
}

export function figureForm(platform: Platform, settings: MetricSettings): FigureForm {
  const { published, generic } = figurePart([], { platform, settings, from: 0, to: 0, now: 0 });
  return { platform, published, sums: generic.sums };
}

/** Length of a row. */
export const rowLength = (form: FigureForm): number => (form.published.length + form.sums.length) * WIDTH;

/**
 * The summable figures of a part as integers, so that conversations are added and taken away again without a rest.
 * PDD-30D is no figure of a day: on each day it stands for the three-minute rate (period.ts).
 */
export function toRow(part: FigurePart): number[] {
  const day = part.published.find(({ id }) => id === DAY_RATE);
  const row: number[] = [];
  for (const item of [...part.published, ...part.generic.sums]) {
    const { unit, numerator, denominator, uncertain, unsettled } = item.id === MONTH_RATE && day ? day : item;
    const whole = unit === 's' ? Math.round(numerator * 1_000) : numerator;
    row.push(whole, unit === 'count' ? 0 : denominator, uncertain, unsettled ? 1 : 0);
  }
  return row;
}

/** Whether a row counts nothing; a mark of 口径待核 alone is nothing. */
export const isEmptyRow = (row: readonly number[]): boolean =>
  row.every((value, i) => value === 0 || i % WIDTH === WIDTH - 1);

/** The figures of a row. */
export function fromRow(form: FigureForm, row: ArrayLike<number>): { published: Figure[]; sums: Figure[] } {
  const read = (item: Figure, place: number): Figure => {
    const at = place * WIDTH;
    const whole = row[at] ?? 0;
    const numerator = item.unit === 's' ? whole / 1_000 : whole;
    const denominator = item.unit === 'count' ? 1 : (row[at + 1] ?? 0);
    return {
      ...item,
      numerator,
      denominator,
      value: denominator === 0 ? null : numerator / denominator,
      uncertain: row[at + 2] ?? 0,
      unsettled: item.unsettled || (row[at + 3] ?? 0) > 0,
    };
  };
  return {
    published: form.published.map(read),
    sums: form.sums.map((item, i) => read(item, form.published.length + i)),
  };
}

/** Whether the platform has a rate of its own over thirty days, which is no figure of the span. */
export const hasMonthRate = (form: FigureForm): boolean => form.published.some(({ id }) => id === MONTH_RATE);

/** The row with PDD-30D taken from the row of the thirty days up to the span's last. */
export function withMonth(form: FigureForm, row: readonly number[], month: readonly number[]): number[] {
  const to = form.published.findIndex(({ id }) => id === MONTH_RATE);
  const from = form.published.findIndex(({ id }) => id === DAY_RATE);
  if (to < 0 || from < 0) return [...row];
  return row.map((value, i) => {
    const field = i - to * WIDTH;
    return field >= 0 && field < WIDTH ? (month[from * WIDTH + field] ?? 0) : value;
  });
}

/** `into` plus (or minus) a row, in place. */
export function addRow(into: number[], row: ArrayLike<number>, sign: 1 | -1 = 1): void {
  for (let i = 0; i < row.length; i += 1) into[i] = (into[i] ?? 0) + sign * (row[i] ?? 0);
}
