import { describe, expect, it } from 'vitest';
import { builtInMaps } from '../../../content/sites/built-in.ts';
import { findJsonFault, offsetOfPlace } from '../../../storage/import/json-fault.ts';

describe('a text that is no JSON', () => {
  it.each([
    ['', 1, 1, '里面什么都没有'],
    ['   \n ', 2, 2, '里面什么都没有'],
    ['{\n  "a": 1,\n}', 2, 9, '最后一项后面多了逗号'],
    ['[1, 2,]', 1, 6, '最后一项后面多了逗号'],
    ['{"a" 1}', 1, 6, '少了冒号'],
    ['{\n"a": 1\n"b": 2}', 3, 1, '少了逗号'],
    ['{a: 1}', 1, 2, '带双引号的键名'],
    ["{'a': 1}", 1, 2, '不是单引号'],
    ['{“a”: 1}', 1, 2, '中文标点'],
    ['{"a"：1}', 1, 5, '中文标点'],
    ['{"a": 1，"b": 2}', 1, 8, '中文标点'],
    ['{"a": nul}', 1, 7, '应是一个值'],
    ['{"a": 01}', 1, 7, '应是一个值'],
    ['{"a": "x}', 1, 7, '少了结尾的双引号'],
    ['{"a": "x\ny"}', 1, 7, '少了结尾的双引号'],
    ['{"pattern": "\\d+"}', 1, 14, '反斜杠'],
    ['{"a": [1, 2}', 1, 12, '少了逗号'],
    ['{"a": [1, 2]', 1, 13, '还有括号没有关上'],
    ['{"a": 1} x', 1, 10, '已经结束'],
  ])('%j: line %i, column %i: %s', (text, line, column, words) => {
    expect(() => JSON.parse(text)).toThrow();
    const fault = findJsonFault(text);
    expect([fault.line, fault.column]).toEqual([line, column]);
    expect(fault.text['zh-CN']).toContain(words);
    expect(fault.text['zh-CN']).toContain(`第 ${line} 行第 ${column} 列`);
    expect(fault.text.en).toContain(`line ${line}, column ${column}`);
  });

  it('a map with one character taken away is told where it breaks, at or after that character’s line', () => {
    const text = JSON.stringify(builtInMaps()[0], null, 2);
    let broken = 0;
    for (let i = 0; i < text.length; i += 31) {
      const cut = text.slice(0, i) + text.slice(i + 1);
      try {
        JSON.parse(cut);
        continue;
      } catch {
        broken += 1;
      }
      const fault = findJsonFault(cut);
      // A quote taken from the end of a text is noticed at its beginning, in the same line.
      expect(fault.line).toBeGreaterThanOrEqual(text.slice(0, i).split('\n').length);
      expect(fault.offset).toBeLessThanOrEqual(cut.length);
    }
    expect(broken).toBeGreaterThan(20);
  });
});

describe('the place of a value in a text', () => {
  const text = '{\n  "a": { "b": [10, { "c": "x" }] },\n  "ab": 1,\n  "待": 2\n}';
  it.each([
    ['a', '{ "b"'],
    ['a.b', '[10'],
    ['a.b[1]', '{ "c"'],
    ['a.b[1].c', '"x"'],
    ['ab', '1,'],
    ['待', '2\n'],
    ['a.b[1].missing', '{ "c"'],
    ['a.b[9].missing', '[10'],
    ['', '{\n  "a"'],
    ['nowhere', '{\n  "a"'],
  ])('%s', (place, there) => {
    const offset = offsetOfPlace(text, place);
    expect(text.slice(offset)).toMatch(new RegExp(`^${there.replace(/[[\]{}]/g, '\\$&')}`));
  });

  it('is none in a text that is no JSON', () => {
    expect(offsetOfPlace('{', 'a')).toBeUndefined();
  });
});
