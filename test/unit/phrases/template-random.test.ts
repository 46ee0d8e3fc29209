import { describe, expect, test } from 'vitest';
import {
  checkTemplate,
  fieldsOf,
  fillTemplate,
  parseTemplate,
  previewTemplate,
  type SnippetLookup,
  steadyChance,
} from '../../../rules/phrases/template.ts';

/** Chance one can repeat: a failing seed fails again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const atoms = [
  ...[
    '{',
    '}',
    '｛',
    '｝',
    '{{',
    '}}',
    '|',
    '｜',
    ':',
    '：',
    '=',
    '＝',
    '+',
    '-',
    '\n',
    '\r\n',
    ' ',
    '　',
    '，',
    '"',
  ],
  ...[
    '买家',
    '快递单号',
    '姓名',
    '尺码',
    '日期',
    '时间',
    '星期',
    '随机',
    '随机数',
    '片段',
    '光标',
    'uuid',
    'date',
    'a_b',
  ],
  ...[
    '7',
    '2小时',
    'M月d日',
    'yyyy',
    'mm',
    'S',
    '甲',
    '乙',
    '自己',
    '亲',
    '😀',
    '𠮷',
    '\u200b',
    '\u0301',
    'constructor',
  ],
  ...[
    '{买家}',
    '{姓名}',
    '{姓名:亲}',
    '{尺码|S|M}',
    '{日期+7}',
    '{光标}',
    '{随机|好|买家|}',
    '{片段:甲}',
    '{片段:自己}',
  ],
];

function randomText(chance: () => number): string {
  const length = 1 + Math.floor(chance() * 14);
  return Array.from({ length }, () => atoms[Math.floor(chance() * atoms.length)] ?? '').join('');
}

const values = { 买家: '小林', 单号: 'YT1' };
const answers = { 姓名: '阿青', 尺码: '均码', 亲: '您', 甲: '一', 乙: '二', S: '三', constructor: '四' };

describe('whatever a phrase holds', () => {
  const seeds = Array.from({ length: 40 }, (_, at) => at + 1);

  test.each(seeds)('seed %i: nothing that looks like a variable is left, and nothing throws', (seed) => {
    const chance = seeded(seed);
    for (let round = 0; round < 100; round += 1) {
      const text = randomText(chance);
      const inner = [randomText(chance), randomText(chance)];
      const snippet: SnippetLookup = (name) =>
        name === '自己' ? { text } : { text: inner[name === '甲' ? 0 : 1] ?? '' };
      const parts = parseTemplate(text);
      expect(parts.map((part) => part.text).join('')).toBe(text);

      const draws = steadyChance(chance);
      const options = { answers, now: 1.8e12, snippet, chance: draws.start() };
      const filled = fillTemplate(text, values, options);
      const fields = fieldsOf(text, { values, snippet });
      if (!filled.ok) {
        expect(filled.missing.length).toBeGreaterThan(0);
        expect(filled.reasons).toHaveLength(filled.missing.length);
        expect(filled.fields).toEqual(fields);
        continue;
      }
      expect(parseTemplate(filled.text), text).toEqual(
        filled.text === '' ? [] : [{ kind: 'text', text: filled.text }],
      );
      expect(filled.stops).toEqual([...new Set(filled.stops)].sort((one, other) => one - other));
      expect(filled.stops.every((at) => at >= 0 && at <= filled.text.length)).toBe(true);
      expect(filled.text).not.toMatch(/undefined|NaN|\[object|function/);
      expect(previewTemplate(text, values, fields, { ...options, chance: draws.start() })).toBe(filled.text);
      if (!text.includes('片段') && !text.includes('snippet'))
        expect(checkTemplate(text).filter(({ level }) => level === 'stop')).toEqual([]);
    }
  });

  test.each(seeds.slice(0, 10))('seed %i: problems name ranges of the text, in order', (seed) => {
    const chance = seeded(seed * 7_919);
    for (let round = 0; round < 200; round += 1) {
      const text = randomText(chance);
      let before = 0;
      for (const { start, end } of checkTemplate(text, { snippet: () => undefined })) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        before = start;
      }
    }
  });

  test('the tests above see phrases that are filled and phrases that are not', () => {
    const chance = seeded(1);
    const outcomes = Array.from(
      { length: 400 },
      () => fillTemplate(randomText(chance), values, { answers, now: 0 }).ok,
    );
    expect(outcomes.filter((ok) => ok).length).toBeGreaterThan(60);
    expect(outcomes.filter((ok) => !ok).length).toBeGreaterThan(60);
  });
});

describe('a text made to be slow', () => {
  const length = 20_000;
  const hostile = [
    '{',
    '}',
    '{{',
    '{{a',
    '｛{',
    '{ ',
    '{\n',
    '{　\r\n',
    '{买家',
    '{买家 ',
    '{买家\n',
    '{姓名 \n ',
    '{a',
    '{a|',
    '{|',
    '{a:',
    '{日期+',
    '{日期+1=',
    '{日期=M',
    '{片段:a}',
    '{光标}',
    '{姓名}',
    '{尺码|S}',
    '{{买家}',
    'a',
    '\u0301',
  ];
  const looks = (text: string): number => {
    let sum = 0;
    parseTemplate(text, (characters) => {
      sum += characters;
    });
    return sum;
  };

  test.each([...hostile, ...hostile.map((unit) => `{买家|${unit.replace(/[{}\n\r]/g, '')}`)])(
    '%j again and again is read in a few looks per character',
    (unit) => {
      const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
      expect(looks(text)).toBeLessThan(8 * length);
      expect(looks(text.slice(0, length / 2)) * 2.2 + 100).toBeGreaterThan(looks(text));
    },
  );

  test('one brace before a long text, or a long space, is looked along twice at most', () => {
    for (const filling of ['字', ' ', '\n', 'a|', '7'])
      expect(looks(`{${filling.repeat(length)}`)).toBeLessThan(4 * length * filling.length);
  });

  test('phrases that name each other in great numbers stop, and say so', () => {
    const snippet: SnippetLookup = (name) => ({ text: `${name}{片段:${name}x}`.repeat(900) });
    let asked = 0;
    const filled = fillTemplate(
      '{片段:a}'.repeat(2_000),
      {},
      {
        snippet: (name) => {
          asked += 1;
          return snippet(name);
        },
      },
    );
    expect(filled).toMatchObject({ ok: false });
    if (!filled.ok) expect(filled.reasons).toContain('long');
    expect(asked).toBeLessThan(10_000);
  });
});
