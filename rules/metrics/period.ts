import type { Figure } from './figure.ts';

/**
 * Rates, means and counts are sums of integers, so weeks and months weigh by counts and are never means of percentages
 * (rules.md §8). Every figure is a sum over conversations: a new message changes only its own.
 *
 * Sums figures of the same id; their order is that of the first list that has them.
 */
export function sumFigures(lists: readonly (readonly Figure[])[]): Figure[] {
  const sums = new Map<string, Figure>();
  for (const item of lists.flat()) {
    const sum = sums.get(item.id);
    sums.set(item.id, sum ? plus(sum, item) : item);
  }
  return [...sums.values()];
}

/** Of a mean the numerator is in seconds and exact to the millisecond: summed as integers. */
function plus(one: Figure, other: Figure): Figure {
  const isCount = one.unit === 'count';
  const numerator =
    one.unit === 's'
      ? (Math.round(one.numerator * 1_000) + Math.round(other.numerator * 1_000)) / 1_000
      : one.numerator + other.numerator;
  const denominator = isCount ? 1 : one.denominator + other.denominator;
  return {
    ...one,
    numerator,
    denominator,
    value: denominator === 0 ? null : numerator / denominator,
    uncertain: one.uncertain + other.uncertain,
    unsettled: one.unsettled || other.unsettled,
  };
}
