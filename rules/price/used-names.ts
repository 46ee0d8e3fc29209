import type { Expression, PriceName } from './expression.ts';

/** What a formula needs to be told, each once. */
export function usedNames(expression: Expression): PriceName[] {
  const names = new Set<PriceName>();
  const look = (part: Expression): void => {
    if (part.kind === 'name') names.add(part.name);
    else if (part.kind === 'pair') {
      look(part.left);
      look(part.right);
    } else if (part.kind !== 'number') look(part.of);
  };
  look(expression);
  return [...names];
}
