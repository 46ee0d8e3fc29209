import { describe, expect, test } from 'vitest';
import {
  fieldsOf,
  fillTemplate,
  formHelps,
  isMasked,
  parseTemplate,
  previewTemplate,
  snippetLookup,
  steadyChance,
  variablesOf,
  whyNotFilled,
} from '../../../rules/phrases/template.ts';

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

describe('chance', () => {
  const fill = (text: string, draws: number[]) => {
    let at = 0;
    return fillTemplate(text, {}, { chance: () => draws[at++ % draws.length] ?? 0 });
  };

  test('each place draws for itself', () => {
    expect(fill('{随机|甲|乙}{随机|甲|乙}{random|甲|乙}', [0, 0.99, 0.5])).toMatchObject({ text: '甲乙乙' });
    expect(fill('{随机数:3}', [0, 0.99, 0.5])).toMatchObject({ text: '195' });
    expect(fill('{uuid}{uuid}', [0.01, 0.99])).toMatchObject({
      text: expect.stringMatching(/^(?:[0-9a-f-]{36}){2}$/),
    });
  });

  test('a draw of 1, which no source of chance should give, still takes the last', () => {
    expect(fill('{随机|甲|乙}{随机数:1}', [1])).toMatchObject({ text: '乙9' });
  });

  test('without chance the first is taken, and no number is made up', () => {
    expect(fillTemplate('{随机|甲|乙}', {})).toMatchObject({ ok: true, text: '甲' });
    expect(fillTemplate('{随机数}{uuid}', {})).toMatchObject({
      ok: false,
      missing: ['{随机数}', '{uuid}'],
      reasons: ['absent', 'absent'],
    });
  });

  test('draws can be had again, so that what was previewed is inserted', () => {
    let at = 0;
    const draws = steadyChance(() => (at++ % 10) / 10);
    const text = '{随机|甲|乙|丙}{随机数}{uuid}';
    const once = fillTemplate(text, {}, { chance: draws.start() });
    expect(fillTemplate(text, {}, { chance: draws.start() })).toEqual(once);
    expect(fillTemplate(text, {}, { chance: steadyChance(() => 0.7).start() })).not.toEqual(once);
  });

  test('whether a phrase is filled does not hang on the draw', () => {
    for (const draw of [0, 0.99])
      expect(fill('{ {随机|1|甲} }', [draw])).toMatchObject({ ok: false, missing: ['{ 某 }'] });
  });
});

describe('the form', () => {
  test('has one row per name, in order, with the first choices and the first default', () => {
    expect(fieldsOf('{姓名}{尺码|S|M|S| }{姓名:亲}{尺码|L}{买家}{日期}')).toEqual([
      { name: '姓名', fallback: '亲' },
      { name: '尺码', options: ['S', 'M'], fallback: 'S' },
    ]);
  });

  test('asks for the page’s values that are missing, and says that they are the page’s', () => {
    const values = { 买家: '小林', 收货人: '林**' };
    expect(fieldsOf('{买家}{收货人}{单号}{快递:邮政}{金额|10|20}', { values })).toEqual([
      { name: '收货人', page: 'masked' },
      { name: '单号', page: 'absent' },
      { name: '金额', options: ['10', '20'], fallback: '10', page: 'absent' },
    ]);
  });

  test('an answer goes before what the page tells in part, and before the default', () => {
    const text = '{收货人:亲}，单号{快递单号}，{姓名:您}';
    const answers = { 收货人: '林小满', 单号: 'YT1', 姓名: '阿青' };
    expect(fillTemplate(text, { 收货人: '林**' }, { answers })).toMatchObject({
      text: '林小满，单号YT1，阿青',
    });
  });

  test('a row left blank takes its default; one that was never shown blocks', () => {
    const text = '{姓名:亲}{尺码|S|M}';
    expect(fillTemplate(text, {}, { answers: { 姓名: ' ', 尺码: '' } })).toMatchObject({ text: '亲S' });
    expect(fillTemplate(text, {}, { answers: { 姓名: '' } })).toMatchObject({ ok: false, missing: ['尺码'] });
    expect(fillTemplate('{姓名}', {}, { answers: { 姓名: '' } })).toMatchObject({
      ok: false,
      missing: ['姓名'],
    });
  });

  test('answers are plain text: braces and stars in them are the agent’s own', () => {
    const answers = { 姓名: '{买家}**' };
    expect(fillTemplate('{姓名}', { 买家: '小林' }, { answers })).toMatchObject({ text: '{买家}**' });
  });

  test('a name every object has is a name like any other', () => {
    expect(fillTemplate('{constructor}', {}, { answers: {} })).toMatchObject({ missing: ['constructor'] });
    expect(fillTemplate('{toString|a}', {})).toMatchObject({ reasons: ['asked'] });
  });

  test('says whether it can help, and why not', () => {
    const asked = fillTemplate('{姓名}{单号}{收货人}', { 收货人: '林**' });
    const broken = fillTemplate('{姓名}{a_b}{片段:x}', {});
    if (asked.ok || broken.ok) throw new Error('both should have stopped');
    expect([formHelps(asked), formHelps(broken)]).toEqual([true, false]);
    expect(whyNotFilled(asked)['zh-CN']).toBe('姓名（还没有填）；单号（读不到）；收货人（页面上打了码）');
    expect(whyNotFilled(broken).en).toBe(
      '姓名 (not filled in); {a_b} (no variable); {片段:x} (No phrase has this code or title)',
    );
  });

  test('the preview names what is still open, and shows a phrase no answer can help as written', () => {
    const shown = (text: string, answers = {}) =>
      previewTemplate(text, {}, fieldsOf(text, { values: {} }), { answers });
    expect(shown('{姓名}要{尺码|S|M}，单号{单号}')).toBe('【姓名】要S，单号【单号】');
    expect(shown('{姓名}要{尺码|S|M}', { 姓名: '小林', 尺码: 'XL' })).toBe('小林要XL');
    expect(shown('{姓名}{a_b}')).toBe('{姓名}{a_b}');
  });
});

