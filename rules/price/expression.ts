/** What a formula may name. */
export const priceNames = ['cost', 'freight', 'price'] as const;
export type PriceName = (typeof priceNames)[number];

/** How an amount is rounded off: down to whole yuan, down to 5 yuan, down to the last amount that ends in .9. */
export const roundings = ['yuan', 'five', 'nine', 'half-up'] as const;
export type Rounding = (typeof roundings)[number];

export type Operator = '+' | '−' | '×' | '÷';

/** A formula as a tree. `text` of a number is its digits as written, half width and without commas. */
export type Expression =
  | { kind: 'number'; text: string }
  | { kind: 'name'; name: PriceName }
  | { kind: 'minus'; of: Expression }
  | { kind: 'percent'; of: Expression }
  | { kind: 'round'; how: Rounding; of: Expression }
  | { kind: 'pair'; operator: Operator; left: Expression; right: Expression };

/** How names are printed; `成本` is what the shops of mission.md B11 write. */
export const nameWords: Record<PriceName, string> = { cost: '成本', freight: '邮费', price: '原价' };
export const roundingWords: Record<Rounding, string> = {
  yuan: '抹零',
  five: '抹到5',
  nine: '尾数9',
  'half-up': '取整',
};

const bindsTight = (operator: Operator): boolean => operator === '×' || operator === '÷';

/**
 * The formula in our own spelling, with brackets only where they are needed; reading it gives the same tree.
 * @param written what stands for a name, e.g. the cost itself; the name without it
 */
export function printExpression(
  expression: Expression,
  written: (name: PriceName) => string = (name) => nameWords[name],
): string {
  const print = (part: Expression): string => {
    switch (part.kind) {
      case 'number':
        return part.text;
      case 'name':
        return written(part.name);
      case 'round':
        return `${roundingWords[part.how]}(${print(part.of)})`;
      case 'minus':
        return `−${part.of.kind === 'pair' || part.of.kind === 'minus' ? bracketed(part.of) : print(part.of)}`;
      case 'percent':
        return `${part.of.kind === 'pair' || part.of.kind === 'minus' ? bracketed(part.of) : print(part.of)}%`;
      case 'pair': {
        const { operator, left, right } = part;
        const tight = bindsTight(operator);
        const before = tight && left.kind === 'pair' && !bindsTight(left.operator);
        const after =
          right.kind === 'minus' || (right.kind === 'pair' && (tight || !bindsTight(right.operator)));
        return `${before ? bracketed(left) : print(left)} ${operator} ${after ? bracketed(right) : print(right)}`;
      }
    }
  };
  const bracketed = (part: Expression): string => `(${print(part)})`;
  return print(expression);
}
