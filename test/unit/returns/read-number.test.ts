import { expect, test } from 'vitest';
import { readNumbers, sameNumber, tailOf } from '../../../rules/returns/read-number.ts';
import fc from '../property.ts';

test.each<[string, string, string[]]>([
  ['a bar code', 'YT8812345678901', ['YT8812345678901']],
  ['with the Enter of the scanner', 'YT8812345678901\n', ['YT8812345678901']],
  ['lower case', 'sf1234567890123', ['SF1234567890123']],
  ['full width', 'ＳＦ１２３４５６７８９０１２３', ['SF1234567890123']],
  ['in groups', 'SF 1234 5678 9012 3', ['SF1234567890123']],
  ['digits in groups', '7731 2345 6789 012', ['773123456789012']],
  ['with the courier in front', '圆通速递：YT8812345678901', ['YT8812345678901']],
  ['behind a label', '退回单号 JT5012345678901 已寄出', ['JT5012345678901']],
  ['of the post', 'EA123456789CN', ['EA123456789CN']],
  ['digits alone', '431234567890123', ['431234567890123']],
  ['with the boxes of JD', 'JDVA01234567890-1-1-', ['JDVA01234567890']],
  ['with the boxes and a site', 'JDX012345678901-1-2-A7', ['JDX012345678901']],
  ['an address', 'https://m.example.cn/result?nu=ZT0012345678901&from=qr', ['ZT0012345678901']],
  ['an address with escapes', 'https://w.example.cn/q?c=a%26no%3DYT8812345678901', ['YT8812345678901']],
  [
    'a waybill’s QR text',
    "MMM={'k1':'755W','k2':'755','k5':'SF1234567890123','k7':'e'}",
    ['SF1234567890123'],
  ],
  ['a symbology mark', ']C1YT8812345678901', ['YT8812345678901']],
  ['group separators', '\u001d(00)YT8812345678901\u001d', ['YT8812345678901']],
  ['zero width characters', 'YT\u200b8812345678901', ['YT8812345678901']],
  ['an order of PDD', '231123-123456789012345', ['231123-123456789012345']],
  ['an order of Taobao', '订单编号：1234567890123456789', ['1234567890123456789']],
  ['several lines', 'YT8812345678901\nYT8812345678902', ['YT8812345678901', 'YT8812345678902']],
  ['several in a line', 'YT8812345678901 YT8812345678902', ['YT8812345678901', 'YT8812345678902']],
  ['the same twice', 'YT8812345678901、YT8812345678901', ['YT8812345678901']],
  ['beside a phone', '张三 13812345678 YT8812345678901', ['YT8812345678901']],
  ['nothing', '', []],
  ['words', '包退回来了吗', []],
  ['a price', '¥39.90', []],
  ['a day', '2026-11-22', []],
  ['a day without hyphens', '20261122', []],
  ['a time', '18:00', []],
  ['a size', '35×22×14', []],
  ['a word of letters', 'ABCDEFGHIJ1', []],
  ['far too long', '1'.repeat(5_000), []],
])('reads the numbers of %s', (_, text, numbers) => {
  expect(readNumbers(text)).toEqual(numbers);
});

test.each<[string, string, boolean]>([
  ['YT8812345678901', 'yt8812345678901', true],
  ['YT8812345678901', '8812345678901', true],
  ['SF1234567890123', 'YT1234567890123', false],
  ['231123-123456789012345', '231123123456789012345', true],
  ['YT8812345678901', 'YT8812345678902', false],
  ['EA123456789CN', '123456789', false],
  ['', '', false],
])('%s and %s are the same: %s', (one, other, same) => {
  expect(sameNumber(one, other)).toBe(same);
  expect(sameNumber(other, one)).toBe(same);
});

test.each([
  ['8901', '8901'],
  [' 078901 ', '078901'],
  ['123', undefined],
  ['12345678', undefined],
  ['RST182', undefined],
])('the end of a number typed by hand: %s', (text, tail) => {
  expect(tailOf(text)).toBe(tail);
});

test('reading never invents: every character of a number stands in the text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      const shown = text
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, '');
      let whole = shown;
      try {
        whole += decodeURIComponent(text)
          .normalize('NFKC')
          .toUpperCase()
          .replace(/[^A-Z0-9]/g, '');
      } catch {
        // A text that is no escaped address is read as it is.
      }
      for (const number of readNumbers(text)) expect(whole).toContain(number.replace(/-/g, ''));
    }),
  );
});
