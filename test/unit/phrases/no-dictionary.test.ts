import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Everything a file imports, types included, followed through relative paths. */
function importsOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/\bfrom\s+'([^']+)'/g)) {
    if (name.startsWith('.')) importsOf(resolve(dirname(file), name), seen);
    else seen.add(name);
  }
  return seen;
}

const rules = resolve(import.meta.dirname, '../../../rules');

test.each(['phrases/search.ts', 'phrases/template.ts', 'wording/index.ts'])(
  '%s goes into pages and brings no package along, least of all the pinyin dictionary',
  (entry) => {
    const packages = [...importsOf(resolve(rules, entry))].filter((name) => !name.startsWith('/'));
    expect(packages).toEqual([]);
  },
);

test('the keys are made with the dictionary, so that the test above can fail', () => {
  expect([...importsOf(resolve(rules, 'phrases/index.ts'))]).toContain('pinyin-pro');
});
