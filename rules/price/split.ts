/** One goods line; fen. `floor` is the least this line may cost after the change. */
export interface PriceLine {
  amount: number;
  floor?: number;
}

/**
 * Spreads `delta` (fen, either sign) over lines in proportion to their amounts by largest remainder, so that the
 * shares add up exactly (rules.md §4.6). A line that would fall under its floor stops there and the others
 * carry the rest. Undefined when the floors leave no room, or there is no line.
 *
 * @returns the new amount of every line, in the given order; fen
 */
export function splitOverLines(lines: readonly PriceLine[], delta: number): number[] | undefined {
  if (lines.length === 0) return undefined;
  // Nothing may be pushed up by a discount: a line that already lies under its floor stays as it is.
  const least = lines.map((line) => Math.min(line.amount, line.floor ?? 0));
  const result = lines.map((line) => line.amount);
  const open = new Set(lines.keys());
  let rest = delta;
  while (open.size > 0) {
    const indexes = [...open];
    const shares = largestRemainder(
      indexes.map((index) => lines[index]?.amount ?? 0),
      rest,
    );
    const stopped = indexes.filter(
      (index, i) => (lines[index]?.amount ?? 0) + (shares[i] ?? 0) < (least[index] ?? 0),
    );
    if (stopped.length === 0) {
      indexes.forEach((index, i) => {
        result[index] = (lines[index]?.amount ?? 0) + (shares[i] ?? 0);
      });
      return result;
    }
    for (const index of stopped) {
      const floor = least[index] ?? 0;
      result[index] = floor;
      rest -= floor - (lines[index]?.amount ?? 0);
      open.delete(index);
    }
  }
  return rest === 0 ? result : undefined;
}

/** Shares of `whole` by weight that sum to it exactly; equal weights where all are 0. */
function largestRemainder(weights: readonly number[], whole: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const effective = total > 0 ? weights : weights.map(() => 1);
  const sum = BigInt(total > 0 ? total : weights.length);
  const sign = whole < 0 ? -1 : 1;
  // BigInt because fen × fen leaves the safe integers for totals above about ¥900 000.
  const parts = effective.map((weight, index) => {
    const product = BigInt(Math.abs(whole)) * BigInt(weight);
    return { index, weight, share: Number(product / sum), remainder: product % sum };
  });
  let missing = Math.abs(whole) - parts.reduce((taken, part) => taken + part.share, 0);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder
      ? b.weight - a.weight || a.index - b.index
      : a.remainder < b.remainder
        ? 1
        : -1,
  );
  for (const part of byRemainder) {
    if (missing === 0) break;
    part.share += 1;
    missing -= 1;
  }
  return parts.map((part) => (part.share === 0 ? 0 : part.share * sign));
}
