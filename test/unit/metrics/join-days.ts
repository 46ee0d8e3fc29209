import type { FigurePart } from '../../../rules/metrics/compute.ts';
import { sumFigures } from '../../../rules/metrics/period.ts';

/**
 * Parts of different conversations, or of different days, as one. Rates, means and counts are sums of integers, so
 * weeks and months weigh by counts and are never means of percentages (rules.md §8); medians and percentiles come from
 * all waits; people are counted once. Every figure is a sum over conversations: a new message changes only its own.
 */
export function sumParts(parts: readonly FigurePart[]): FigurePart {
  return {
    published: sumFigures(parts.map(({ published }) => published)),
    generic: {
      sums: sumFigures(parts.map(({ generic }) => generic.sums)),
      calendar: parts.flatMap(({ generic }) => generic.calendar),
      inHours: parts.flatMap(({ generic }) => generic.inHours),
      rough: parts.reduce((sum, { generic }) => sum + generic.rough, 0),
      unreplied: [...new Set(parts.flatMap(({ generic }) => generic.unreplied))],
      slow: [...new Set(parts.flatMap(({ generic }) => generic.slow))],
    },
  };
}

/**
 * The parts of several days as one (issue "Response time": 30 days out of what each day kept).
 * @param days one part for each calendar day, oldest first
 */
export function joinDays(days: readonly FigurePart[]): FigurePart {
  const sum = sumParts(days);
  const month = sumFigures(days.slice(-MONTH_DAYS).map(({ published }) => published)).find(
    ({ id }) => id === 'PDD-3M',
  );
  // PDD-30D is no sum of what it was on each day: it is the three-minute rate of the last 30 days.
  const published = sum.published.map((item) =>
    item.id === 'PDD-30D' && month ? { ...month, id: item.id } : item,
  );
  return { ...sum, published };
}

const MONTH_DAYS = 30;
