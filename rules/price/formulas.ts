import { formatFen } from '../money/money.ts';

/** One step from cost to price. `by` is a decimal as written, so that 0.6 stays exactly 6/10; yuan for sums. */
export interface FormulaStep {
  does: 'add' | 'subtract' | 'multiply' | 'divide';
  by: string;
}

/** A shop's own way from cost to price (mission.md B11); the steps run in order. */
export interface PriceFormula {
  id: string;
  name: string;
  steps: readonly FormulaStep[];
}

/** The example shops' formulas (mission.md B11): a labelled example, each shop edits its own. */
export const examplePriceFormulas: readonly PriceFormula[] = [
  {
    id: 'example-xialuoxi',
    name: '夏洛昔',
    steps: [
      { does: 'add', by: '10' },
      { does: 'divide', by: '0.6' },
      { does: 'divide', by: '0.7' },
    ],
  },
  { id: 'example-nahaoya', name: '娜好呀', steps: [{ does: 'add', by: '15' }] },
];

export interface FormulaResult {
  /** Fen, rounded half up once, at the end. */
  price: number;
  /** The whole calculation as shown to the agent: `(30.00 + 10) ÷ 0.6 ÷ 0.7 = 95.24`. */
  arithmetic: string;
}

const signs = { add: '+', subtract: '−', multiply: '×', divide: '÷' } as const;

/**
 * Works a price out from a cost in fen, exactly (fractions, one rounding). Undefined when a step is not a
 * decimal of at most four places, divides by zero, or the price comes out negative.
 */
export function workFormula(formula: PriceFormula, cost: number): FormulaResult | undefined {
  let top = BigInt(cost);
  let bottom = 1n;
  let text = formatFen(cost);
  let loose = false;
  for (const step of formula.steps) {
    const by = readDecimal(step.by);
    if (!by || (step.does === 'divide' && by.top === 0n)) return undefined;
    const binds = step.does === 'multiply' || step.does === 'divide';
    if (binds && loose) text = `(${text})`;
    loose = !binds;
    text = `${text} ${signs[step.does]} ${step.by.trim()}`;
    if (step.does === 'multiply') [top, bottom] = [top * by.top, bottom * by.bottom];
    else if (step.does === 'divide') [top, bottom] = [top * by.bottom, bottom * by.top];
    else {
      const fen = by.top * 100n * bottom;
      top = top * by.bottom + (step.does === 'add' ? fen : -fen);
      bottom *= by.bottom;
    }
  }
  if (top < 0n) return undefined;
  const price = Number((2n * top + bottom) / (2n * bottom));
  if (!Number.isSafeInteger(price)) return undefined;
  const exact = top % bottom === 0n;
  return { price, arithmetic: `${text} ${exact ? '=' : '≈'} ${formatFen(price)}` };
}

function readDecimal(text: string): { top: bigint; bottom: bigint } | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,4}))?$/.exec(text.normalize('NFKC').trim());
  if (!match) return undefined;
  const decimals = match[2] ?? '';
  return { top: BigInt(`${match[1]}${decimals}`), bottom: 10n ** BigInt(decimals.length) };
}
