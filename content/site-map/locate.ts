import type { Locator, LocatorObject } from '../../storage/schemas/site-map.ts';
import { findLabelled } from './label.ts';
import { readOwnText, readText } from './read-text.ts';
import { queryAll, queryFirst, type Scope, scopeOf } from './scope.ts';

/** A text as a locator found it, and the element it was read from. */
export interface Found {
  text: string;
  element: Element;
}

/** Patterns come from maps an agent may have written; a slow one must not meet a whole page of text. */
const MAX_PATTERN_INPUT = 20_000;

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

const compiled = new Map<string, RegExp | undefined>();

function regexOf(pattern: string): RegExp | undefined {
  if (!compiled.has(pattern)) {
    let regex: RegExp | undefined;
    try {
      regex = new RegExp(pattern, 'gu');
    } catch {
      try {
        regex = new RegExp(pattern, 'g');
      } catch {
        regex = undefined;
      }
    }
    compiled.set(pattern, regex);
  }
  return compiled.get(pattern);
}

/** Every value a pattern finds in a text: group 1, or the whole match where there is no group. */
function patternValues(text: string, pattern: string | undefined): string[] {
  if (pattern === undefined) return [text];
  const regex = regexOf(pattern);
  if (!regex) return [];
  return [...text.slice(0, MAX_PATTERN_INPUT).matchAll(regex)].map((match) => (match[1] ?? match[0]).trim());
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
    for (const hit of pick(findLabelled(within, label), index)) {
      const text = locator.attr === undefined ? hit.text : textOf(hit.element, locator);
      for (const value of patternValues(text, pattern).slice(0, 1))
        yield { text: value, element: hit.element };
    }
    return;
  }
  if (css !== undefined && locator.all) {
    const found = queryAll(scope, css);
    const texts = found.flatMap((element) => patternValues(textOf(element, locator), pattern).slice(0, 1));
    const [first] = found;
    if (first && texts.length > 0) yield { text: texts.join(' '), element: first };
    return;
  }
  if (css !== undefined) {
    let tried: Element | undefined;
    if (index === undefined) {
      tried = queryFirst(scope, css);
      if (!tried) return;
      for (const text of patternValues(textOf(tried, locator), pattern).slice(0, 1))
        yield { text, element: tried };
    }
    for (const element of pick(queryAll(scope, css), index)) {
      if (element === tried) continue;
      for (const text of patternValues(textOf(element, locator), pattern).slice(0, 1))
        yield { text, element };
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
  for (const value of pick(patternValues(text, pattern), index)) yield { text: value, element: first };
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
      found = found.filter((element) => patternValues(textOf(element, alternative), pattern).length > 0);
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
