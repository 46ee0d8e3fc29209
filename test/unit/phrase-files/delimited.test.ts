import { describe, expect, test } from 'vitest';
import { readDelimited, writeDelimited } from '../../../rules/phrases/files/delimited.ts';
import { delimiterOf } from '../../../rules/phrases/files/read-text.ts';
import { finish } from '../../../rules/phrases/files/steps.ts';

const cells = (text: string, delimiter: ',' | '\t' | ';' = ',') =>
  finish(readDelimited(text, delimiter)).rows.map((row) => row.cells);
const write = (rows: string[][]): string => finish(writeDelimited(rows, rows.length));

describe('reading delimited text', () => {
  test.each([
    [
      'LF',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'CRLF',
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'CR',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a delimiter in quotes', '"a,b",c', [['a,b', 'c']]],
    ['line breaks in quotes, as they are', '"a\r\n\nb",c', [['a\r\n\nb', 'c']]],
    ['doubled quotes', '"他说""好""",""""', [['他说"好"', '"']]],
    ['a quote inside an open cell is itself', '5"x,b', [['5"x', 'b']]],
    ['text behind a closing quote is kept', '"a"b,c', [['ab', 'c']]],
    [
      'empty cells',
      ',a,\n"",b,""',
      [
        ['', 'a', ''],
        ['', 'b', ''],
      ],
    ],
    ['empty lines are no records', '\n\na\n\r\n\nb', [['a'], ['b']]],
    ['spaces are kept', ' a , b ', [[' a ', ' b ']]],
    ['a TAB at the beginning of a quoted cell is dropped, once', '"\t\t001",\ta', [['\t001', '\ta']]],
  ])('%s', (_, text, rows) => {
    expect(cells(text)).toEqual(rows);
  });

  test('a record knows the line it begins in, whatever stands in its quotes', () => {
    const { rows } = finish(readDelimited('h\r\n"a\r\nb\nc"\n\nd\r"e\rf"\ng', ','));
    expect(rows.map((row) => row.line)).toEqual([1, 2, 6, 7, 9]);
  });

  test('a quote that is never closed costs its own line, not the rest of the file', () => {
    const { rows, unclosed } = finish(readDelimited('"a",b\nc,"d\ne,f\ng,h\n', ','));
    expect(unclosed).toEqual([2]);
    expect(rows.map((row) => [row.line, ...row.cells])).toEqual([
      [1, 'a', 'b'],
      [3, 'e', 'f'],
      [4, 'g', 'h'],
    ]);
  });

  test.each([
    ['编码;内容;分组\n1;a,b,c;x', ';'],
    ['编码\t内容\t分组\n1\ta,b,c\tx', '\t'],
    ['编码,内容,分组\n1,a;b;c;d,x', ','],
    ['fh\t今天发,明天到\nth\t可以退,请申请', '\t'],
    ['一行话', ','],
  ])('%j is parted by %j', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });
});

describe('writing delimited text', () => {
  test('quotes only where needed, CRLF behind every row', () => {
    expect(
      write([
        ['a', 'b,c'],
        ['d"e', 'f\ng'],
      ]),
    ).toBe('a,"b,c"\r\n"d""e","f\ng"\r\n');
  });

  test.each([['\t1'], ['\t\t1'], [' a '], ['"'], ['a\nb'], [';'], ['a\tb'], ['=1+1'], ['\n'], ['😊,"\n']])(
    'a cell %j reads back the same',
    (cell) => {
      expect(cells(write([['x', cell, 'y']]))).toEqual([['x', cell, 'y']]);
    },
  );
});
