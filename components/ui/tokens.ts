/**
 * The one set of design tokens every surface uses (issue "The main job", 11). Kept as data, not as a style
 * sheet, so that a test can hold every text/background pair to WCAG AA.
 */
export interface Palette {
  ink: string;
  muted: string;
  surface: string;
  raised: string;
  line: string;
  /** Borders of inputs and of controls that are only known by their border: 3:1 on every background. */
  edge: string;
  accent: string;
  'accent-soft': string;
  'on-accent': string;
  info: string;
  'info-soft': string;
  warn: string;
  'warn-soft': string;
  stop: string;
  'stop-soft': string;
  'on-stop': string;
  shadow: string;
}

export const lightPalette: Palette = {
  ink: '#1b2126',
  muted: '#57616b',
  surface: '#ffffff',
  raised: '#f4f6f7',
  line: '#dde2e6',
  edge: '#7f8993',
  accent: '#0a6b66',
  'accent-soft': '#e1f2f0',
  'on-accent': '#ffffff',
  info: '#1a57ab',
  'info-soft': '#e7effb',
  warn: '#855000',
  'warn-soft': '#fdf0d9',
  stop: '#b0241c',
  'stop-soft': '#fce8e6',
  'on-stop': '#ffffff',
  shadow: '0 6px 24px rgba(20, 28, 36, 0.18), 0 1px 3px rgba(20, 28, 36, 0.12)',
};

export const darkPalette: Palette = {
  ink: '#e7eaed',
  muted: '#a5aeb7',
  surface: '#1a1e22',
  raised: '#23282d',
  line: '#363d44',
  edge: '#76818b',
  accent: '#55c7bc',
  'accent-soft': '#153936',
  'on-accent': '#06211e',
  info: '#84b6f6',
  'info-soft': '#1a2c44',
  warn: '#efba62',
  'warn-soft': '#392b12',
  stop: '#ff978d',
  'stop-soft': '#43211f',
  'on-stop': '#2b0906',
  shadow: '0 6px 24px rgba(0, 0, 0, 0.55), 0 1px 3px rgba(0, 0, 0, 0.5)',
};

/** Sizes in px only: `rem` follows the page's root font size into a shadow root (platform.md §4). */
const measures: Record<string, string> = {
  font: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Hiragino Sans GB", system-ui, sans-serif',
  mono: 'ui-monospace, "SF Mono", Consolas, "Noto Sans Mono CJK SC", monospace',
  'text-s': '11px',
  text: '13px',
  'text-l': '15px',
  'text-xl': '20px',
  'radius-s': '4px',
  radius: '7px',
  'radius-l': '10px',
  gap: '8px',
  control: '28px',
};

const declare = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `--sb-${name}: ${value};`)
    .join(' ');

const colours = (palette: Palette, scheme: 'light' | 'dark'): string =>
  `${declare({ ...palette })} color-scheme: ${scheme};`;

/**
 * Custom properties `--sb-…` on `:host` and `:root`: light, dark by `prefers-color-scheme`, and either forced by
 * `[data-theme]` on the root or on any element inside.
 */
export function designTokensCss(): string {
  return [
    `:host, :root { ${declare(measures)} ${colours(lightPalette, 'light')} }`,
    `@media (prefers-color-scheme: dark) { :host, :root { ${colours(darkPalette, 'dark')} } }`,
    `[data-theme='light'], :host([data-theme='light']) { ${colours(lightPalette, 'light')} }`,
    `[data-theme='dark'], :host([data-theme='dark']) { ${colours(darkPalette, 'dark')} }`,
  ].join('\n');
}
