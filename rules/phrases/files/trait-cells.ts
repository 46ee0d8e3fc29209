import { platforms } from '../../platform.ts';
import { platformNames } from '../../platform-names.ts';
import type { PhraseColour, PhraseKind } from '../phrase.ts';
import type { PhraseTraits } from '../phrase-traits.ts';

/** Words of a table's cells for what the library keeps as one of a few. */
const kindWords: Record<PhraseKind, string> = {
  variants: '多种说法',
  parts: '分几条发',
  ladder: '一步一步',
};
const colourWords: Record<PhraseColour, string> = {
  red: '红',
  orange: '橙',
  yellow: '黄',
  green: '绿',
  blue: '蓝',
  purple: '紫',
  grey: '灰',
};
const turnWord = '轮流';

const idOf = <Id extends string>(words: Record<Id, string>, cell: string): Id | undefined =>
  (Object.keys(words) as Id[]).find((id) => words[id] === cell || id === cell.toLowerCase());

export const isYes = (cell: string): boolean => /^(?:是|1|y|yes|true)$/i.test(cell);

/** Marks between several values of one cell. */
export const splitCell = (cell: string): string[] =>
  cell
    .split(/[、,，;；|\n]/)
    .map((one) => one.trim())
    .filter(Boolean);

/** Columns of the table for people that a phrase may need besides the plain ones. */
export const traitColumns = ['kind', 'pick', 'colour', 'personal', 'platforms', 'literal'] as const;
export type TraitColumn = (typeof traitColumns)[number];

export const traitHeads: Record<TraitColumn, string> = {
  kind: '类型',
  pick: '先后',
  colour: '颜色',
  personal: '个人',
  platforms: '平台',
  literal: '关闭变量',
};

export const writeTrait: Record<TraitColumn, (phrase: PhraseTraits) => string> = {
  kind: ({ kind }) => (kind ? kindWords[kind] : ''),
  pick: ({ pick }) => (pick ? turnWord : ''),
  colour: ({ colour }) => (colour ? colourWords[colour] : ''),
  personal: ({ personal }) => (personal ? '是' : ''),
  platforms: (phrase) => (phrase.platforms ?? []).map((id) => platformNames[id]['zh-CN']).join('、'),
  literal: ({ literal }) => (literal ? '是' : ''),
};

/** Reads the cell of a trait; a word that is none says nothing. */
export const readTrait: Record<TraitColumn, (cell: string) => PhraseTraits> = {
  kind(cell) {
    const kind = idOf(kindWords, cell);
    return kind ? { kind } : {};
  },
  pick: (cell) => (cell === turnWord || cell === 'turn' ? { pick: 'turn' } : {}),
  colour(cell) {
    const colour = idOf(colourWords, cell);
    return colour ? { colour } : {};
  },
  personal: (cell) => (isYes(cell) ? { personal: true } : {}),
  platforms(cell) {
    const named = splitCell(cell);
    const found = platforms.filter((id) =>
      named.some((name) => name === id || name === platformNames[id]['zh-CN']),
    );
    return found.length > 0 ? { platforms: found } : {};
  },
  literal: (cell) => (isYes(cell) ? { literal: true } : {}),
};
