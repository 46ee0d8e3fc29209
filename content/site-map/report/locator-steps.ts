import type { Locator, LocatorObject } from '../../../storage/schemas/site-map.ts';
import { findLabelled } from '../label.ts';
import { locateElements, locateValue } from '../locate.ts';
import { queryAll, type Scope, scopeOf } from '../scope.ts';
import type { NameBlanker } from './blank-name.ts';
import { shapeText } from './blank-text.ts';
import { foldLabel } from './known-labels.ts';

/** What is needed to say how far a locator gets without saying what it finds. */
export interface StepOptions {
  scopes: readonly Scope[];
  names: NameBlanker;
  known: ReadonlySet<string>;
  /** The agent's own map: its selectors and labels may hold what the agent saw. */
  isOwnMap: boolean;
}

/** Selectors from the first simple one to the whole: `.a`, `.a .b`, `.a .b > span`. Lists are one step. */
export function cssSteps(css: string): string[] {
  const steps: string[] = [];
  let depth = 0;
  let quote = '';
  for (let i = 0; i < css.length; i += 1) {
    const char = css.charAt(i);
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '(' || char === '[') depth += 1;
    else if (char === ')' || char === ']') depth -= 1;
    else if (depth === 0 && char === ',') return [css];
    else if (depth === 0 && /[\s>+~]/.test(char)) {
      const step = css.slice(0, i).trim();
      if (step !== '' && !/[>+~]$/.test(step) && steps.at(-1) !== step) steps.push(step);
    }
  }
  const whole = css.trim();
  if (steps.at(-1) !== whole) steps.push(whole);
  return steps;
}

function shownCss(css: string, { names, isOwnMap }: StepOptions): string {
  if (!isOwnMap) return css;
  return css
    .replace(/(["'])(?:\\.|(?!\1).)*\1/g, (value) => `"${names.blank(value.slice(1, -1))}"`)
    .replace(
      /([.#])((?:\\.|[\w\u0080-\uffff-])+)/g,
      (_, sign: string, name: string) => sign + names.blank(name),
    )
    .replace(/\[([\w-]+)/g, (_, name: string) => `[${names.blank(name)}`);
}

function shownLabel(label: string, { known, isOwnMap }: StepOptions): string {
  return !isOwnMap || known.has(foldLabel(label)) ? label : shapeText(label);
}

/** Figures and words of a pattern stand for values; what the agent wrote is drawn by its form. */
const shownPattern = (pattern: string, { isOwnMap }: StepOptions): string =>
  isOwnMap
    ? pattern
        .replace(/\p{Script=Han}+/gu, (text) => shapeText(text))
        .replace(/\d{3,}/g, (text) => shapeText(text))
        .replace(/(?<!\\)[A-Za-z]{3,}/g, (text) => shapeText(text))
    : pattern;

const asObjects = (locator: Locator): LocatorObject[] =>
  (Array.isArray(locator) ? locator : [locator]).map((one) => (typeof one === 'string' ? { css: one } : one));

/** In how many scopes something is found. */
const hits = (scopes: readonly Scope[], finds: (scope: Scope) => boolean): number =>
  scopes.filter(finds).length;

function drawAlternative(one: LocatorObject, options: StepOptions): string {
  const { scopes } = options;
  const of = scopes.length;
  const parts: string[] = [];
  if (one.css !== undefined) {
    for (const step of cssSteps(one.css)) {
      const found = hits(scopes, (scope) => queryAll(scope, step).length > 0);
      parts.push(`${shownCss(step, options)} ${found}/${of}`);
    }
  }
  if (one.label !== undefined) {
    const { label, css } = one;
    const found = hits(scopes, (scope) => {
      const within = css === undefined ? scope : scopeOf(queryAll(scope, css), scope.shadows);
      return findLabelled(within, label).length > 0;
    });
    parts.push(`label ${shownLabel(label, options)} ${found}/${of}`);
  }
  if (one.attr !== undefined)
    parts.push(`attr ${options.isOwnMap ? options.names.blank(one.attr) : one.attr}`);
  if (one.pattern !== undefined) parts.push(`pattern ${shownPattern(one.pattern, options)}`);
  if (one.index !== undefined) parts.push(`index ${one.index}`);
  if (one.own) parts.push('own');
  if (one.as !== undefined) parts.push(`as ${one.as}`);
  if (one.count !== undefined) parts.push(`count ${shownCss(one.count, options)}`);
  const values = hits(scopes, (scope) => locateValue(one, scope, (text) => text || undefined) !== undefined);
  return `${parts.join(' · ')} → text ${values}/${of}`;
}

/** Each alternative of a locator with how many rows each of its steps matched, one line per alternative. */
export function drawLocator(name: string, locator: Locator | undefined, options: StepOptions): string[] {
  if (locator === undefined) return [`${name}: none in the map`];
  return asObjects(locator).map((one, i) => `${name} ${i + 1}: ${drawAlternative(one, options)}`);
}

/** How many elements each alternative of a list's locator matches. */
export function drawList(name: string, locator: Locator | undefined, options: StepOptions): string[] {
  if (locator === undefined) return [];
  const [scope] = options.scopes;
  return asObjects(locator).map((one, i) => {
    const steps = one.css === undefined ? [] : cssSteps(one.css);
    const counts = steps.map(
      (step) => `${shownCss(step, options)} ${scope ? queryAll(scope, step).length : 0}`,
    );
    const all = scope ? locateElements(one, scope).length : 0;
    return `${name} ${i + 1}: ${counts.join(' · ')} → ${all}`;
  });
}
