type Rgb = [number, number, number];

const rgb = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

const hex = (colour: Rgb): string =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** `share` 0…1 of `over` laid on `under`; both `#rrggbb`. */
export function mixed(under: string, over: string, share: number): string {
  const a = rgb(under);
  const b = rgb(over);
  return hex([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]);
}

/** Relative luminance (WCAG 2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = rgb(colour).map((part) => {
    const c = part / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours, 1…21. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** The ink that is easiest to read on a ground; on a middling one black or white, one of which always is (AA). */
export function inkOn(ground: string, inks: readonly [string, string]): string {
  const best = (among: readonly string[]): string =>
    among.reduce((one, other) => (contrast(ground, other) > contrast(ground, one) ? other : one));
  const own = best(inks);
  return contrast(ground, own) >= 4.5 ? own : best(['#000000', '#ffffff']);
}
