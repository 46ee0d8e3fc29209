import { describe, expect, test } from 'vitest';
import { checkTemplate, snippetLookup, tokenExamples } from '../../../rules/phrases/template.ts';

/** What is wrong, as `level: the range`. */
const found = (text: string, options?: Parameters<typeof checkTemplate>[1]): string[] =>
  checkTemplate(text, options).map(({ level, start, end }) => `${level}: ${text.slice(start, end)}`);

describe('problems while a phrase is typed', () => {
  test.each([
    '亲，{买家}您好',
    '{姓名:亲}要{尺码|S|M|L}，{日期+7=M月d日}前发{光标}',
    '{{快递单号}}｛店铺：小店｝',
    '{1} {"a": 1} {^_^} {}',
    '{随机|好的|好哦|}{随机数:4}{uuid}',
    '{"name": "{买家}"}',
    '',
  ])('%s has none', (text) => {
    expect(checkTemplate(text)).toEqual([]);
  });

  test('the examples offered in the editor have none', () => {
    for (const example of tokenExamples) expect(checkTemplate(`{${example}}`), example).toEqual([]);
  });

  test.each([
    ['😀{buyer_name}好', ['stop: {buyer_name}']],
    ['您好{买家，单号{单号}', ['stop: {买家']],
    ['{日期=yyyy-mm-dd}', ['stop: {日期=yyyy-mm-dd}']],
    ['{尺码:S|M}{|a}', ['stop: {尺码:S|M}', 'stop: {|a}']],
    ['{随机}{片段}{光标:1}', ['stop: {随机}', 'stop: {片段}', 'stop: {光标:1}']],
    ['{地址}', ['warn: {地址}']],
    ['{快递号}{光标1}', ['warn: {快递号}', 'warn: {光标1}']],
    ['{姓名', ['warn: {']],
    ['好}}的', ['warn: }}']],
    ['{{{买家}}}', ['stop: {{{买家}}}']],
    ['a{买{光标}家，b', ['stop: {买{光标}家']],
    ['a{ {光标}姓名{光标} }b', ['stop: { {光标}姓名{光标} }']],
  ])('%s: exactly what is wrong is named', (text, problems) => {
    expect(found(text).slice(0, problems.length)).toEqual(problems);
  });

  test('the reason says how it is written right, in both languages', () => {
    const [problem] = checkTemplate('{尺码:S|M}');
    expect(problem?.text['zh-CN']).toContain('{尺码|S|M|L}');
    expect(problem?.text.en).toContain('{尺码|S|M|L}');
    expect(checkTemplate('{快递号}')[0]?.text['zh-CN']).toContain('{快递单号}');
  });

  test('a phrase that is used as it is has none', () => {
    expect(checkTemplate('{a_b}{', { literal: true })).toEqual([]);
  });

  test('a text full of braces gets a list one can read', () => {
    expect(checkTemplate('{a_b}'.repeat(4_000))).toHaveLength(50);
    expect(checkTemplate('{'.repeat(20_000))).toHaveLength(1);
  });
});

describe('phrases inside a phrase', () => {
  const phrase = (id: string, title: string, text: string, code?: string) => ({
    id,
    title,
    text,
    ...(code !== undefined && { code }),
  });
  const snippet = snippetLookup([
    phrase('1', '问候', '亲，您好', 'wh'),
    phrase('2', '自己', '{片段:自己}'),
    phrase('3', '甲', '{片段:乙}'),
    phrase('4', '乙', '{片段:甲}'),
    phrase('5', '层1', '{片段:层2}'),
    phrase('6', '层2', '{片段:层3}'),
    phrase('7', '层3', '{片段:层4}'),
    phrase('8', '层4', '到底'),
    phrase('9', '坏的', '{a_b}'),
  ]);

  test.each([
    ['{片段:wh}{片段：问候}', []],
    ['{片段:层2}', []],
    ['{片段:没有}', ['没有编码或标题是这个的话术']],
    ['{片段:自己}', ['这条话术套用到了自己']],
    ['{片段:甲}', ['里面的「{片段:乙}」：这条话术套用到了自己']],
    ['{片段:层1}', ['里面的「{片段:层4}」：话术套话术最多三层']],
    ['{片段:坏的}', ['里面的「{a_b}」：名字只能用']],
  ])('%s', (text, reasons) => {
    const problems = checkTemplate(text, { snippet });
    expect(problems).toHaveLength(reasons.length);
    for (const [at, reason] of reasons.entries()) expect(problems[at]?.text['zh-CN']).toContain(reason);
  });

  test('the phrase being written takes itself in although its kept text differs', () => {
    expect(checkTemplate('您好{片段:问候}', { snippet, id: '1' })[0]?.text['zh-CN']).toContain(
      '套用到了自己',
    );
    expect(checkTemplate('您好{片段:问候}', { snippet, id: '2' })).toEqual([]);
  });

  test('are not looked at where they are not known', () => {
    expect(checkTemplate('{片段:没有}')).toEqual([]);
  });
});
