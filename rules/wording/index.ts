export { checkWording } from './check.ts';
export type {
  ShopWord,
  WordingCategory,
  WordingChannel,
  WordingHit,
  WordingLevel,
  WordingOptions,
} from './hit.ts';
export { exampleShopWords } from './words/shop.ts';
