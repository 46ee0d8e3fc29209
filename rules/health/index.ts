export { addView, type FieldCount, type FieldHistory, type FieldRecord } from './field-history.ts';
export { type FieldVerdict, judgeField } from './judge-field.ts';
export { judgePage } from './judge-page.ts';
