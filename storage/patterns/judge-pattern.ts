import type { AST } from '@eslint-community/regexpp';
import { analyse } from 'scslre';
import { ATTACK_END, attacksOn } from './attack-texts.ts';
import { type PatternTree, quantifiersIn, readPattern } from './pattern-tree.ts';

/**
 * What a pattern would do to a page (issue 3, bad input).
 * `runaway`: some text keeps it busy for ever. `slow`: its time grows with the cube of the text or worse.
 * `unclear`: too much repeats in it to tell. `invalid`: no pattern at all.
 */
export type PatternVerdict = 'fine' | 'runaway' | 'slow' | 'unclear' | 'invalid';

const MAX_QUANTIFIERS = 25;
/** A repetition with this much room counts as one without end even where nothing around it repeats. */
const WIDE = 50;
/** Time that grows by a third with each repeat, the least that matters, is seconds long after this many. */
const MAX_REPEATS = 64;
const STEP = 2;
/** No pattern that is fit for use needs this for some hundred characters, on any machine. */
const TRIAL_MS = 25;

const isInRepeat = (node: AST.Quantifier): boolean => {
  for (let at: AST.Node | null = node.parent as AST.Node | null; at; at = at.parent) {
    if (at.type === 'Quantifier' && at.max > 1) return true;
  }
  return false;
};

/**
 * The source with bounded repetitions written as endless ones where the bound does not help: inside another
 * repetition ({1,30} in {1,30} runs away just as + in + does), or with much room. The analysis knows endless ones only.
 */
function widened(source: string, { pattern }: PatternTree): string {
  const bounded = quantifiersIn(pattern).filter(
    (one) =>
      one.max !== Number.POSITIVE_INFINITY &&
      one.max > one.min &&
      (isInRepeat(one) || one.max - one.min >= WIDE),
  );
  // The signs themselves never overlap, whatever stands inside what.
  return bounded
    .sort((a, b) => b.end - a.end)
    .reduce(
      (text, { element, end, min, greedy }) =>
        `${text.slice(0, element.end)}{${min},}${greedy ? '' : '?'}${text.slice(end)}`,
      source,
    );
}

/** By the shape of the pattern: repetitions that compete for the same characters. */
function judgeShape(source: string, tree: PatternTree): PatternVerdict {
  const literal = { source: widened(source, tree), flags: tree.flags };
  // Whether a match can still fail after a loop inside a loop is beyond the analysis, so it is taken for granted.
  const nested = analyse(literal, {
    assumeRejectingSuffix: true,
    reportTypes: { Move: false, Trade: true, Self: true },
  }).reports;
  if (nested.some((report) => report.exponential)) return 'runaway';
  if (nested.some((report) => report.type === 'Self')) return 'slow';
  const reports = analyse(literal).reports;
  const trades = reports.filter((report) => report.type === 'Trade').length;
  const moves = reports.some((report) => report.type === 'Move');
  // One pair that competes, or one start that moves along, is the square of a text that is cut short: bearable.
  return trades > 1 || (trades === 1 && moves) ? 'slow' : 'fine';
}

function takesTooLong(regex: RegExp, text: string, clock: () => number): boolean {
  const start = clock();
  regex.test(text);
  return clock() - start > TRIAL_MS;
}

/** By trying: overlapping alternatives ((a|a)*) are no competing repetitions, and still run away. */
function runsAway(source: string, { pattern, flags }: PatternTree, clock: () => number): boolean {
  const regex = new RegExp(source, flags);
  for (const { before, pump } of attacksOn(pattern)) {
    for (let count = STEP; count <= MAX_REPEATS; count += STEP) {
      const text = before + pump.repeat(count) + ATTACK_END;
      // A machine that was busy with something else for a moment is not the pattern's fault.
      if (takesTooLong(regex, text, clock) && takesTooLong(regex, text, clock)) return true;
    }
  }
  return false;
}

/**
 * Judges a regular expression before it may meet a page. Costs up to some 100 ms, so it is asked when a map comes
 * in, never while a page is read.
 * @param clock ms, as `performance.now`
 */
export function judgePattern(source: string, clock: () => number): PatternVerdict {
  const tree = readPattern(source);
  if (!tree) return 'invalid';
  if (quantifiersIn(tree.pattern).length > MAX_QUANTIFIERS) return 'unclear';
  try {
    const shape = judgeShape(source, tree);
    if (shape !== 'fine') return shape;
    return runsAway(source, tree, clock) ? 'runaway' : 'fine';
  } catch {
    // Too large for the analysis, or for the browser's own matcher, which only says so when it is run.
    return 'unclear';
  }
}
