/** JSON as the map editor handles it: it may not be a valid map yet, so nothing is assumed of its shape. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** Where in the document: keys of objects and indexes of lists, from the outside in. */
export type JsonPath = readonly (string | number)[];

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function valueAt(root: Json | undefined, path: JsonPath): Json | undefined {
  let value = root;
  for (const key of path) {
    if (typeof key === 'number') value = Array.isArray(value) ? value[key] : undefined;
    else value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

/** Text at a place; what is not text reads as empty. */
export const textAt = (root: Json | undefined, path: JsonPath): string => {
  const value = valueAt(root, path);
  return typeof value === 'string' ? value : '';
};

export const listAt = (root: Json | undefined, path: JsonPath): Json[] => {
  const value = valueAt(root, path);
  return Array.isArray(value) ? value : [];
};

/**
 * The document with one value put in its place. Every key keeps its position, a new one goes to the end of its object,
 * and what lies beside the path is the same value as before.
 */
export function withValue(root: Json | undefined, path: JsonPath, value: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list = Array.isArray(root) ? [...root] : [];
    list[key] = withValue(list[key], rest, value);
    return list;
  }
  const object = isObject(root) ? root : {};
  const inner = Object.hasOwn(object, key) ? object[key] : undefined;
  return { ...object, [key]: withValue(inner, rest, value) };
}

/** Objects that say nothing once they are empty; the contract wants the others to stay. */
const goWhenEmpty = new Set(['when', 'side', 'statuses', 'ratings']);

/** The document without the value at a place. */
export function withoutValue(root: Json, path: JsonPath): Json {
  const parentPath = path.slice(0, -1);
  const key = path.at(-1);
  const parent = valueAt(root, parentPath);
  if (typeof key === 'number' && Array.isArray(parent)) {
    return withValue(
      root,
      parentPath,
      parent.filter((_, i) => i !== key),
    );
  }
  if (typeof key !== 'string' || !isObject(parent)) return root;
  const kept = Object.fromEntries(Object.entries(parent).filter(([name]) => name !== key));
  const name = parentPath.at(-1);
  if (Object.keys(kept).length === 0 && typeof name === 'string' && goWhenEmpty.has(name)) {
    return withoutValue(root, parentPath);
  }
  return withValue(root, parentPath, kept);
}

/** The document with one entry of a list moved by so many places; out of the list nothing changes. */
export function withMoved(root: Json, path: JsonPath, by: number): Json {
  const index = path.at(-1);
  const list = valueAt(root, path.slice(0, -1));
  if (typeof index !== 'number' || !Array.isArray(list)) return root;
  const to = index + by;
  const item = list[index];
  if (item === undefined || to < 0 || to >= list.length) return root;
  const rest = list.filter((_, i) => i !== index);
  return withValue(root, path.slice(0, -1), [...rest.slice(0, to), item, ...rest.slice(to)]);
}

/** The object at a place with one key named anew, in its old position. A name that is taken changes nothing. */
export function withRenamed(root: Json, path: JsonPath, from: string, to: string): Json {
  const object = valueAt(root, path);
  if (!isObject(object) || !Object.hasOwn(object, from) || Object.hasOwn(object, to)) return root;
  return withValue(
    root,
    path,
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key === from ? to : key, value])),
  );
}

/** `['pages', 0, 'fields', 'orderId']` → `pages[0].fields.orderId`, as validation names places. */
export const placeText = (path: JsonPath): string =>
  path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${key}`)).join('');

/** A document as it is written to files and shown in the editor. */
export const printJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
