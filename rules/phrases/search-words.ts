import type { PhraseIndex } from './search-index.ts';
import { foldText } from './title-cells.ts';

export interface Word {
  /** Folded, as typed. */
  text: string;
  /** As pinyin: without the apostrophes an input method puts between syllables, ü as v. */
  keys: string;
}

/** What a query asks for. `groups` has 1 for every group that stays; undefined when all do. */
export interface Asked {
  words: Word[];
  groups: Uint8Array | undefined;
}

const readWord = (text: string): Word => ({
  text,
  keys: /^[a-zü]+(?:['’][a-zü]+)*['’]?$/.test(text) ? text.replace(/['’]/g, '').replaceAll('ü', 'v') : text,
});

/**
 * Cuts a query into words and takes the `@分类` words out of it (a category or its second level);
 * one that fits none stays plain text.
 */
export function readQuery(index: PhraseIndex, query: string): Asked {
  let groups: Uint8Array | undefined;
  const words: Word[] = [];
  for (const token of foldText(query).split(/\s+/).filter(Boolean)) {
    const name = token.startsWith('@') ? token.slice(1) : '';
    const fits = (test: (name: string) => boolean): Uint8Array | undefined => {
      const mask = Uint8Array.from(index.groups, ({ category, second }) =>
        test(category) || test(second) ? 1 : 0,
      );
      return mask.includes(1) ? mask : undefined;
    };
    const mask = name
      ? (fits((group) => group.startsWith(name)) ?? fits((group) => group.includes(name)))
      : undefined;
    if (!mask) words.push(readWord(token));
    else groups = groups ? groups.map((kept, at) => kept & (mask[at] ?? 0)) : mask;
  }
  return { words, groups };
}

/** Whether the phrase's category stays under the `@` words. */
export const inGroups = (index: PhraseIndex, at: number, groups: Uint8Array | undefined): boolean =>
  groups === undefined || groups[index.group[at] ?? 0] === 1;
