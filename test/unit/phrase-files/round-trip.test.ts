import { describe, expect, test } from 'vitest';
import { decodeFile } from '../../../rules/phrases/files/encoding.ts';
import { readTable } from '../../../rules/phrases/files/read-table.ts';
import { readPhraseText } from '../../../rules/phrases/files/read-text.ts';
import { finish, type Steps } from '../../../rules/phrases/files/steps.ts';
import {
  leftBehind,
  tableCells,
  unreadableInGbk,
  type WrittenTable,
  withoutUnreadable,
  writeQianniu,
} from '../../../rules/phrases/files/write-tables.ts';
import {
  applyPhraseImport,
  type PresentPhrase,
  previewPhraseImport,
  previewSteps,
} from '../../../rules/phrases/phrase-import.ts';
import { gbk, readAs } from './read-as.ts';

/** A library with everything that has ever been lost between programs. */
const library: PresentPhrase[] = [
  {
    id: 'a',
    title: '问候',
    text: '亲，在的',
    code: '001',
    category: '接待',
    tags: ['A4', '常用'],
    pinned: true,
  },
  { id: 'b', title: '同一句', text: '亲，在的', category: '售后-退货' },
  { id: 'c', title: '多行', text: '第一行\n\n "引号",逗号;\n末行 ', code: 'dh', category: '售后-退货-运费' },
  { id: 'd', title: '缩进', text: '\t缩进\t的', category: '未分组' },
  { id: 'e', title: '缩进', text: '\t\t两个', category: '-怪-' },
  { id: 'f', title: '&#44;&#13;=1+1', text: '&#44;&#13;=1+1', code: '=1', category: 'a - b' },
  { id: 'g', title: '表情', text: '好的😊㐀', category: '接待' },
  { id: 'h', title: '变量', text: '{买家}您好', code: ',', category: '接待' },
];

const saved = (drafts: ReturnType<typeof applyPhraseImport>): PresentPhrase[] =>
  drafts.map((draft, at) => ({ ...draft, id: String(at) }));
const counts = (rows: Parameters<typeof previewPhraseImport>[0], present: readonly PresentPhrase[]) => {
  const { create, update, identical, conflict } = previewPhraseImport(rows, present);
  return [create.length, update.length, identical.length, conflict.length];
};
/** The table as a spreadsheet holds it, read back. */
const sheet = (table: WrittenTable, phrases: readonly PresentPhrase[]) => {
  const rows = [...tableCells(table, phrases)].map((cells, at) => ({ line: at + 1, cells }));
  const read = finish(readTable(rows, [], false));
  if (!read) throw new Error('our own table does not read');
  return read;
};

describe('what is written is read back', () => {
  test("importing one's own 千牛 file changes nothing", () => {
    const read = readAs(finish(writeQianniu(library)));
    expect(read.name['zh-CN']).toBe('千牛快捷短语');
    expect(read.problems).toEqual([]);
    expect(counts(read.rows, library)).toEqual([0, 0, library.length, 0]);
  });

  test('千牛: export, import into an empty library, export again gives the same bytes', () => {
    const first = finish(writeQianniu(library));
    const drafts = applyPhraseImport(previewPhraseImport(readAs(first).rows, []));
    expect(finish(writeQianniu(saved(drafts)))).toEqual(first);
  });

  test('the 千牛 file has the exact header, GB18030 and CRLF', () => {
    const [one] = library;
    const bytes = finish(writeQianniu(one ? [one] : []));
    expect(bytes).toEqual(gbk('快捷短语编码,快捷短语,快捷短语分组\r\n001,亲，在的,接待\r\n'));
    expect(finish(decodeFile(bytes)).encoding).toBe('gb18030');
  });

  test.each(['kefubao', 'table'] as const)('%s: importing it again changes nothing', (table) => {
    const read = sheet(table, library);
    expect(read.problems).toEqual([]);
    expect(counts(read.rows, library)).toEqual([0, 0, library.length, 0]);
  });

  test.each(['kefubao', 'table'] as const)(
    '%s: through an empty library and out again it is the same',
    (table) => {
      const drafts = applyPhraseImport(previewPhraseImport(sheet(table, library).rows, []));
      expect([...tableCells(table, saved(drafts))]).toEqual([...tableCells(table, library)]);
    },
  );

  test('the table for people loses nothing at all', () => {
    const drafts = applyPhraseImport(previewPhraseImport(sheet('table', library).rows, []));
    expect(drafts).toEqual(library.map(({ id: _, ...phrase }) => phrase));
  });
});

test('every file says what it has no place for', () => {
  const said = (table: WrittenTable): string =>
    leftBehind(table, library)
      .map((lost) => lost['zh-CN'])
      .join('，');
  expect(said('qianniu')).toBe('7 条的标题，1 条的标签，1 条的置顶');
  expect(said('kefubao')).toBe('4 条的快捷编码，1 条的标签，1 条的置顶');
  expect(said('table')).toBe('');
  expect(leftBehind('table', [{ title: 'a', text: 'b', category: 'c', tags: ['一、二'] }])).toHaveLength(1);
});

test('phrases a GBK reader cannot read are listed, and can go out without those characters', () => {
  const [found, ...others] = unreadableInGbk(library);
  expect(others).toEqual([]);
  expect(found?.characters).toEqual(['😊', '㐀']);
  expect(found && withoutUnreadable(found).text).toBe('好的');
});

describe('large files', () => {
  const rows = 50_000;
  const file = (): Uint8Array => {
    const lines = Array.from(
      { length: rows },
      (_, at) => `${at},"亲，第 ${at} 条\r\n今天就能给您发出，请放心",分组${at % 40}\r\n`,
    );
    return gbk(`快捷短语编码,快捷短语,快捷短语分组\r\n${lines.join('')}`);
  };
  /** Runs steps and keeps count of them. */
  const count = <T>(steps: Steps<T>): { value: T; steps: number } => {
    for (let taken = 1; ; taken += 1) {
      const step = steps.next();
      if (step.done) return { value: step.value, steps: taken };
    }
  };

  test('50,000 rows in GB18030 are decoded, read and compared in steps of bounded size', () => {
    const bytes = file();
    const decoded = count(decodeFile(bytes, 'gb18030'));
    const read = count(readPhraseText(decoded.value.text));
    if (!read.value) throw new Error('the file does not read');
    expect(read.value.rows).toHaveLength(rows);
    expect(read.value.problems).toEqual([]);
    expect(read.value.rows.at(-1)).toMatchObject({ code: '49999', category: '分组39', row: 2 * rows });
    const compared = count(previewSteps(read.value.rows, []));
    expect(compared.value.create).toHaveLength(rows);
    // No step holds more than 128 KiB, 64 Ki characters or 2,000 rows.
    expect(decoded.steps).toBeGreaterThan(bytes.length / 131_072);
    expect(read.steps).toBeGreaterThan(decoded.value.text.length / 100_000 + rows / 2_000);
    expect(compared.steps).toBeGreaterThan(rows / 2_000);
  });

  test('the same phrase 20,000 times does not take time by the square', () => {
    const same = Array.from({ length: 20_000 }, (_, at) => ({
      id: `p${at}`,
      title: 't',
      text: 'x',
      category: 'c',
    }));
    const incoming = same.map(({ id: _, ...row }, at) => ({ ...row, row: at + 1 }));
    expect(counts(incoming, same)).toEqual([0, 0, 20_000, 0]);
  });
});
