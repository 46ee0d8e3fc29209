import { describe, expect, test } from 'vitest';
import { asksForPalette, readSigns, typedCode } from '../../../rules/phrases/code-trigger.ts';

const codes = new Set(['fh', 'fhsj', '1', '22', 'ok', '发货', 'a;b', 'x-1', 'bz', 'nbsp', 'so', 'p.s', '"q']);
const open = readSigns(';');
const read = (before: string, signs = open): string | undefined =>
  typedCode(before, signs, (code) => codes.has(code))?.trigger;

/** What stands before a code and may: nothing, a blank, a character, the end of a sentence. */
const freeAhead = [
  '',
  ' ',
  '\n',
  '\t',
  '　',
  '\u00a0',
  '亲',
  '您好',
  '您好 ',
  '您好，',
  '您好。',
  '您好！',
  '您好～',
  '（见下）',
  '「好」',
  '😊',
  '👍🏽',
  '❤️',
  'ok. ',
  '好的!',
  '好的(已发)',
  'hello ',
  'hello, ',
  '123 ',
  '1/2 ',
  'a/b ',
  'https://a.b/c ',
  'C:\\a ',
  '第一行\n',
  'ひらがな',
  'カタカナ',
  '是/否',
  '好的…',
];

/** What a sign stands inside of. */
const inside = [
  'a',
  'Z',
  'abc',
  '0',
  '12',
  'a1',
  '３',
  'Ａ',
  'é',
  'я',
  '한',
  'http://a',
  'http://a/',
  'https://a.b/c?d=e',
  'https://a.b/商品',
  'https://a.b/商品。',
  'www.a.com/',
  'www.商品',
  'x@y',
  'mail@example.com',
  'C:\\',
  'C:\\商品',
  '/商品',
  '/usr/',
  './',
  '../',
  '~/',
  '\\\\盘\\',
  '&',
  '&amp',
  '&#59',
  '=',
  'x=',
  'x=1,',
  '+',
  '#',
  '$',
  '%',
  '@',
  '^',
  '_',
  '-',
  '<',
  '>',
  '|',
  '`',
  '{',
  '[',
  '(',
  ':',
  '商品x',
  '尺码L',
  '共3',
  'f(x)a',
];

describe('a code typed after its sign', () => {
  test.each(freeAhead)('is read after %j', (ahead) => {
    expect(read(`${ahead};fh`)).toBe(';fh');
    expect(read(`${ahead}；fh`)).toBe('；fh');
    expect(read(`${ahead}；ｆｈ`)).toBe('；ｆｈ');
    expect(read(`${ahead};FHSJ`)).toBe(';FHSJ');
  });

  test.each(inside)('is none inside of %j', (ahead) => {
    for (const code of ['fh', 'fhsj', '1', '22', '发货', 'ok']) {
      expect(read(`${ahead};${code}`), code).toBeUndefined();
      expect(read(`${ahead}；${code}`), code).toBeUndefined();
      expect(read(`前文 ${ahead};${code}`), code).toBeUndefined();
      expect(read(`第一行\n${ahead};${code}`), code).toBeUndefined();
    }
  });

  test.each([
    ['no sign', 'fh'],
    ['a sign alone', ';'],
    ['a blank after the sign', '; fh'],
    ['a blank after the code', ';fh '],
    ['a code nobody has', ';fhx'],
    ['the beginning of a code', ';f'],
    ['a code in the middle', ';fh好'],
    ['two signs', ';;fh'],
    ['three signs', ';;;fh'],
    ['a sign of another kind', '/fh'],
    ['a smiley', ';)'],
    ['an entity', '&nbsp;so'],
    ['a quotation of code', 'if (a) return;fh'],
    ['a style', 'color:red;fh'],
    ['a parameter', 'q=1;fh'],
    ['a line end between', ';\nfh'],
    ['a figure after a clause', '有货；1'],
    ['figures after a clause', '一共三件；22'],
    ['characters after a clause', '今天有货；发货'],
    ['an empty draft', ''],
  ])('is none: %s', (_, before) => {
    expect(read(before)).toBeUndefined();
  });

  test.each([
    [';1', ';1'],
    ['；22', '；22'],
    ['有货。；1', '；1'],
    ['有货 ；1', '；1'],
    [';发货', ';发货'],
    ['；发货', '；发货'],
    ['好的，；发货', '；发货'],
    [';x-1', ';x-1'],
    [';a;b', ';a;b'],
    [';p.s', ';p.s'],
  ])('a code of figures, characters or signs is read where a sentence begins: %j', (before, trigger) => {
    expect(read(before)).toBe(trigger);
  });

  test('what is read is what stands there, and its code folded', () => {
    expect(typedCode('亲；ＦＨ', open, (code) => codes.has(code))).toEqual({ trigger: '；ＦＨ', code: 'fh' });
  });

  test('only the phrases that can be given here count', () => {
    expect(typedCode(';fh', open, () => false)).toBeUndefined();
  });

  test('a draft of any length is read at its end only', () => {
    // Read from its beginning, this would outlast any test's patience.
    const draft = `${'字'.repeat(1_000_000)} ;fh`;
    for (let key = 0; key < 20; key += 1) expect(read(draft)).toBe(';fh');
    expect(asksForPalette('字'.repeat(1_000_000), '')).toBe(false);
  });

  test('a code longer than any is none', () => {
    expect(typedCode(`;${'a'.repeat(60)}`, open, () => true)).toBeUndefined();
  });

  test('the agent chooses the signs; letters, figures, blanks and slashes cannot be one', () => {
    expect([...readSigns('；a1 /\\#。字')]).toEqual([';', '#', '。']);
    expect(read('#fh', readSigns('#'))).toBe('#fh');
    expect(read(';fh', readSigns('#'))).toBeUndefined();
    expect(read('、fh', readSigns(';、'))).toBe('、fh');
    expect(read(';fh', readSigns(''))).toBeUndefined();
  });
});

describe('a slash that asks for the palette', () => {
  test.each(['', ' ', '\n', '第一行\n', '第一行\n  ', '亲 ', '您好， ', '好的！ ', '😊 '])(
    'does after %j',
    (before) => {
      expect(asksForPalette(before, '')).toBe(true);
      expect(asksForPalette(before, '\n下一行')).toBe(true);
      expect(asksForPalette(before, ' 后面')).toBe(true);
    },
  );

  test.each([
    '亲',
    '您好，',
    '是',
    '男',
    '1',
    '1 ',
    'S',
    'S ',
    'a',
    'a ',
    '３ ',
    'Ｓ ',
    'http:',
    'http:/',
    'https://a.b',
    'C:',
    '.',
    '~',
    '\\',
    '24 ',
    '10% ',
    ') ',
    '第一行\n1',
    '第一行\nS ',
    '/',
    '/ ',
  ])('does not after %j', (before) => {
    expect(asksForPalette(before, '')).toBe(false);
  });

  test.each(['a', '后', '1', '/', '，'])('does not right before %j', (after) => {
    expect(asksForPalette('', after)).toBe(false);
  });
});
