/**
 * What several texts of one phrase are to each other (issue "Phrases", 1). Variants: one of them, never the same twice
 * to one buyer. Parts: one message after the other. A ladder: the next step each time this buyer asks again.
 */
export const phraseKinds = ['variants', 'parts', 'ladder'] as const;
export type PhraseKind = (typeof phraseKinds)[number];

/** Colours an agent gives phrases to find them by eye. */
export const phraseColours = ['red', 'orange', 'yellow', 'green', 'blue', 'purple', 'grey'] as const;
export type PhraseColour = (typeof phraseColours)[number];

/** What search needs of a phrase; the contract of `buildIndex` (site-map.md, automation contract). */
export interface SearchablePhrase {
  id: string;
  title: string;
  text: string;
  code?: string;
  category?: string;
  /** The second level inside the category. */
  group?: string;
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

/**
 * Names of the variables the product fills from the page and the settings; other names for the same values are in
 * template/names.ts.
 */
export const variableNames = [
  '买家',
  '客服号',
  '店铺',
  '订单号',
  '商品名',
  '规格',
  '货号',
  '件数',
  '金额',
  '收货人',
  '收货电话',
  '收货地址',
  '发货时间',
  '最晚发货',
  '快递',
  '单号',
] as const;
export type VariableName = (typeof variableNames)[number];

/** Values for filling; an absent name is a value that could not be read. */
export type PhraseValues = Partial<Record<VariableName, string>>;
