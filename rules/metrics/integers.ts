/**
 * Integer arithmetic for ratios (metrics.md §1.6, §7). Targets are ten-thousandths, so that 90 % of 10 leaves exactly
 * one: in floats `Math.floor(10 * (1 - 0.9))` is 0 (E17).
 */
export const WHOLE = 10_000;

/** Floor of a / b for integers, b > 0; exact for negative a and where a / b is not a float. */
export function floorDiv(a: number, b: number): number {
  return (a - (((a % b) + b) % b)) / b;
}

/** Ceiling of a / b for integers, b > 0. */
export function ceilDiv(a: number, b: number): number {
  return -floorDiv(-a, b) || 0;
}

/** a / b to `digits` decimals, half up, as text; integers only, b > 0. */
export function decimalText(a: number, b: number, digits: number): string {
  const scale = 10 ** digits;
  const sign = a < 0 ? '-' : '';
  const scaled = floorDiv(2 * Math.abs(a) * scale + b, 2 * b);
  if (digits === 0) return `${sign}${scaled}`;
  return `${sign}${floorDiv(scaled, scale)}.${String(scaled % scale).padStart(digits, '0')}`;
}
