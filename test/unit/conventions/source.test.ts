import { describe, expect, it } from 'vitest';
import { everything, importsOf, type SourceFile, shipped, sourceFiles } from './source-files.ts';

const files = sourceFiles(everything);
const shippedFiles = files.filter((file) => shipped.includes(file.path.split('/')[0] ?? ''));
const rules = files.filter((file) => file.path.startsWith('rules/'));
const tests = files.filter((file) => file.path.startsWith('test/'));

/** `path: what was found`, so that a failure names the place. */
function found(among: readonly SourceFile[], pattern: RegExp): string[] {
  return among.flatMap((file) =>
    [...file.code.matchAll(pattern)].map((match) => `${file.path}: ${match[0].trim()}`),
  );
}

it('the scan sees the product', () => {
  expect(rules.length).toBeGreaterThan(20);
  expect(shippedFiles.length).toBeGreaterThan(rules.length);
  expect(tests.length).toBeGreaterThan(5);
});

describe('the patterns below catch what they forbid', () => {
  it.each([
    [clockOrChance(), 'const now = Date.now();'],
    [clockOrChance(), 'new Date()'],
    [clockOrChance(), 'Math.random() < 0.5'],
    [clockOrChance(), 'crypto.randomUUID()'],
    [network(), "await fetch('https://example.com')"],
    [network(), 'new XMLHttpRequest()'],
    [network(), 'navigator.sendBeacon(url)'],
    [network(), 'new WebSocket(url)'],
    [network(), 'new EventSource(url)'],
    [focused(), "it.only('x', () => {})"],
    [focused(), "describe.skip('x', () => {})"],
    [focused(), "test.fixme('x')"],
  ])('%s', (pattern, code) => {
    expect(found([{ path: 'x', text: code, code }], pattern)).toHaveLength(1);
  });
});

it('no file is a drawer of odds and ends', () => {
  const names = files.filter((file) =>
    /(?:^|\/|[-.])(?:utils?|helpers?|misc|common)(?:[-./]|$)/i.test(file.path),
  );
  expect(names.map((file) => file.path)).toEqual([]);
});

it('rules have no clock and no chance of their own', () => {
  expect(found(rules, clockOrChance())).toEqual([]);
});

it('nothing shipped talks to a network', () => {
  expect(found(shippedFiles, network())).toEqual([]);
});

it('`browser` comes from #imports only, so that tests can replace it', () => {
  const wrong = files.flatMap((file) =>
    [...file.code.matchAll(/import\s+(?:type\s+)?\{[^}]*\bbrowser\b[^}]*\}\s*from\s*['"]([^'"]+)['"]/g)]
      .filter((match) => match[1] !== '#imports')
      .map((match) => `${file.path}: ${match[1]}`),
  );
  expect(wrong).toEqual([]);
});

it('zod is zod/mini only: a fifth of the size, and no eval under a page’s policy', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((from) => /^zod(?:\/|$)/.test(from) && from !== 'zod/mini')
      .map((from) => `${file.path}: ${from}`),
  );
  expect(wrong).toEqual([]);
});

it('no test is focused or put off', () => {
  const others = tests.filter((file) => !file.path.startsWith('test/unit/conventions/'));
  expect(found(others, focused())).toEqual([]);
});

it('a file holds one concept: about 300 lines, tables of data and tests excepted', () => {
  const tables = /\.generated\.|-(?:rows|texts)\.ts$|(?:templates|lexicon|starter[\w-]*)\.ts$/;
  const long = files
    .filter((file) => !file.path.startsWith('test/') && !tables.test(file.path))
    .map((file) => ({ path: file.path, lines: file.text.split('\n').length }))
    .filter(({ lines }) => lines > 320);
  expect(long).toEqual([]);
});

function clockOrChance(): RegExp {
  return /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b|\bcrypto\.\w+/g;
}

function network(): RegExp {
  return /(?<![\w.])(?:globalThis\.|window\.|self\.)?fetch\s*\(|\bXMLHttpRequest\b|\b(?:new\s+)?WebSocket\b|\bEventSource\b|\bsendBeacon\b/g;
}

function focused(): RegExp {
  return /\b(?:it|test|describe|suite)\.(?:only|skip|fixme|todo)\b/g;
}
