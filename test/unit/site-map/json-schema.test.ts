import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { siteMapSchema } from '../../../storage/schemas/site-map.ts';
import { siteMapJsonSchema } from '../../../storage/schemas/site-map-json-schema.ts';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
const builtIn = readdirSync(new URL('../../../content/sites/', import.meta.url))
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, json: read(`content/sites/${name}`) }));
const fits = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(siteMapJsonSchema());

type Place = readonly (string | number)[];

/** Every place of a document, the whole one first. */
function placesOf(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [place];
  return [place, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...place, key]))];
}

/** A copy with the value at a place changed; undefined removes it. */
function changed(json: unknown, [key, ...rest]: Place, change: (value: unknown) => unknown): unknown {
  if (key === undefined) return change(json);
  const copy = (Array.isArray(json) ? [...json] : { ...(json as object) }) as Record<string, unknown>;
  const next = changed(copy[key], rest, change);
  if (next !== undefined) copy[key] = next;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete copy[key];
  return copy;
}

const changes: Record<string, (value: unknown) => unknown> = {
  removed: () => undefined,
  'made a number': () => 3,
  'made a fraction': () => 0.5,
  'made nothing': () => null,
  'made an empty text': () => '',
  'made a text': () => 'b',
  'made an empty object': () => ({}),
  'made an empty list': () => [],
  'made a long text': () => 'b'.repeat(1_001),
  'given an unknown key': (value) => (isObject(value) ? { ...value, novel: 'b' } : value),
  'given many entries': (value) =>
    Array.isArray(value) ? Array.from({ length: 60 }, () => value[0]) : value,
};
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

describe('the JSON Schema of site maps', () => {
  it('lies in public/ as `npm run schema` writes it', () => {
    expect(read('public/site-map.schema.json')).toEqual(JSON.parse(JSON.stringify(siteMapJsonSchema())));
  });

  it.each(builtIn)('accepts the built-in map $name', ({ json }) => {
    fits(json);
    expect(fits.errors ?? []).toEqual([]);
  });

  it('accepts and refuses what the contract does, wherever a document is changed', () => {
    const different: string[] = [];
    let refused = 0;
    for (const { name, json } of builtIn.filter((one) => /^(?:1688|xianyu)/.test(one.name))) {
      for (const place of placesOf(json)) {
        for (const [how, change] of Object.entries(changes)) {
          const document = changed(json, place, change) ?? null;
          const { success } = siteMapSchema.safeParse(document);
          if (!success) refused += 1;
          if (fits(document) !== success) different.push(`${name} ${place.join('.')} ${how}`);
        }
      }
    }
    expect(different).toEqual([]);
    expect(refused).toBeGreaterThan(500);
  }, 30_000);
});
