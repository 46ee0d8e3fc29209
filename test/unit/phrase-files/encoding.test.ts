import { describe, expect, test } from 'vitest';
import { decodeFile } from '../../../rules/phrases/files/encoding.ts';
import { beyondGbk, encodeGb18030 } from '../../../rules/phrases/files/gb18030.ts';
import { finish } from '../../../rules/phrases/files/steps.ts';
import { gbk } from './read-as.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  for (const [at, unit] of [0xfeff, ...Array.from(text, (one) => one.charCodeAt(0))].entries())
    view.setUint16(at * 2, unit, littleEndian);
  return new Uint8Array(view.buffer);
};

const words = '快捷短语编码,快捷短语\r\n1,亲，您好';

describe('encodings', () => {
  test.each([
    ['UTF-8 without a mark', utf8(words), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\uFEFF${words}`), 'utf-8'],
    ['UTF-16 LE', utf16(words, true), 'utf-16le'],
    ['UTF-16 BE', utf16(words, false), 'utf-16be'],
    ['GB18030', gbk(words), 'gb18030'],
    ['GB18030 with its own mark', gbk(`\uFEFF${words}`), 'gb18030'],
  ] as const)('%s is told and its mark is no part of the text', (_, bytes, encoding) => {
    expect(finish(decodeFile(bytes))).toEqual({ text: words, encoding, broken: 0 });
  });

  test('letters alone are UTF-8', () => {
    expect(finish(decodeFile(utf8('a,b'))).encoding).toBe('utf-8');
  });

  test('a file as UTF-8 with one bad byte at its end is read as GB18030, and what does not fit is counted', () => {
    const bytes = new Uint8Array([...utf8('a'.repeat(300_000)), 0xff]);
    const read = finish(decodeFile(bytes));
    expect([read.encoding, read.broken, read.text.length]).toEqual(['gb18030', 1, 300_001]);
  });

  test('the agent may choose another one', () => {
    const read = finish(decodeFile(utf8('中文'), 'gb18030'));
    expect(read.encoding).toBe('gb18030');
    expect(read.text).not.toBe('中文');
  });

  test('a character cut by the border of a step is read whole', () => {
    const text = `a${'中😊㐀'.repeat(60_000)}`;
    expect(finish(decodeFile(gbk(text))).text).toBe(text);
    expect(finish(decodeFile(utf8(text))).text).toBe(text);
  });
});

describe('GB18030', () => {
  test.each([
    ['ASCII', 'aZ~', [0x61, 0x5a, 0x7e]],
    ['two bytes of GB2312', '啊', [0xb0, 0xa1]],
    ['two bytes of GBK', '镕', [0xe9, 0x46]],
    ['four bytes in the first plane', '㐀', [0x81, 0x39, 0xee, 0x39]],
    ['the first four-byte code', '\u0080', [0x81, 0x30, 0x81, 0x30]],
    ['an emoji', '😊', [0x94, 0x39, 0xfd, 0x36]],
    ['a character of Extension B', '𠀀', [0x95, 0x32, 0x82, 0x36]],
    ['the full-width space, which two codes read as', '\u3000', [0xa1, 0xa1]],
    ['half a surrogate pair has no code', '\ud83d', [0x3f]],
  ])('%s', (_, text, bytes) => {
    expect([...finish(encodeGb18030(text))]).toEqual(bytes);
  });

  test('every character the decoder reads is written as bytes that read the same', () => {
    const decoder = new TextDecoder('gb18030');
    let text = '';
    for (let point = 0x80; point < 0x3_0000; point += 1) {
      const isPrivate = point >= 0xe000 && point <= 0xf8ff;
      if ((point >= 0xd800 && point <= 0xdfff) || isPrivate || (point & 0xfffe) === 0xfffe) continue;
      text += String.fromCodePoint(point);
    }
    expect(decoder.decode(finish(encodeGb18030(text))) === text).toBe(true);
  });

  test('characters a GBK reader cannot read are named once each', () => {
    expect(beyondGbk('亲😊，今天😊发𠮷镕㐀')).toEqual(['😊', '𠮷', '㐀']);
    expect(beyondGbk('亲，您好！①￥')).toEqual([]);
  });
});
