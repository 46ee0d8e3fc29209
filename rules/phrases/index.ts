import type { SearchablePhrase } from './phrase.ts';
import { pinyinKeys } from './pinyin-keys.ts';
import { indexPhrases, type PhraseIndex } from './search-index.ts';

export type { PhraseValues, PinyinKeys, SearchablePhrase } from './phrase.ts';
export { type PhraseMatch, searchPhrases } from './search.ts';
export type { PhraseIndex } from './search-index.ts';
export {
  checkTemplate,
  type FilledTemplate,
  type FillOptions,
  type FormField,
  fieldsOf,
  fillTemplate,
  parseTemplate,
  type TemplatePart,
} from './template.ts';

/**
 * Index of phrases that carry no pinyin yet (site-map.md, automation contract). Brings the dictionary along: pages
 * import search.ts and `indexPhrases` with the keys kept beside each phrase instead.
 */
export function buildIndex(phrases: readonly SearchablePhrase[]): PhraseIndex {
  return indexPhrases(phrases.map((phrase) => ({ ...phrase, keys: pinyinKeys(phrase.title) })));
}
