/** An exact number; `bottom` is above 0. */
export interface Fraction {
  top: bigint;
  bottom: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** In lowest terms, so that long formulas do not grow. @param bottom not 0 */
export function fraction(top: bigint, bottom: bigint): Fraction {
  const sign = bottom < 0n ? -1n : 1n;
  const shared = gcd(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom) || 1n;
  return { top: (sign * top) / shared, bottom: (sign * bottom) / shared };
}

/** @param text digits with at most one point */
export function decimal(text: string): Fraction {
  const [whole = '0', decimals = ''] = text.split('.');
  return fraction(BigInt(`${whole}${decimals}`), 10n ** BigInt(decimals.length));
}

/** The greatest whole number not above it. */
export function floorOf({ top, bottom }: Fraction): bigint {
  const cut = top / bottom;
  return top < 0n && top % bottom !== 0n ? cut - 1n : cut;
}
