/** What search needs of a phrase; the contract of `buildIndex` (site-map.md, automation contract). */
export interface SearchablePhrase {
  id: string;
  title: string;
  text: string;
  code?: string;
  category?: string;
  tags?: string[];
  uses?: number;
  /** Epoch ms of the last insert; with `uses` it makes the order of equal matches. */
  lastUsedAt?: number;
  pinned?: boolean;
  updatedAt?: number;
}

/**
 * Pinyin of a title, made once when the phrase is saved so that no dictionary travels into pages.
 * One entry per code point of the title after NFKC and lower case; an entry lists every reading,
 * the contextual one first; empty for characters without a reading.
 */
export type PinyinKeys = string[][];

/** Names of the variables the product fills from the page and the settings. */
export const variableNames = ['买家', '客服号', '店铺', '发货时间', '快递', '单号', '金额'] as const;
export type VariableName = (typeof variableNames)[number];

/** Values for filling; an absent name is a value that could not be read. */
export type PhraseValues = Partial<Record<VariableName, string>>;
