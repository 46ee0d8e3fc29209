export { checkTable, mostAnswers, type TableFault } from './check-table.ts';
export {
  type DecisionAnswer,
  type DecisionOutcome,
  type DecisionQuestion,
  type DecisionStart,
  type DecisionTable,
  decisionStarts,
  type FactTest,
  type TextReader,
  textReaders,
} from './decision-table.ts';
export { entryOf } from './entry-of.ts';
export { type FactName, type Facts, factKind, factNames } from './fact-kinds.ts';
export { type FilledOutcome, type FilledText, fillOutcome } from './fill-outcome.ts';
export { type GuideText, guideText, withGuideText } from './guide-text.ts';
export { type GuideValues, guideValues } from './guide-values.ts';
export { offeredFor, tablesInUse } from './offered.ts';
export { type OutlineRow, outlineOf } from './outline.ts';
export { factLines, factText, type GuidedOrder, readFacts, startsOf } from './read-facts.ts';
export { shippedTables } from './tables/shipped.ts';
export { type Answers, toldBy, type Walk, type WalkStep, walk } from './walk.ts';
