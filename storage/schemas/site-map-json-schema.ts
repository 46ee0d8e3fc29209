import * as z from 'zod/mini';
import { siteMapSchema } from './site-map.ts';
import { css, locatorObjectSchema, locatorSchema, regex } from './site-map-locator.ts';

/** Parts that get a name of their own in the JSON Schema, with what an editor shows about them. */
const names = z.registry<{ id: string; description: string }>();
names.add(locatorSchema, {
  id: 'locator',
  description:
    '定位：CSS 选择器、定位对象，或由它们组成的备选列表（先读到值的优先）。A selector, a locator object, or alternatives of which the first that yields wins.',
});
names.add(locatorObjectSchema, {
  id: 'locatorObject',
  description: '定位对象，至少写一个键。A locator object; at least one key.',
});
names.add(css, { id: 'selector', description: 'CSS 选择器。A CSS selector.' });
names.add(regex, {
  id: 'pattern',
  description:
    '正则表达式，第 1 个括号（没有括号时为整个匹配）是读到的值。A regular expression; group 1, or the whole match, is the value.',
});

/**
 * The site-map contract as a JSON Schema (draft 2020-12) for editors and other tools; written to
 * public/site-map.schema.json by `npm run schema`. What a schema cannot say (selectors that parse, patterns that do
 * not run away, revisions) is said in docs/site-maps.md and checked when a map comes in.
 */
export function siteMapJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(siteMapSchema, {
    target: 'draft-2020-12',
    io: 'input',
    metadata: names,
    override({ zodSchema, jsonSchema }) {
      if (zodSchema === locatorObjectSchema) jsonSchema.minProperties = 1;
    },
  });
  return {
    $schema,
    title: '手边 Shoubian site map',
    description:
      '页面地图，第 1 版，修订 0 和 1；说明见 docs/site-maps.md。Site map, version 1, revisions 0 and 1.',
    ...schema,
  };
}
