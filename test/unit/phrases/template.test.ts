import { describe, expect, test } from 'vitest';
import { fillTemplate, isMasked, parseTemplate, variablesOf } from '../../../rules/phrases/template.ts';

describe('filling', () => {
  test('values take the places of their variables, each as often as it stands', () => {
    const text = '您好{买家}，{店铺}的包裹发的是{快递}，单号{单号}，{买家}请留意';
    const values = { 买家: '小林', 店铺: '山行包铺', 快递: '圆通', 单号: 'YT1' };
    expect(fillTemplate(text, values)).toEqual({
      ok: true,
      text: '您好小林，山行包铺的包裹发的是圆通，单号YT1，小林请留意',
      stops: [],
    });
  });

  test('every missing name is reported once, in order, and nothing is filled', () => {
    expect(fillTemplate('{单号}{快递}{单号}{金额}', { 快递: '圆通' })).toMatchObject({
      ok: false,
      missing: ['单号', '金额'],
      reasons: ['absent', 'absent'],
    });
  });

  test.each(['', '  ', '\n'])('a blank value %j is missing', (value) => {
    expect(fillTemplate('{买家}', { 买家: value })).toMatchObject({
      ok: false,
      missing: ['买家'],
      reasons: ['absent'],
    });
  });

  test.each(['张**', '138****0000', '＊＊', '●●●', 't**1'])(
    'a masked value %s is missing and says so',
    (value) => {
      expect(isMasked(value)).toBe(true);
      expect(fillTemplate('{买家}', { 买家: value })).toMatchObject({
        ok: false,
        missing: ['买家'],
        reasons: ['masked'],
      });
    },
  );

  test.each(['小林', 'YT123-4', '63.00', '今天下午', 'a·b'])('%s is not masked', (value) => {
    expect(isMasked(value)).toBe(false);
  });

  test('the default stands in for an absent or masked value, not for a present one', () => {
    expect(fillTemplate('{买家:亲}您好', {})).toMatchObject({ ok: true, text: '亲您好' });
    expect(fillTemplate('{买家:亲}您好', { 买家: '李*' })).toMatchObject({ ok: true, text: '亲您好' });
    expect(fillTemplate('{买家:亲}您好', { 买家: '小林' })).toMatchObject({ ok: true, text: '小林您好' });
  });

  test('an empty default is none: a blank is never written', () => {
    expect(fillTemplate('{买家:}您好', {})).toMatchObject({ ok: false, missing: ['买家'] });
  });

  test('braces in a value are not read again', () => {
    expect(fillTemplate('{买家}', { 买家: '{单号}' })).toMatchObject({ ok: true, text: '{单号}' });
  });

  test.each(['｛买家｝', '{ 买家 }', '{{买家}}', '｛买家：亲｝', '{买家： 亲 }'])(
    '%s is the variable 买家',
    (text) => {
      expect(fillTemplate(text, { 买家: '小林' })).toMatchObject({ ok: true, text: '小林' });
    },
  );
});

describe('what looks like a variable never reaches an editor', () => {
  test.each([
    ['您好{buyer_name}', '{buyer_name}'],
    ['{亲，您好}', '{亲，您好}'],
    ['{买家+1}', '{买家+1}'],
    ['{姓名=小林}', '{姓名=小林}'],
    ['{1|2}', '{1|2}'],
    ['{|S|M}', '{|S|M}'],
    ['{尺码|}', '{尺码|}'],
    ['{尺码:S|M}', '{尺码:S|M}'],
    ['{买家，您好', '{买家'],
    ['包裹{单号', '{单号'],
    ['{日期+7', '{日期'],
    ['{买家\n}', '{买家'],
    ['{姓名 \r\n }', '{姓名'],
  ])('%j blocks and is named as written', (text, name) => {
    const filled = fillTemplate(text, { 买家: '小林', 单号: 'YT1' }, { now: 0 });
    expect(filled).toEqual({ ok: false, missing: [name], reasons: ['unknown'], fields: [] });
  });

  test.each(['{姓名}', '{{姓名}}', '｛姓名｝', '{姓名:亲}', '{姓名|亲|您}'])(
    '%s is asked, and blocks under its name until it is answered',
    (text) => {
      const asked = { ok: false, missing: ['姓名'], reasons: ['asked'] };
      expect(fillTemplate(text, { 买家: '小林' })).toMatchObject(asked);
      expect(fillTemplate(text, {}, { answers: { 姓名: '小林' } })).toMatchObject({ ok: true, text: '小林' });
    },
  );

  test.each([
    ['{{买家}，您好', '{某'],
    ['{{{买家}}}', '{某}'],
    ['{买{光标}家，您好', '{买家'],
    ['{姓{光标}名}', '{姓名}'],
  ])('braces left around what was filled in block too: %s', (text, name) => {
    const filled = fillTemplate(text, { 买家: '小林' });
    if (name === '{某') expect(filled).toMatchObject({ ok: true, text: '{小林，您好' });
    else expect(filled).toMatchObject({ ok: false, missing: [name], reasons: ['unknown'] });
  });

  test.each(['{1}', '{}', '{ }', '{"a": 1}', '}{', '{', '第{2}款 {3}', '{：亲}', '{^_^}'])(
    '%s stays literal',
    (text) => {
      expect(fillTemplate(text, {})).toEqual({ ok: true, text, stops: [] });
    },
  );
});

test('parts joined give the phrase back', () => {
  for (const text of [
    'a{买家}b',
    '{姓名}',
    '{1}{ 买家: 亲 }',
    '{买家 x',
    '{{单号}}',
    '{日期+7=M月d日}{光标}\n}{',
  ])
    expect(
      parseTemplate(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
});

test('the variables of a phrase are listed once, in order, under one name', () => {
  expect(variablesOf('{单号}{买家}{快递单号}{姓名}')).toEqual(['单号', '买家']);
});
