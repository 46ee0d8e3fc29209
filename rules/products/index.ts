export { type CardFacts, type CardLine, type ItemShown, mostCards, type ProductCard } from './card.ts';
export { readCardFile, writeCardFile } from './card-file.ts';
export type { CardSign } from './card-sign.ts';
export {
  type CardFact,
  cardFacts,
  cardSizeClass,
  cardText,
  cardValues,
  factLabels,
  factText,
  isPrivateLabel,
} from './card-text.ts';
export { type CardFinding, type CardIndex, findCard, indexCards } from './find.ts';
export {
  exampleSizeSteps,
  readSizes,
  type SizeClass,
  type SizeSteps,
  sizeClassNames,
  sizeClassOf,
} from './size-class.ts';
