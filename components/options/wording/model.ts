import type { ShopWord, WordingLevelChoice, WordingScope } from '../../../rules/wording/index.ts';

/** A word as the editor hands it back; without an id it is a new one. */
export interface ShopWordDraft extends ShopWord {
  id?: string;
}

/** What the agent does in the section 用词. */
export interface WordingActions {
  saveWord(draft: ShopWordDraft): void;
  removeWord(id: string): void;
  release(word: string, scope?: WordingScope): void;
  withdraw(id: string): void;
  saveLevels(levels: readonly WordingLevelChoice[]): void;
}
