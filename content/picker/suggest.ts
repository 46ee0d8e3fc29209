import { readMoney } from '../../rules/money/money.ts';
import { findLabelled } from '../site-map/label.ts';
import { readOwnText, readText } from '../site-map/read-text.ts';
import { queryAll, type Scope, scopeOf } from '../site-map/scope.ts';
import { isAlike } from './alike.ts';
import { lastingNames } from './anchor.ts';
import { fieldReadings, isSameText, type Reading, type RowScopes } from './field-locator.ts';
import type { FieldSpec } from './field-spec.ts';
import { linesGuide } from './list-guides.ts';
import { idTokens } from './value-source.ts';

/** Something found without being pointed at. `sure`: the page names it; `likely`: it looks like it. */
export interface Suggestion {
  spec: FieldSpec;
  element: Element;
  readings: Reading[];
  confidence: 'sure' | 'likely';
}

const MAX_ELEMENTS = 400;

/** Elements of a row that show text of their own, the deepest first where one lies in another. */
function leavesOf(row: Scope): Element[] {
  return queryAll(row, '*')
    .slice(0, MAX_ELEMENTS)
    .filter(
      (element) => readOwnText(element) !== '' && !/^(?:SCRIPT|STYLE|BUTTON|OPTION)$/.test(element.tagName),
    );
}

/** The cell under a column head, where the row is (or holds) rows of a table or of a grid with roles. */
function* columnCells(row: Scope): Generator<{ head: string; cell: Element }> {
  const [first] = row.elements;
  if (first?.nodeType !== 1) return;
  const rows = row.elements.flatMap((element) =>
    (element as Element).matches('tr, [role=row]')
      ? [element as Element]
      : [...(element as Element).querySelectorAll('tr, [role=row]')],
  );
  let around: Element | null = (first as Element).parentElement;
  let heads: Element[] = [];
  for (let level = 0; level < 6 && around && heads.length === 0; level += 1) {
    heads = [...around.querySelectorAll('thead th, thead td, [role=columnheader]')];
    if (heads.length === 0) {
      const top = around.querySelector('tr');
      if (top && !rows.includes(top)) heads = [...top.querySelectorAll('th')];
    }
    around = around.parentElement;
  }
  if (heads.length < 2) return;
  const line = rows.find((one) => one.children.length === heads.length);
  if (!line) return;
  for (const [i, head] of heads.entries()) {
    const cell = line.children[i];
    if (cell) yield { head: readText(head).replace(/\s+/g, ''), cell };
  }
}

const namesOf = (element: Element): string[] => [
  ...lastingNames(element).map((name) => name.replace(/[-_]+$/, '')),
  ...[...element.attributes]
    .filter(({ name }) => /^(?:data-(?!v-)|prop$|itemprop$|name$)/.test(name))
    .map(({ value }) => value),
  element.id,
];

/** Elements that may be the thing, the likeliest first. */
function* places(
  spec: FieldSpec,
  row: Scope,
  leaves: readonly Element[],
): Generator<{ element: Element; confidence: Suggestion['confidence'] }> {
  for (const label of spec.labels) {
    for (const { element } of findLabelled(row, label).slice(0, 2)) yield { element, confidence: 'sure' };
  }
  for (const { head, cell } of columnCells(row)) {
    if (!spec.labels.some((label) => isSameText(label, head))) continue;
    const inner = [...cell.querySelectorAll('*')].filter((one) => readOwnText(one) !== '');
    // A cell that holds several things: the part that looks like it, else the whole.
    const fitting = spec.shape && inner.find((one) => spec.shape?.test(readOwnText(one)));
    yield {
      element:
        fitting ??
        (inner.length === 1 && readOwnText(cell) === '' ? inner[0] : undefined) ??
        (spec.type === 'money' ? inner.find((one) => readMoney(readText(one)) !== undefined) : undefined) ??
        cell,
      confidence: 'sure',
    };
  }
  const { names, shape } = spec;
  if (names) {
    const named = queryAll(row, '*')
      .slice(0, MAX_ELEMENTS)
      .filter((one) => namesOf(one).some((name) => name !== '' && names.test(name)));
    for (const element of named
      .sort(
        (a, b) => readText(a).length - readText(b).length || Number(a.contains(b)) - Number(b.contains(a)),
      )
      .slice(0, 4)) {
      if (readText(element) !== '' && !/^(?:input|select|textarea)$/.test(element.localName))
        yield { element, confidence: 'sure' };
    }
  }
  if (spec.name === 'orderId') {
    const numbered = leaves.filter((one) =>
      idTokens(readText(one)).some((token) => token.replace(/\D/g, '').length >= 8),
    );
    for (const element of numbered.slice(0, 3)) yield { element, confidence: 'likely' };
  }
  if (spec.name === 'text') {
    // What the buyer wrote is the longest thing in a review.
    const letters = (element: Element): number => readOwnText(element).match(/\p{L}/gu)?.length ?? 0;
    const byLength = [...leaves].sort((a, b) => letters(b) - letters(a));
    for (const element of byLength.slice(0, 1)) yield { element, confidence: 'likely' };
  }
  if (spec.name === 'rating') {
    const starred = queryAll(row, '*')
      .slice(0, MAX_ELEMENTS)
      .filter(
        (one) =>
          one.children.length === 5 && new Set([...one.children].map((star) => star.localName)).size === 1,
      );
    for (const element of starred.slice(0, 2)) yield { element, confidence: 'likely' };
  }
  if (spec.name === 'receiver') {
    const phone = leaves.findIndex((one) => /1[3-9\d*][\d*]{9}/.test(readOwnText(one)));
    const before = leaves[phone - 1];
    const at = leaves[phone];
    if (before && /^[\p{L}*＊·]{2,6}$/u.test(readText(before)))
      yield { element: before, confidence: 'likely' };
    else if (at && /^[\p{L}*＊·]{2,6}[\s，,]/u.test(readText(at)))
      yield { element: at, confidence: 'likely' };
  }
  if (shape) {
    const fitting = leaves.filter((one) => shape.test(readOwnText(one)));
    // Of several amounts in an order its total is the largest.
    if (spec.name === 'amount')
      fitting.sort((a, b) => (readMoney(readText(b)) ?? 0) - (readMoney(readText(a)) ?? 0));
    for (const element of fitting.slice(0, 3)) yield { element, confidence: 'likely' };
  }
}

