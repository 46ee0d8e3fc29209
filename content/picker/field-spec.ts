import type { ValueType } from './value-type.ts';

/** One thing an agent can point at, with what usually tells it. */
export interface FieldSpec {
  /** As the health line names it: `orderId`, `lines.title`, `messages.text`. */
  name: string;
  type: ValueType;
  required?: true;
  /** Shown by some rows only (a memo, a shipping time): few rows yielding it says nothing against a locator. */
  rare?: true;
  /** Whole labels that stand before it on Chinese back offices, or head its column. */
  labels: readonly string[];
  /** What its class, testid or attribute may be called. */
  names?: RegExp;
  /** What its text looks like where nothing names it. */
  shape?: RegExp;
  /** Words beside it in a text that holds several of its kind. */
  beside?: RegExp;
}
