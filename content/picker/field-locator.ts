import type { Locator, LocatorObject } from '../../storage/schemas/site-map.ts';
import { readText } from '../site-map/read-text.ts';
import { queryAll, type Scope, scopeOf } from '../site-map/scope.ts';
import { type AnchorKind, anchorKinds, rankOf, valueAttributes } from './anchor.ts';
import { cssPaths } from './css-path.ts';
import type { FieldSpec } from './field-spec.ts';
import { labelsBefore } from './label-before.ts';
import { type ValueSource, valueSources } from './value-source.ts';
import { readAs } from './value-type.ts';

/** The rows of a list as the engine scopes them, and the one that was pointed into. */
export interface RowScopes {
  scopes: readonly Scope[];
  sample: Scope;
}

/** One way to read what was pointed at: the locator with its alternatives, and what it reads in the first rows. */
export interface Reading {
  locator: LocatorObject[];
  kind: AnchorKind;
  /** What it reads in the row pointed into. */
  value: string;
  seen: number;
  /** Different values among those rows: a memo that is the same everywhere is a button. */
  distinct: number;
  rows: number;
}

interface Fitting {
  locator: LocatorObject;
  kind: AnchorKind;
  cost: number;
}

interface Candidate extends Fitting {
  seen: number;
  distinct: number;
}

/** Rows a locator is tried on; enough to tell a habit from a chance, few enough for a list of thousands. */
const MAX_ROWS = 30;
/** Of each kind the few cheapest that read the sample are tried on all rows. */
const TRIED_PER_KIND = 4;

export const isSameText = (a: string, b: string): boolean => a.replace(/\s+/g, '') === b.replace(/\s+/g, '');

const elementsOf = (scope: Scope): Set<Node> => new Set(scope.elements);

function attributeCandidates(
  element: Element,
  scope: Scope,
  value: string,
): { locator: LocatorObject; cost: number }[] {
  const found: { locator: LocatorObject; cost: number }[] = [];
  const top = elementsOf(scope);
  const near: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    near.push(at);
    if (top.has(at)) break;
  }
  near.push(...[...element.querySelectorAll('*')].slice(0, 20));
  for (const one of near) {
    for (const { name, value: held, css } of valueAttributes(one)) {
      // The row's own id may be anything; an attribute named for it is what a page keeps.
      if (held === value)
        found.push({ locator: { css, attr: name }, cost: name === 'id' || name === 'title' ? 3 : 1 });
      else if (
        held.endsWith(value) &&
        /^[\w-]*[-_:]$/.test(held.slice(0, -value.length)) &&
        name !== 'title'
      ) {
        const stem = held.slice(0, -value.length).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        found.push({ locator: { css, attr: name, pattern: `^${stem}(.+)$` }, cost: 4 });
      }
    }
  }
  return found;
}

/**
 * Locators that read what was pointed at, in the order of issue 3 point 5: attributes, ids, classes, labels, hashed
 * classes' prefixes, place; the shortest that reads it in all rows, or nearly all. Several readings where the element
 * holds more than one thing; each carries up to two alternatives of other kinds.
 *
 * @param element what was pointed at, inside `rows.sample`
 * @param now epoch ms
 */
export function fieldReadings(element: Element, spec: FieldSpec, rows: RowScopes, now: number): Reading[] {
  const readings: Reading[] = [];
  const used = new Set<string>();
  const take = (source: ValueSource): void => {
    const key = JSON.stringify(source);
    if (used.has(key) || used.size > 6) return;
    used.add(key);
    const here = scopeOf([element], rows.sample.shadows);
    const value =
      spec.type === 'element'
        ? `<${element.localName}>`
        : readAs(spec.type, { ...source } as Locator, here, now);
    if (value === undefined) return;
    const reading = readingOf(element, spec, source, value, rows, now);
    const twin = readings.findIndex((one) => one.value === value);
    if (!reading || (twin >= 0 && (readings[twin]?.seen ?? 0) >= reading.seen)) return;
    if (twin >= 0) readings.splice(twin, 1, reading);
    else readings.push(reading);
  };
  for (const source of valueSources(element, spec, now).slice(0, 4)) take(source);
  // Another order says more in the same place: a time it was paid, too, or a name before the address.
  const [best] = readings;
  const css = best?.locator.find((one) => one.css !== undefined)?.css;
  if (best && css !== undefined && best.seen < best.rows * 0.9 && !spec.rare) {
    for (const scope of rows.scopes.slice(0, 6)) {
      const [other] = queryAll(scope, css);
      if (other && other !== element)
        for (const source of valueSources(other, spec, now).slice(0, 3)) take(source);
    }
  }
  const most = Math.max(0, ...readings.map(({ seen }) => seen));
  const isShort = ({ seen }: Reading): boolean => seen < most * 0.9;
  return readings.sort(
    (a, b) => Number(isShort(a)) - Number(isShort(b)) || (spec.type === 'id' ? b.seen - a.seen : 0),
  );
}

