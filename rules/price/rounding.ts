/**
 * `amount × numerator / denominator`, rounded half up to whole fen (rules.md §4.3), exact for any fen amount
 * because the product never becomes a floating-point number.
 */
export function roundHalfUp(amount: number, numerator: number, denominator: number): number {
  const top = BigInt(amount) * BigInt(numerator) * 2n + BigInt(denominator);
  const bottom = 2n * BigInt(denominator);
  const quotient = top / bottom;
  // BigInt division cuts towards zero; rounding half up needs the floor for negative amounts too.
  return Number(top < 0n && top % bottom !== 0n ? quotient - 1n : quotient);
}
