import type { HourCell } from '../../../rules/figures/hour-grid.ts';
import type { Palette } from '../../ui/tokens.ts';
import { inkOn, mixed } from './colours.ts';

export type HourValue = 'turns' | 'mean' | 'misses';

/** One step of the colour scale: values up to and including `upTo`; the last has none. */
export interface ScaleStep {
  upTo?: number;
  colour: string;
  ink: string;
}

/** The value a cell shows; undefined where there is nothing to show (nothing asked, or nothing answered). */
export function shownValue(cell: HourCell, what: HourValue): number | undefined {
  if (cell.turns === 0) return undefined;
  if (what === 'turns') return cell.turns;
  if (what === 'misses') return cell.miss;
  return cell.answered === 0 ? undefined : cell.waitedMs / cell.answered / 1_000;
}

/**
 * Few steps instead of a gradient, so that a cell can be told from its neighbour and read off the legend. Counts are cut
 * in even steps up to the most; waits at parts of the limit, so that the same colour means the same on every day.
 */
export function hourScale(
  what: HourValue,
  cells: readonly HourCell[],
  limit: number,
  palette: Palette,
): ScaleStep[] {
  if (what === 'mean') {
    const { accent, warn, stop } = palette;
    return [
      [limit / 6, accent, 0.18],
      [limit / 3, accent, 0.4],
      [(limit * 2) / 3, accent, 0.75],
      [limit, warn, 0.7],
      [undefined, stop, 0.85],
    ].map(([upTo, colour, share]) =>
      step(upTo === undefined ? undefined : Math.round(Number(upTo)), String(colour), Number(share), palette),
    );
  }
  const most = Math.max(0, ...cells.map((cell) => shownValue(cell, what) ?? 0));
  const colour = what === 'turns' ? palette.accent : palette.stop;
  const many = Math.min(5, most);
  const steps = Array.from({ length: many }, (_, i) =>
    step(
      Math.ceil((most * (i + 1)) / many),
      colour,
      many === 1 ? 0.6 : 0.15 + (0.75 * i) / (many - 1),
      palette,
    ),
  );
  return what === 'misses' ? [step(0, palette.line, 0.5, palette), ...steps] : steps;
}

const step = (upTo: number | undefined, colour: string, share: number, palette: Palette): ScaleStep => {
  const ground = mixed(palette.surface, colour, share);
  return {
    ...(upTo !== undefined && { upTo }),
    colour: ground,
    ink: inkOn(ground, [palette.ink, palette.surface]),
  };
};

/** The step a value falls in. */
export const stepFor = (value: number, scale: readonly ScaleStep[]): ScaleStep | undefined =>
  scale.find(({ upTo }) => upTo === undefined || value <= upTo) ?? scale.at(-1);
