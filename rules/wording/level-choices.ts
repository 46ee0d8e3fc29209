import type { Platform } from '../platform.ts';
import type { WordingCategory, WordingChannel, WordingLevelChoice } from './hit.ts';
import { categories } from './rule.ts';

export type ChosenLevel = WordingLevelChoice['level'];

/** One cell of the table of levels: a category, where it is read, and on which marketplace (undefined: on all). */
export interface LevelCell {
  category: WordingCategory;
  channel: WordingChannel;
  platform: Platform | undefined;
}

const isCell = (choice: WordingLevelChoice, { category, channel, platform }: LevelCell): boolean =>
  choice.category === category &&
  choice.channels?.length === 1 &&
  choice.channels[0] === channel &&
  (platform === undefined
    ? choice.platforms === undefined
    : choice.platforms?.length === 1 && choice.platforms[0] === platform);

/** What the shop chose for exactly this cell; undefined where it follows what is above it. */
export const chosenLevel = (
  levels: readonly WordingLevelChoice[],
  cell: LevelCell,
): ChosenLevel | undefined => levels.findLast((choice) => isCell(choice, cell))?.level;

/** What applies where a cell has no choice of its own: the shop's choice for all marketplaces, else the built-in one. */
export function levelBelow(levels: readonly WordingLevelChoice[], cell: LevelCell): ChosenLevel {
  const general =
    cell.platform === undefined ? undefined : chosenLevel(levels, { ...cell, platform: undefined });
  return general ?? categories[cell.category].level[cell.channel];
}

/**
 * The shop's levels with one cell changed; undefined gives the cell back to what is above it. Choices for one
 * marketplace stand behind those for all, since the last that applies wins.
 */
export function withLevel(
  levels: readonly WordingLevelChoice[],
  cell: LevelCell,
  level: ChosenLevel | undefined,
): WordingLevelChoice[] {
  const others = levels.filter((choice) => !isCell(choice, cell));
  const { category, channel, platform } = cell;
  if (level !== undefined)
    others.push({ category, level, channels: [channel], ...(platform && { platforms: [platform] }) });
  return others.sort(
    (one, other) => Number(one.platforms !== undefined) - Number(other.platforms !== undefined),
  );
}
