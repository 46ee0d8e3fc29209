import { type Attack, attacksOn } from './attack-texts.ts';
import { stepCounter } from './count-steps.ts';
import { type PatternTree, quantifiersIn, readPattern } from './pattern-tree.ts';

/**
 * What a pattern would do to a page (issue 3, bad input).
 * `runaway`: some text keeps it busy for ever. `slow`: its time grows with the cube of the text or worse.
 * `unclear`: too much repeats in it to tell. `invalid`: no pattern at all.
 */
export type PatternVerdict = 'fine' | 'runaway' | 'slow' | 'unclear' | 'invalid';

const MAX_QUANTIFIERS = 25;

/** Repeats of the pump; steps that grow by a fifth with each, the least that matters, pass the limit in the end. */
const REPEATS = [2, 4, 6, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 64];
const RUNAWAY_STEPS = 300_000;
/** No power of a text this short comes near the limit. */
const SHORTEST = 48;
const POWER_SHARE = 40;

/** Lengths of texts at which the growth of steps is seen. */
const SHORT = 150;
const LONG = 300;
/** Below this a text of `SHORT` was read straight through. */
const STRAIGHT_STEPS = SHORT * 12;
/** Twice the text, 2^2 = 4 times the steps: bearable for texts that are cut short. 2^3 = 8 times is not. */
const STEEPEST = 5.7;
const MOST_STEPS = 2_000_000;

type Count = (text: string, limit: number) => number;

const textOf = ({ before, pump, end }: Attack, repeats: number): string =>
  before + pump.repeat(repeats) + end;

/** By short texts: what passes the limit on one of them multiplies its steps with each repeat, or is a high power. */
function judgeRepeats(attack: Attack, count: Count): PatternVerdict {
  for (const repeats of REPEATS) {
    const text = textOf(attack, repeats);
    if (text.length > LONG) return 'fine';
    if (count(text, RUNAWAY_STEPS) <= RUNAWAY_STEPS) continue;
    // Half the repeats take next to nothing where each one multiplies the steps; a power of them takes its share.
    const half = count(textOf(attack, repeats / 2), RUNAWAY_STEPS);
    return text.length <= SHORTEST || half * POWER_SHARE < RUNAWAY_STEPS ? 'runaway' : 'slow';
  }
  return 'fine';
}

/** Whether twice the text takes far more than four times the steps. */
function growsTooFast(attack: Attack, count: Count): boolean {
  const ofLength = (length: number): string => textOf(attack, Math.floor(length / attack.pump.length));
  const short = count(ofLength(SHORT), MOST_STEPS);
  if (short <= STRAIGHT_STEPS) return false;
  if (short > MOST_STEPS) return true;
  const bearable = Math.floor(short * STEEPEST);
  return count(ofLength(LONG), bearable) > bearable;
}

function judgeTree(tree: PatternTree): PatternVerdict {
  const count = stepCounter(tree);
  const attacks = attacksOn(tree.pattern);
  let worst: PatternVerdict = 'fine';
  for (const attack of attacks) {
    const verdict = judgeRepeats(attack, count);
    if (verdict === 'runaway') return verdict;
    if (verdict === 'slow') worst = verdict;
  }
  if (worst === 'fine' && attacks.some((attack) => growsTooFast(attack, count))) worst = 'slow';
  return worst;
}

/**
 * Judges a regular expression before it may meet a page, by the steps a backtracking matcher takes on texts made to
 * keep it busy: the same verdict on every machine. Costs up to some 100 ms, so it is asked when a map comes in, never
 * while a page is read.
 */
export function judgePattern(source: string): PatternVerdict {
  const tree = readPattern(source);
  if (!tree) return 'invalid';
  if (quantifiersIn(tree.pattern).length > MAX_QUANTIFIERS) return 'unclear';
  try {
    // The browser only says that a pattern is too large for it when it is run.
    new RegExp(source, tree.flags).test('');
    return judgeTree(tree);
  } catch {
    return 'unclear';
  }
}
