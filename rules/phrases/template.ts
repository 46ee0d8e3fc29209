export { type Chance, steadyChance } from './template/chance.ts';
export { type CheckOptions, checkTemplate, type TemplateProblem } from './template/check.ts';
export { type FormAnswers, type FormField, fieldsOf } from './template/fields.ts';
export { type FilledTemplate, type FillOptions, fillTemplate, type MissingReason } from './template/fill.ts';
export { isMasked } from './template/masked.ts';
export { parseTemplate, type TemplatePart, variablesOf } from './template/parse.ts';
export { previewTemplate } from './template/preview.ts';
export { type SnippetLookup, type SnippetText, snippetLookup } from './template/snippets.ts';
export { formHelps, whyNotFilled } from './template/why-not.ts';
