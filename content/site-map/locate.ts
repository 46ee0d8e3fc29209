import type { Locator, LocatorObject } from '../../storage/schemas/site-map.ts';
import { findLabelled, labelled } from './label.ts';
import { allValues, firstValue } from './pattern.ts';
import { readOwnText, readText } from './read-text.ts';
import { queryAll, queryFirst, type Scope, scopeOf } from './scope.ts';

/** A text as a locator found it, and the element it was read from. */
export interface Found {
  text: string;
  element: Element;
}

const alternatives = (locator: Locator): LocatorObject[] =>
  (Array.isArray(locator) ? locator : [locator]).map((one) => (typeof one === 'string' ? { css: one } : one));

const parsed = new WeakMap<object, LocatorObject[]>();

/** The alternatives of a locator, normalised once per map. */
function alternativesOf(locator: Locator): LocatorObject[] {
  if (typeof locator === 'string') return [{ css: locator }];
  const known = parsed.get(locator);
  if (known) return known;
  const list = alternatives(locator);
  parsed.set(locator, list);
  return list;
}

/** Negative counts from the end. */
const pick = <T>(list: readonly T[], index: number | undefined): T[] => {
  if (index === undefined) return [...list];
  const one = list.at(index);
  return one === undefined ? [] : [one];
};

const elementsOnly = (scope: Scope): Element[] =>
  scope.elements.map((node) =>
    node.nodeType === 9
      ? (node as Document).documentElement
      : node.nodeType === 1
        ? (node as Element)
        : (node as ShadowRoot).host,
  );

/** The text an element holds for a locator: an attribute, its own text nodes, or all its text. */
function textOf(element: Element, locator: LocatorObject): string {
  const { attr, as } = locator;
  if (attr !== undefined) return element.getAttribute(attr)?.trim() ?? '';
  if (as === 'url')
    return (element.getAttribute('href') ?? element.getAttribute('src') ?? readText(element)).trim();
  return locator.own ? readOwnText(element) : readText(element);
}

function* candidates(locator: LocatorObject, scope: Scope): Generator<Found> {
  const { css, label, index, pattern } = locator;
  if (label !== undefined) {
    const within = css === undefined ? scope : scopeOf(queryAll(scope, css), scope.shadows);
    const hits = labelled(within, label);
    for (const { text, element } of index === undefined ? hits : pick([...hits], index)) {
      const value = firstValue(locator.attr === undefined ? text : textOf(element, locator), pattern);
      if (value !== undefined) yield { text: value, element };
    }
    return;
  }
  if (css !== undefined && locator.all) {
    const found = queryAll(scope, css);
    const texts = found.flatMap((element) => firstValue(textOf(element, locator), pattern) ?? []);
    const [first] = found;
    if (first && texts.length > 0) yield { text: texts.join(' '), element: first };
    return;
  }
  if (css !== undefined) {
    let tried: Element | undefined;
    if (index === undefined) {
      tried = queryFirst(scope, css);
      if (!tried) return;
      const text = firstValue(textOf(tried, locator), pattern);
      if (text !== undefined) yield { text, element: tried };
    }
    for (const element of pick(queryAll(scope, css), index)) {
      if (element === tried) continue;
      const text = firstValue(textOf(element, locator), pattern);
      if (text !== undefined) yield { text, element };
    }
    return;
  }
  // Neither css nor label: the row itself. `index` then counts the matches of the pattern.
  const rows = elementsOnly(scope);
  const [first] = rows;
  if (!first) return;
  const text =
    locator.attr !== undefined || rows.length === 1
      ? textOf(first, locator)
      : rows.map((row) => textOf(row, locator)).join('\n');
  for (const value of pick(allValues(text, pattern), index)) yield { text: value, element: first };
}

/**
 * The value of a locator in a scope (site-map.md, Locator). Alternatives are tried in order and the first that
 * yields wins; one that finds text which `convert` cannot read yields nothing, so a layout that changed falls
 * through to the next. Undefined is "absent".
 *
 * @param convert turns the text into the wanted type; undefined where it cannot be read
 */
export function locateValue<T>(
  locator: Locator | undefined,
  scope: Scope,
  convert: (text: string, element: Element) => T | undefined,
): T | undefined {
  if (locator === undefined) return undefined;
  let none: T | undefined;
  for (const alternative of alternativesOf(locator)) {
    if (alternative.count !== undefined) {
      const within =
        alternative.css === undefined
          ? scope
          : scopeOf(pick(queryAll(scope, alternative.css), alternative.index), scope.shadows);
      const [first] = elementsOnly(within);
      if (!first) continue;
      const count = queryAll(within, alternative.count).length;
      const value = convert(String(count), first);
      // None counted is a value only if no other alternative finds more.
      if (count > 0 && value !== undefined) return value;
      none ??= value;
      continue;
    }
    for (const { text, element } of candidates(alternative, scope)) {
      if (!text) continue;
      const value = convert(text, element);
      if (value !== undefined) return value;
    }
  }
  return none;
}

/** All elements of the first alternative that finds any. `pattern` keeps those whose text (or attribute) fits. */
export function locateElements(locator: Locator | undefined, scope: Scope): Element[] {
  if (locator === undefined) return [];
  for (const alternative of alternativesOf(locator)) {
    const { css, label, pattern, index } = alternative;
    let found: Element[];
    if (label !== undefined) {
      const within = css === undefined ? scope : scopeOf(queryAll(scope, css), scope.shadows);
      found = findLabelled(within, label).map((hit) => hit.element);
    } else {
      found = css === undefined ? elementsOnly(scope) : queryAll(scope, css);
    }
    if (pattern !== undefined) {
      found = found.filter((element) => firstValue(textOf(element, alternative), pattern) !== undefined);
    }
    const picked = pick(found, index);
    if (picked.length > 0) return picked;
  }
  return [];
}

/** The first element a locator finds; undefined where none of its alternatives does. */
export function locateElement(locator: Locator | undefined, scope: Scope): Element | undefined {
  if (typeof locator === 'string') return queryFirst(scope, locator);
  return locateElements(locator, scope)[0];
}
