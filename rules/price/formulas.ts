import type { LocalText } from '../language/local-text.ts';
import { say } from '../language/local-text.ts';
import { formatFen } from '../money/money.ts';
import { type Expression, nameWords, type PriceName, printExpression, type Rounding } from './expression.ts';
import { decimal, type Fraction, floorOf, fraction } from './fraction.ts';
import { readExpression } from './read-expression.ts';
import type { NamedFormula } from './shop-pricing.ts';

/** What the names of a formula stand for; fen. A name that is used and not given is said, never taken as 0. */
export type FormulaValues = Partial<Record<PriceName, number>>;

export type FormulaResult =
  | {
      ok: true;
      /** Fen, rounded half up once, at the end. */
      price: number;
      /** The whole calculation as shown to the agent: `(30.00 + 10) ÷ 0.6 ÷ 0.7 = 95.24`. */
      arithmetic: string;
      /** The exact result has more than two decimals. */
      rounded: boolean;
    }
  | { ok: false; says: LocalText };

/** Dearer than anything sold here: a slip of the pen, not a price. */
const mostFen = 100_000_000_00;

class Refusal extends Error {
  constructor(readonly says: LocalText) {
    super(says.en);
  }
}

/**
 * Works a price out by a shop's formula (mission.md B11), exactly: fractions to the end, then one rounding half up to
 * the fen. A formula that cannot be read, divides by zero, misses a value or gives less than nothing is refused with
 * the reason.
 */
export function workFormula(formula: Pick<NamedFormula, 'expression'>, values: FormulaValues): FormulaResult {
  const reading = readExpression(formula.expression);
  if (!reading.ok) return { ok: false, says: reading.fault.says };
  return workExpression(reading.expression, values);
}

export function workExpression(expression: Expression, values: FormulaValues): FormulaResult {
  try {
    const yuan = inYuan(expression, values);
    if (yuan.top < 0n) {
      return {
        ok: false,
        says: say('算出来是负数，请看一下公式', 'The result is negative; look at the formula'),
      };
    }
    const exact = fraction(yuan.top * 100n, yuan.bottom);
    const price = Number(floorOf(fraction(exact.top * 2n + exact.bottom, exact.bottom * 2n)));
    if (price > mostFen) {
      return {
        ok: false,
        says: say('算出来的数太大，请看一下公式', 'The result is too large; look at the formula'),
      };
    }
    const text = printExpression(expression, (name) => formatFen(values[name] ?? 0));
    return { ok: true, price, arithmetic: `${text} = ${formatFen(price)}`, rounded: exact.bottom !== 1n };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, says: error.says };
    throw error;
  }
}

/** In yuan. */
function inYuan(part: Expression, values: FormulaValues): Fraction {
  switch (part.kind) {
    case 'number':
      return decimal(part.text);
    case 'name': {
      const fen = values[part.name];
      if (fen === undefined) {
        const name = nameWords[part.name];
        throw new Refusal(
          say(`公式要用「${name}」，还没有填`, `The formula needs "${part.name}", which is not given`),
        );
      }
      return fraction(BigInt(fen), 100n);
    }
    case 'minus': {
      const { top, bottom } = inYuan(part.of, values);
      return { top: -top, bottom };
    }
    case 'percent': {
      const { top, bottom } = inYuan(part.of, values);
      return fraction(top, bottom * 100n);
    }
    case 'round':
      return rounded(inYuan(part.of, values), part.how);
    case 'pair': {
      const left = inYuan(part.left, values);
      const right = inYuan(part.right, values);
      if (part.operator === '×') return fraction(left.top * right.top, left.bottom * right.bottom);
      if (part.operator === '÷') {
        if (right.top === 0n) {
          const divisor = printExpression(part.right);
          throw new Refusal(say(`除数「${divisor}」是 0，不能除`, `The divisor "${divisor}" is 0`));
        }
        return fraction(left.top * right.bottom, left.bottom * right.top);
      }
      const sign = part.operator === '+' ? 1n : -1n;
      return fraction(left.top * right.bottom + sign * right.top * left.bottom, left.bottom * right.bottom);
    }
  }
}

/**
 * Rounds yuan off. Downwards where agents speak of 抹零, so never in the shop's favour; an amount too small to be
 * rounded down to anything above nothing stays as it is.
 */
export function rounded(yuan: Fraction, how: Rounding): Fraction {
  const { top, bottom } = yuan;
  if (how === 'half-up') return fraction(floorOf(fraction(top * 2n + bottom, bottom * 2n)), 1n);
  const down =
    how === 'yuan'
      ? fraction(floorOf(yuan), 1n)
      : how === 'five'
        ? fraction(floorOf(fraction(top, bottom * 5n)) * 5n, 1n)
        : fraction(floorOf(fraction(top * 10n + bottom, bottom * 10n)) * 10n - 1n, 10n);
  return down.top <= 0n && top > 0n ? yuan : down;
}

/** Rounds fen off; see {@link rounded}. */
export function roundOff(fen: number, how: Rounding): number {
  const { top, bottom } = rounded(fraction(BigInt(fen), 100n), how);
  return Number((top * 100n) / bottom);
}
