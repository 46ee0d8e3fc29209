import type { CourierRule } from './table.ts';
import type { Match, TableIndex } from './table-index.ts';
import type { ZoneFacts } from './zone-region.ts';

/** What the outcome may depend on while it is unknown. */
export const openFactNames = ['pieces', 'total', 'grams', 'flashSale', 'district'] as const;
export type OpenFact = (typeof openFactNames)[number];

type NumberFact = 'pieces' | 'total' | 'grams';

/** One way the unknown facts may be. Each number stands for all from it up to the next way's. */
export interface PossibleFacts {
  facts: ZoneFacts;
  /** The unknown facts that were supposed. */
  supposed: readonly Exclude<OpenFact, 'district'>[];
}

const bounds: Record<NumberFact, { min: keyof When; max: keyof When; least: number }> = {
  pieces: { min: 'minPieces', max: 'maxPieces', least: 1 },
  total: { min: 'minTotal', max: 'maxTotal', least: 0 },
  grams: { min: 'minGrams', max: 'maxGrams', least: 1 },
};
type When = NonNullable<CourierRule['when']>;
const numberFacts = ['pieces', 'total', 'grams'] as const;

/** More ways than a shop's table has; beyond it nothing is said. */
const mostWays = 400;

/**
 * Every way the unknown facts may be, as far as the rules on a region tell them apart: their bounds part the numbers
 * into stretches, and one number of each is enough. One way, nothing supposed, where no rule asks.
 * @returns undefined where there are too many ways to look at
 */
export function possibleFacts(
  index: TableIndex,
  matches: readonly Match[],
  facts: ZoneFacts,
): PossibleFacts[] | undefined {
  const whens = conditionsAt(index, matches);
  let ways: PossibleFacts[] = [{ facts, supposed: [] }];
  for (const fact of numberFacts) {
    if (facts[fact] !== undefined) continue;
    const starts = startsOf(whens, fact);
    if (starts.length < 2) continue;
    if (ways.length * starts.length > mostWays) return undefined;
    ways = ways.flatMap((way) =>
      starts.map((start) => ({
        facts: { ...way.facts, [fact]: start },
        supposed: [...way.supposed, fact],
      })),
    );
  }
  if (facts.flashSale === undefined && whens.some(({ flashSale }) => flashSale !== undefined)) {
    ways = ways.flatMap((way) =>
      [false, true].map((flashSale) => ({
        facts: { ...way.facts, flashSale },
        supposed: [...way.supposed, 'flashSale' as const],
      })),
    );
  }
  return ways;
}

function conditionsAt(index: TableIndex, matches: readonly Match[]): When[] {
  const whens: When[] = [];
  for (const { entry } of matches) if (entry.rule.when) whens.push(entry.rule.when);
  for (const list of index.defaults) for (const { rule } of list) if (rule.when) whens.push(rule.when);
  return whens;
}

/** Where the stretches begin that the bounds part a number into. */
function startsOf(whens: readonly When[], fact: NumberFact): number[] {
  const { min, max, least } = bounds[fact];
  const starts = new Set<number>();
  for (const when of whens) {
    const from = when[min];
    const to = when[max];
    if (typeof from === 'number' && from > least) starts.add(from);
    if (typeof to === 'number' && to >= least) starts.add(to + 1);
  }
  return starts.size === 0 ? [] : [least, ...[...starts].sort((a, b) => a - b)];
}