function tried(
  locator: LocatorObject,
  spec: FieldSpec,
  scopes: readonly Scope[],
  now: number,
): { seen: number; distinct: number } {
  const values = scopes
    .map((scope) => readAs(spec.type, locator, scope, now))
    .filter((value) => value !== undefined);
  return { seen: values.length, distinct: new Set(values).size };
}

function readingOf(
  element: Element,
  spec: FieldSpec,
  source: ValueSource,
  value: string,
  rows: RowScopes,
  now: number,
): Reading | undefined {
  const scopes = rows.scopes.slice(0, MAX_ROWS);
  const { sample } = rows;
  const fitting: Fitting[] = [];
  const consider = (locator: LocatorObject, kind: AnchorKind, cost: number): void => {
    if (fitting.filter((one) => one.kind === kind).length >= TRIED_PER_KIND * 2) return;
    if (spec.type === 'element') {
      const [first, ...more] = locator.css === undefined ? [] : queryAll(sample, locator.css);
      if (first !== element || (more.length > 0 && kind !== 'attribute')) return;
    } else if (readAs(spec.type, locator, sample, now) !== value) return;
    fitting.push({ locator, kind, cost });
  };

  if (spec.type === 'id') {
    for (const { locator, cost } of attributeCandidates(element, sample, value))
      consider(locator, 'attribute', cost - 8);
  }
  for (const { css, kind, parts } of cssPaths(element, elementsOf(sample))) {
    const found = queryAll(sample, css);
    // Others before it in the row would be read instead; others after it make it less sure.
    if (found[0] !== element) continue;
    consider({ css, ...source }, kind, parts * 10 + css.length / 20 + (found.length > 1 ? 25 : 0));
  }
  if (spec.type !== 'element' && spec.type !== 'rating') {
    for (const label of labelsBefore(element, sample)) consider({ label }, 'label', 10 + label.length);
    if (source.pattern && spec.type === 'id') {
      for (const label of labelsBefore(element, sample))
        consider({ label, pattern: source.pattern }, 'label', 30);
    }
  }
  if (sample.elements.includes(element) && Object.keys(source).length > 0)
    consider({ ...source }, 'position', 40);

  const candidates = anchorKinds
    .flatMap((kind) =>
      fitting
        .filter((one) => one.kind === kind)
        .sort((a, b) => a.cost - b.cost)
        .slice(0, TRIED_PER_KIND),
    )
    .map((one): Candidate => ({ ...one, ...tried(one.locator, spec, scopes, now) }));
  const best = rank(candidates, spec, scopes.length);
  const [first] = best;
  if (!first) return undefined;
  const alternatives: Candidate[] = [first];
  for (const one of best) {
    if (one.seen < first.seen * 0.5) continue;
    if (alternatives.length < 3 && !alternatives.some((kept) => kept.kind === one.kind))
      alternatives.push(one);
  }
  return {
    locator: alternatives.map(({ locator }) => tidy(locator)),
    kind: first.kind,
    value,
    seen: first.seen,
    distinct: first.distinct,
    rows: scopes.length,
  };
}

const tidy = (locator: LocatorObject): LocatorObject =>
  Object.fromEntries(Object.entries(locator).filter(([, value]) => value !== undefined)) as LocatorObject;

/** By kind, but a locator that misses rows others read comes after them; where all rows say the same, an id is none. */
function rank(candidates: readonly Candidate[], spec: FieldSpec, rows: number): Candidate[] {
  const anyRow = Math.max(0, ...candidates.map(({ seen }) => seen));
  const usable = candidates.filter(({ kind, locator, seen, distinct }) => {
    if (rows < 3) return true;
    if (spec.name === 'orderId' && distinct < seen * 0.9) return false;
    // Words that stand before it in few rows are another row's value, not its label.
    return kind !== 'label' || seen >= Math.max(2, anyRow * 0.5) || spec.labels.includes(locator.label ?? '');
  });
  const most = Math.max(0, ...usable.filter(({ kind }) => kind !== 'position').map(({ seen }) => seen));
  const anywhere = Math.max(0, ...usable.map(({ seen }) => seen));
  const wanted = spec.rare ? most : Math.max(most, anywhere * 0.9);
  const isShort = ({ seen }: Candidate): boolean => seen < wanted * 0.9;
  return [...usable].sort(
    (a, b) =>
      Number(isShort(a)) - Number(isShort(b)) ||
      rankOf(a.kind) - rankOf(b.kind) ||
      b.seen - a.seen ||
      a.cost - b.cost,
  );
}

/** The text of an element as a short line for the panel. */
export const shortText = (element: Element, length = 60): string => {
  const text = readText(element).replace(/\s+/g, ' ');
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
};
