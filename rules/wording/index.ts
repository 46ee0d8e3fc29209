export { checkWording } from './check.ts';
export {
  type AllowedWord,
  type ShopWord,
  type WordingCategory,
  type WordingChannel,
  type WordingHit,
  type WordingLevel,
  type WordingLevelChoice,
  type WordingOptions,
  type WordingScope,
  wordingCategories,
  wordingChannels,
  wordingLevels,
} from './hit.ts';
export { hitId, viewHits, type WordingHitView, worstLevel } from './hit-view.ts';
export {
  type ShopWordEntry,
  type ShopWording,
  sameWord,
  type WordingException,
  withSuggestion,
  wordAsRead,
  wordingOf,
} from './shop-wording.ts';
export { exampleShopWords } from './words/shop.ts';
