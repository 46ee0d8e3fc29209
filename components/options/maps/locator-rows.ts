import { isObject, type Json, type JsonObject } from './json-value.ts';

/** What one alternative of a locator may say (site-map.md, Locator), in the order it is shown. */
export const locatorKeys = ['css', 'label', 'attr', 'own', 'pattern', 'index', 'all', 'count', 'as'] as const;
export type LocatorKey = (typeof locatorKeys)[number];

export const readAs = ['text', 'money', 'int', 'datetime', 'phone', 'address', 'url'] as const;

/** One alternative as an object, however the document writes it. */
export function alternativesOf(locator: Json | undefined): JsonObject[] {
  if (locator === undefined) return [];
  const list = Array.isArray(locator) ? locator : [locator];
  return list.map((one) => (isObject(one) ? one : { css: typeof one === 'string' ? one : '' }));
}

/** Writes an alternative the way it was written: a bare selector stays one as long as it says nothing more. */
const written = (alternative: JsonObject, before: Json | undefined): Json => {
  const keys = Object.keys(alternative);
  const bare = keys.length === 1 && keys[0] === 'css' && typeof alternative.css === 'string';
  return bare && !isObject(before) ? (alternative.css ?? '') : alternative;
};

const listOf = (locator: Json | undefined): Json[] =>
  locator === undefined ? [] : Array.isArray(locator) ? locator : [locator];

/** A locator that was one thing stays one thing, a list stays a list. */
const joined = (list: Json[], before: Json | undefined): Json =>
  list.length === 1 && !Array.isArray(before) ? (list[0] ?? '') : list;

/** The locator with one key of one alternative set, or taken away where the value is undefined. */
export function withKey(
  locator: Json | undefined,
  index: number,
  key: LocatorKey,
  value: Json | undefined,
): Json {
  const list = listOf(locator);
  const before = list[index];
  const alternative = alternativesOf(locator)[index] ?? {};
  const changed =
    value === undefined
      ? Object.fromEntries(Object.entries(alternative).filter(([name]) => name !== key))
      : { ...alternative, [key]: value };
  return joined(
    list.map((one, i) => (i === index ? written(changed, before) : one)),
    locator,
  );
}

/** The locator with one more way to find it, tried last. */
export const withAlternative = (locator: Json | undefined, alternative: Json = ''): Json => {
  const list = listOf(locator);
  return list.length === 0 ? alternative : [...list, alternative];
};

/** The locator without one alternative; undefined when it was the only one. */
export function withoutAlternative(locator: Json | undefined, index: number): Json | undefined {
  const rest = listOf(locator).filter((_, i) => i !== index);
  return rest.length === 0 ? undefined : joined(rest, locator);
}

/** The locator with one alternative tried earlier (-1) or later (1). */
export function withAlternativeMoved(locator: Json | undefined, index: number, by: -1 | 1): Json {
  const list = listOf(locator);
  const item = list[index];
  const to = index + by;
  if (item === undefined || to < 0 || to >= list.length) return locator ?? '';
  const rest = list.filter((_, i) => i !== index);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
