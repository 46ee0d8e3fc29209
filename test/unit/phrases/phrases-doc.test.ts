import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { variableNames } from '../../../rules/phrases/phrase.ts';
import { fillTemplate, snippetLookup, whyNotFilled } from '../../../rules/phrases/template.ts';

const doc = readFileSync(resolve(import.meta.dirname, '../../../docs/phrases.md'), 'utf8');

interface Row {
  line: number;
  cells: string[];
}

/** The rows of every table whose first column is headed so. */
function rowsUnder(head: string): Row[] {
  let inside = false;
  return doc.split('\n').flatMap((text, at) => {
    const cells = text.startsWith('|')
      ? text
          .split(/(?<!\\)\|/)
          .slice(1, -1)
          .map((cell) => cell.trim().replaceAll('\\|', '|'))
      : undefined;
    if (!cells) inside = false;
    else if (cells[0] === head) inside = true;
    else if (inside && !cells.every((cell) => /^-+$/.test(cell))) return [{ line: at + 1, cells }];
    return [];
  });
}

const named = rowsUnder('名称').map(({ cells: [name = '', value = ''] }): [string, string] => [name, value]);
const isPage = ([name]: [string, string]): boolean => (variableNames as readonly string[]).includes(name);
const values = Object.fromEntries(named.filter(isPage));
const answers = Object.fromEntries(named.filter((row) => !isPage(row)));
const snippet = snippetLookup([
  { id: '1', title: '问候', code: 'wh', text: '亲，{买家}您好' },
  { id: '2', title: '转圈', text: '{片段:转圈}' },
  { id: '3', title: '尾巴', text: '有事{光标}您说~' },
]);
const now = Date.parse('2026-11-22T09:30:00+08:00');

/** What a phrase becomes, with a sign where the caret stops; or why it stops. */
function becomes(text: string): string {
  const filled = fillTemplate(text, values, { answers, now, snippet, chance: () => 0.5 });
  if (!filled.ok) return `停住：${whyNotFilled(filled)['zh-CN']}`;
  return filled.stops.reduceRight((all, at) => `${all.slice(0, at)}¦${all.slice(at)}`, filled.text);
}

describe('the examples of docs/phrases.md', () => {
  const examples = rowsUnder('写法');

  test('are found, with the page and the answers they speak of', () => {
    expect(examples.length).toBeGreaterThanOrEqual(40);
    expect(Object.keys(values).length).toBeGreaterThan(10);
    expect(Object.keys(answers)).toEqual(['身高', '尺码', '称呼']);
    for (const text of ['`亲，{买家}您好`', '`{片段:转圈}`', '`有事{光标}您说~`'])
      expect(doc).toContain(text);
  });

  test.each(examples.map(({ line, cells: [written = '', gives = ''] }) => ({ line, written, gives })))(
    'line $line: $written',
    ({ written, gives }) => {
      const texts = [...written.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);
      expect(texts.map(becomes).join(' · ')).toBe(gives);
    },
  );

  test('name every variable of the page', () => {
    for (const name of variableNames) expect(doc).toContain(`${name}`);
  });
});