describe('the caret', () => {
  test('stops are offsets in the filled text, and nothing of them stays in it', () => {
    const text = '😀{买家}{光标}，{cursor}{光标}好{光标}';
    expect(fillTemplate(text, { 买家: '小林' })).toEqual({ ok: true, text: '😀小林，好', stops: [4, 5, 6] });
  });

  test('may come out of a phrase inside, but not of one used as it is', () => {
    const snippet = snippetLookup([
      { id: '1', title: '甲', text: '在{光标}' },
      { id: '2', title: '乙', text: '{光标}{买家}', literal: true },
    ]);
    expect(fillTemplate('亲{片段:甲}{片段:乙}', {}, { snippet })).toEqual({
      ok: true,
      text: '亲在{光标}{买家}',
      stops: [2],
    });
    expect(fillTemplate('{光标}{买家', {}, { literal: true })).toEqual({
      ok: true,
      text: '{光标}{买家',
      stops: [],
    });
  });
});

describe('phrases inside a phrase', () => {
  test('are found by code before title, in any case and width', () => {
    const snippet = snippetLookup([
      { id: '1', title: 'WH', text: '标题' },
      { id: '2', title: '问候', code: 'wh', text: '编码' },
      { id: '3', title: '问候', text: '后来的' },
    ]);
    const fill = (text: string) => fillTemplate(text, {}, { snippet });
    expect(fill('{片段:ＷＨ}{片段: 问候 }{snippet:Wh}')).toMatchObject({ text: '编码编码编码' });
  });

  test('a default, a choice and a value inside count as in the phrase itself', () => {
    const snippet = snippetLookup([{ id: '1', title: '甲', text: '{买家:亲}{尺码|S|M}{日期}' }]);
    const options = { snippet, now: 0, answers: { 尺码: 'M' } };
    expect(fillTemplate('{片段:甲}{尺码}', {}, options)).toMatchObject({ text: '亲M1970-01-01M' });
    expect(fieldsOf('{片段:甲}', { snippet })).toHaveLength(1);
  });

  test('a circle stops and is named, however many phrases it goes through', () => {
    const snippet = snippetLookup([
      { id: '1', title: '甲', text: '一{片段:乙}' },
      { id: '2', title: '乙', text: '二{片段:甲}' },
    ]);
    expect(fillTemplate('{片段:甲}', {}, { snippet })).toMatchObject({
      ok: false,
      missing: ['{片段:甲}'],
      reasons: ['cycle'],
    });
  });

  test('without a library none is found', () => {
    expect(fillTemplate('{片段:甲}', {})).toMatchObject({ missing: ['{片段:甲}'], reasons: ['no-snippet'] });
  });
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