/**
 * What the page itself says of the things in a row: labels, column heads, telling names, the look of a value. Each is
 * only offered; nothing counts until the agent says so.
 *
 * @param now epoch ms
 */
export function suggestFields(guide: readonly FieldSpec[], rows: RowScopes, now: number): Suggestion[] {
  // Not every order has a memo: what the row pointed into lacks is looked for in others.
  const samples = [
    rows.sample,
    ...rows.scopes.filter((scope) => scope.elements[0] !== rows.sample.elements[0]).slice(0, 8),
  ];
  const found: Suggestion[] = [];
  /** What turned out to be another field already. */
  const refused = new Set<string>();
  for (const [i, sample] of samples.entries()) {
    const open = guide.filter(
      ({ name, rare }) =>
        !found.some(({ spec }) => spec.name === name) && !refused.has(name) && (i === 0 || rare),
    );
    if (open.length > 0) found.push(...suggestIn(open, { ...rows, sample }, now, { found, refused }));
  }
  return found;
}

function suggestIn(
  guide: readonly FieldSpec[],
  rows: RowScopes,
  now: number,
  before: { found: readonly Suggestion[]; refused: Set<string> },
): Suggestion[] {
  const { sample } = rows;
  const leaves = leavesOf(sample);
  const found: Suggestion[] = [];
  for (const spec of guide) {
    for (const { element, confidence } of places(spec, sample, leaves)) {
      if (
        !sample.elements.some((top) => top.contains(element) || element.getRootNode() !== top.getRootNode())
      )
        continue;
      const readings = fieldReadings(element, spec, rows, now);
      const [best] = readings;
      if (!best || (!spec.rare && best.seen < Math.min(2, best.rows))) continue;
      // The same words in every row are a button or a heading; nothing costs nothing.
      const isConstant =
        best.seen >= 3 &&
        best.distinct === 1 &&
        /^(?:buyer|receiver|memo|address|orderId|text)$/.test(spec.name);
      const isButton =
        spec.name === 'memo' && /^(?:添加|编辑|修改|写|查看|暂无)?(?:备注|留言|便签)?$/.test(best.value);
      if (isConstant || isButton || (spec.name === 'amount' && best.value === '¥0.00')) continue;
      // The same text twice is one thing under two names.
      const isTaken = [...before.found, ...found].some(
        (other) =>
          other.spec.type === spec.type &&
          other.readings[0]?.value === best.value &&
          (other.element.contains(element) || element.contains(other.element)),
      );
      if (isTaken) {
        before.refused.add(spec.name);
        continue;
      }
      before.refused.delete(spec.name);
      found.push({ spec, element, readings, confidence });
      break;
    }
  }
  return found;
}

/** The goods lines of an order, found by what repeats in some row and not in all: title, price and count. */
export function suggestLines(rows: RowScopes): { item: Element; scope: Scope } | undefined {
  const quantity = linesGuide.find(({ name }) => name === 'lines.quantity')?.shape ?? /^$/;
  for (const scope of rows.scopes) {
    const marks = leavesOf(scope).filter((one) => quantity.test(readText(one)));
    const [first, second] = marks;
    if (!first || !second) continue;
    let item: Element | null = first;
    while (item?.parentElement && !item.parentElement.contains(second)) item = item.parentElement;
    const next: Element | undefined = item?.parentElement
      ? [...item.parentElement.children].find((one) => one !== item && one.contains(second))
      : undefined;
    if (item && next && isAlike(item, next)) return { item, scope };
  }
  return undefined;
}

/** Scopes of the lines of all rows, for reading the fields in them. */
export function lineScopes(css: string, rows: RowScopes, sample: Element): RowScopes {
  const items = rows.scopes.flatMap((scope) => queryAll(scope, css)).slice(0, 40);
  return {
    scopes: items.map((item) => scopeOf([item], rows.sample.shadows)),
    sample: scopeOf([sample], rows.sample.shadows),
  };
}
