import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { darkPalette, designTokensCss, lightPalette, type Palette } from '../../../components/ui/tokens.ts';

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const textPairs: [keyof Palette, keyof Palette][] = [
  ['ink', 'surface'],
  ['ink', 'raised'],
  ['ink', 'accent-soft'],
  ['muted', 'surface'],
  ['muted', 'raised'],
  ['muted', 'accent-soft'],
  ['accent', 'surface'],
  ['accent', 'raised'],
  ['accent', 'accent-soft'],
  ['on-accent', 'accent'],
  ['info', 'surface'],
  ['info', 'info-soft'],
  ['info', 'accent-soft'],
  ['warn', 'surface'],
  ['warn', 'raised'],
  ['warn', 'warn-soft'],
  ['warn', 'accent-soft'],
  ['stop', 'surface'],
  ['stop', 'raised'],
  ['stop', 'stop-soft'],
  ['stop', 'accent-soft'],
  ['on-stop', 'stop'],
];

describe.each([
  ['light', lightPalette],
  ['dark', darkPalette],
])('the %s palette', (_, palette) => {
  test.each(textPairs)('%s on %s reads at 4.5:1 or better', (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['surface', 'raised'] as const)('the border of a control stands out from %s at 3:1', (ground) => {
    expect(contrast(palette.edge, palette[ground])).toBeGreaterThanOrEqual(3);
  });
});

test('both palettes declare the same tokens, and the style sheet has them all', () => {
  expect(Object.keys(darkPalette)).toEqual(Object.keys(lightPalette));
  for (const name of Object.keys(lightPalette)) expect(designTokensCss()).toContain(`--sb-${name}:`);
});

test('no style sheet uses rem or em, which follow the page into a shadow root, or a token that does not exist', () => {
  const folder = join(import.meta.dirname, '../../../components');
  const known = new Set([...designTokensCss().matchAll(/--sb-[\w-]+(?=:)/g)].map((match) => match[0]));
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  );
  expect(sheets.length).toBeGreaterThanOrEqual(5);
  for (const sheet of sheets) {
    const css = readFileSync(join(folder, sheet), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    expect(css.match(/\d(?:rem|em)\b/g), sheet).toBeNull();
    const unknown = [...css.matchAll(/var\((--sb-[\w-]+)/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => !known.has(name));
    expect(unknown, sheet).toEqual([]);
  }
});
