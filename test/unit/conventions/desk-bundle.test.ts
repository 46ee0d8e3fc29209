import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type SourceFile, shipped, sourceFiles } from './source-files.ts';

const files = new Map(sourceFiles(shipped).map((file) => [file.path, file]));

/** Where a file's imports come from, those of types alone left out: they are gone when it is built. */
function bundledImports({ code }: SourceFile): string[] {
  const found: string[] = [];
  for (const [, kind, names = '', from = ''] of code.matchAll(
    /\b(?:import|export)\s+(type\s)?([^'";]*?)\s*\bfrom\s*['"]([^'"]+)['"]/g,
  )) {
    const list = /\{([^}]*)\}/.exec(names)?.[1]?.split(',') ?? [];
    const named = list.map((one) => one.trim()).filter((one) => one !== '');
    const onlyTypes = named.length > 0 && /^\s*\{/.test(names) && named.every((one) => /^type\s/.test(one));
    if (kind === undefined && !onlyTypes) found.push(from);
  }
  for (const [, from = ''] of code.matchAll(/\bimport\s*\(?\s*['"]([^'"]+)['"]/g)) found.push(from);
  return found;
}

/** Everything that is bundled with a file, each with the way there. */
function bundleOf(start: string): Map<string, string[]> {
  const ways = new Map<string, string[]>([[start, [start]]]);
  for (const [file, way] of ways) {
    const source = files.get(file);
    if (!source) continue;
    for (const from of bundledImports(source)) {
      if (!from.startsWith('.')) continue;
      const to = path.posix.join(path.posix.dirname(file), from);
      if (!ways.has(to)) ways.set(to, [...way, to]);
    }
  }
  return ways;
}

const waysTo = (bundle: Map<string, string[]>, pattern: RegExp): string[] =>
  [...bundle].filter(([file]) => pattern.test(file)).map(([, way]) => way.join(' → '));

describe('no seller’s page carries the lists of divisions and towns', () => {
  it.each(['entrypoints/desk.content.ts', 'entrypoints/picker.content.ts'])('%s', (entry) => {
    expect(files.has(entry)).toBe(true);
    expect(waysTo(bundleOf(entry), /^rules\/address\/.*\.generated\.ts$/)).toEqual([]);
  });

  it('the background has them in its bundle, where it may not import while it runs', () => {
    const bundle = bundleOf('entrypoints/background/index.ts');
    expect(waysTo(bundle, /(?:regions|towns|sounds)\.generated\.ts$/)).toHaveLength(3);
  });
});
