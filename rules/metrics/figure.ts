import { decimalText } from './integers.ts';

/** `s` seconds · `ratio` printed as per cent · `times` printed as 1.25 (答问比) · `count`. */
export const figureUnits = ['s', 'ratio', 'times', 'count'] as const;
export type FigureUnit = (typeof figureUnits)[number];

/**
 * One figure. `value` is `numerator / denominator`, and null ("—") where the denominator is zero: never 0 % or 100 %
 * (metrics.md §1.6). Of a mean the numerator is the sum in seconds and the denominator the number of waits.
 */
export interface Figure {
  id: string;
  value: number | null;
  numerator: number;
  denominator: number;
  unit: FigureUnit;
  /** Units that minute-only times leave undecided: in neither part of a rate (metrics.md §1.5); show "≈". */
  uncertain: number;
  /** 口径待核: a setting is not the default, or the spec's X or O cells bear on this number (metrics.md §4). */
  unsettled: boolean;
}

type Extra = Partial<Pick<Figure, 'uncertain' | 'unsettled'>>;

function figure(id: string, unit: FigureUnit, numerator: number, denominator: number, extra: Extra): Figure {
  return {
    id,
    value: denominator === 0 ? null : numerator / denominator,
    numerator,
    denominator,
    unit,
    uncertain: extra.uncertain ?? 0,
    unsettled: extra.unsettled ?? false,
  };
}

/** A share of units. */
export const rate = (id: string, ok: number, all: number, extra: Extra = {}): Figure =>
  figure(id, 'ratio', ok, all, extra);

/** Mean of waits given in ms, as seconds. */
export const mean = (id: string, sumMs: number, n: number, extra: Extra = {}): Figure =>
  figure(id, 's', sumMs / 1_000, n, extra);

/** One wait in ms as seconds; null where there is none. */
export const seconds = (id: string, ms: number | undefined, extra: Extra = {}): Figure =>
  figure(id, 's', (ms ?? 0) / 1_000, ms === undefined ? 0 : 1, extra);

export const count = (id: string, n: number, extra: Extra = {}): Figure => figure(id, 'count', n, 1, extra);

/** Messages per message: 1.25, never 125 % (metrics.md §8). */
export const times = (id: string, a: number, b: number, extra: Extra = {}): Figure =>
  figure(id, 'times', a, b, extra);

/**
 * A figure as text: per cent to 2 decimals; seconds whole on screen, 2 decimals in exports; "—" where there is
 * nothing to divide by (metrics.md §1.6).
 */
export function formatFigure(item: Figure, where: 'screen' | 'export' = 'screen'): string {
  if (item.denominator === 0) return '—';
  const about = item.uncertain > 0 && where === 'screen' ? '≈' : '';
  switch (item.unit) {
    case 'ratio':
      return `${about}${decimalText(item.numerator * 100, item.denominator, 2)}%`;
    case 'times':
      return decimalText(item.numerator, item.denominator, 2);
    case 's': {
      const ms = Math.round(item.numerator * 1_000);
      return about + decimalText(ms, item.denominator * 1_000, where === 'export' ? 2 : 0);
    }
    default:
      return decimalText(item.numerator, item.denominator, 0);
  }
}
