import { describe, expect, test } from 'vitest';
import { carryRows } from '../../../rules/phrases/files/carry-rows.ts';
import { headerKey } from '../../../rules/phrases/files/choose-columns.ts';
import { readPhraseJson } from '../../../rules/phrases/files/read-json.ts';
import { readMoment } from '../../../rules/phrases/files/read-moment.ts';
import { readTable } from '../../../rules/phrases/files/read-table.ts';
import { readPhraseText } from '../../../rules/phrases/files/read-text.ts';
import { finish } from '../../../rules/phrases/files/steps.ts';
import {
  leftBehind,
  tableCells,
  type WrittenTable,
  writeQianniu,
} from '../../../rules/phrases/files/write-tables.ts';
import { parsePhraseFile, writePhraseFile } from '../../../rules/phrases/phrase-file.ts';
import {
  applyPhraseImport,
  type ConflictChoice,
  type PresentPhrase,
  previewPhraseImport,
} from '../../../rules/phrases/phrase-import.ts';
import { readAs } from './read-as.ts';

const image = { hash: 'ab'.repeat(32), name: '尺码.png', type: 'image/png', bytes: 3 };
/** Everything a phrase can be. */
const library: PresentPhrase[] = [
  {
    id: 'all',
    title: '什么都有',
    text: '第一步{买家}',
    kind: 'ladder',
    more: ['第二步\n两行', '第三步,"引号"'],
    code: 'all',
    category: '售前',
    group: '议价',
    tags: ['甲', '乙'],
    colour: 'orange',
    personal: true,
    platforms: ['taobao', 'pdd'],
    literal: true,
    images: [image],
    pinned: true,
  },
  { id: 'turn', title: '轮流', text: '一', kind: 'variants', more: ['二'], pick: 'turn', category: '售前' },
  { id: 'plain', title: '普通', text: '亲，{买家}在的', category: '售前-议价' },
];
const saved = (drafts: ReturnType<typeof applyPhraseImport>): PresentPhrase[] =>
  drafts.map((draft, at) => ({ ...draft, id: draft.id ?? String(at) }));
const read = (text: string) => {
  const file = parsePhraseFile(text);
  if (!file.ok) throw new Error('our own file does not read');
  return file;
};
const counts = (rows: Parameters<typeof previewPhraseImport>[0], present: readonly PresentPhrase[]) => {
  const { create, update, identical, conflict } = previewPhraseImport(rows, present);
  return [create.length, update.length, identical.length, conflict.length];
};

describe('our own file', () => {
  const bytes = new Map([[image.hash, 'AAEC']]);

  test('holds everything: out, into an empty library and out again it is the same, byte by byte', () => {
    const text = writePhraseFile(library, bytes);
    const file = read(text);
    expect(file.rowProblems).toEqual([]);
    const drafts = applyPhraseImport(previewPhraseImport(file.phrases, []));
    expect(drafts).toEqual(library);
    expect(writePhraseFile(saved(drafts), file.images)).toBe(text);
  });

  test("importing one's own changes nothing", () => {
    expect(counts(read(writePhraseFile(library, bytes)).phrases, library)).toEqual([0, 0, 3, 0]);
  });

  test('carries rows and images to the background unchanged', () => {
    const file = read(writePhraseFile(library, bytes));
    const carried = read(finish(carryRows(file.phrases, file.images)));
    expect(carried.phrases).toEqual(file.phrases);
    expect([...carried.images]).toEqual([...bytes]);
  });

  test('braces stay variables', () => {
    const [plain] = applyPhraseImport(
      previewPhraseImport(read(writePhraseFile(library.slice(2))).phrases, []),
    );
    expect(plain?.literal).toBeUndefined();
  });

  test.each<[string, object, RegExp]>([
    ['a kind that is none', { kind: 'other' }, /类型/],
    ['a colour that is none', { colour: 'pink' }, /颜色/],
    ['a marketplace that is none', { platforms: ['ebay'] }, /平台/],
    ['an image without a hash', { images: [{ ...image, hash: 'x' }] }, /图片/],
    ['too many tags', { tags: Array.from({ length: 21 }, (_, n) => `t${n}`) }, /21 个标签/],
    ['a tag that is too long', { tags: ['长'.repeat(31)] }, /超过 30 字/],
    ['too many texts', { more: Array.from({ length: 31 }, () => 'x') }, /32 条内容/],
    ['too many images', { images: Array.from({ length: 10 }, () => image) }, /10 张图片/],
    ['a group that is too long', { group: '组'.repeat(61) }, /二级分类/],
  ])('%s is left out and named', (_, more, why) => {
    const rows = [{ title: '坏', text: '内容', category: '甲', ...more }];
    const file = read(JSON.stringify({ format: 'shoubian.phrases', version: 1, phrases: rows }));
    expect(file.phrases).toEqual([]);
    expect(file.problems[0]?.['zh-CN']).toMatch(why);
  });
});

describe('other formats', () => {
  const sheet = (table: WrittenTable) => {
    const rows = [...tableCells(table, library)].map((cells, at) => ({ line: at + 1, cells }));
    const found = finish(readTable(rows, [], false));
    if (!found) throw new Error('our own table does not read');
    return found;
  };

  test('the table for people holds all but images', () => {
    const drafts = applyPhraseImport(previewPhraseImport(sheet('table').rows, []));
    expect(drafts).toEqual(library.map(({ id: _, images: _i, ...phrase }) => phrase));
    expect(leftBehind('table', library).map((lost) => lost['zh-CN'])).toEqual(['1 条的图片']);
  });

  test('客服宝 holds both levels', () => {
    const drafts = applyPhraseImport(previewPhraseImport(sheet('kefubao').rows, []));
    expect(drafts.map(({ category, group }) => [category, group])).toEqual([
      ['售前', '议价'],
      ['售前', undefined],
      ['售前-议价', undefined],
    ]);
  });

  test.each(['qianniu', 'kefubao', 'table'] as const)("importing one's own %s changes nothing", (table) => {
    const { rows } = table === 'qianniu' ? readAs(finish(writeQianniu(library))) : sheet(table);
    expect(counts(rows, library)).toEqual([0, 0, 3, 0]);
  });

  test('千牛 and 客服宝 say all they cannot hold', () => {
    const said = (table: WrittenTable): string =>
      leftBehind(table, library)
        .map((lost) => lost['zh-CN'])
        .join('，');
    expect(said('qianniu')).toBe(
      '3 条的标题，1 条的二级分类（并进了分类），1 条的标签，1 条的置顶，2 条的其他内容，1 条的颜色，1 条的个人范围，1 条的平台，1 条的变量开关，1 条的图片',
    );
    expect(said('kefubao')).not.toMatch(/二级分类|标题/);
  });
});

describe('braces of other programs', () => {
  const file =
    '快捷短语编码,快捷短语,快捷短语分组\nall,别的{姓名},售前\nnew,你好{昵称},售前\nplain,没有,售前';

  test('begin literal where a phrase is made of them, or takes their text', () => {
    const drafts = applyPhraseImport(previewPhraseImport(readAs(file).rows, library.slice(2)), 'replace');
    expect(drafts.map(({ text, literal }) => [text, literal])).toEqual([
      ['别的{姓名}', true],
      ['你好{昵称}', true],
      ['没有', undefined],
    ]);
  });

  test("leave a phrase's own switch alone where its text is the same", () => {
    const own = finish(writeQianniu(library));
    const rows = readAs(own).rows.map((row) => ({ ...row, tags: ['新'] }));
    const drafts = applyPhraseImport(previewPhraseImport(rows, library.slice(2)), 'replace');
    expect(drafts.find(({ text }) => text.includes('在的'))?.literal).toBeUndefined();
  });
});

describe('the newer of two', () => {
  const noon = Date.UTC(2026, 0, 5, 4);
  const present: PresentPhrase[] = [
    { id: 'a', title: '甲', text: '旧的', category: '类', updatedAt: noon },
    { id: 'b', title: '乙', text: '旧的', category: '类', updatedAt: noon },
    { id: 'c', title: '丙', text: '旧的', category: '类', updatedAt: noon },
  ];
  const file =
    '分类,标题,内容,修改时间\n类,甲,文件里的,2026-01-05 12:01\n类,乙,文件里的,2026-01-05 11:59\n类,丙,文件里的,\n';

  test('is taken only where the file says that it is', () => {
    const drafts = applyPhraseImport(previewPhraseImport(readAs(file).rows, present), 'newer');
    expect(drafts.map(({ id }) => id)).toEqual(['a']);
  });

  test.each<[ConflictChoice, number]>([
    ['skip', 0],
    ['replace', 3],
    ['keep-both', 3],
  ])('%s asks no date', (choice, wanted) => {
    const drafts = applyPhraseImport(previewPhraseImport(readAs(file).rows, present), choice);
    expect(drafts).toHaveLength(wanted);
  });

  test('Beeftext says when a combo was changed', () => {
    const json = {
      combos: [
        { keyword: 'a', snippet: '内容', name: '甲', lastModificationDateTime: '2026-01-05T12:00:00.000' },
      ],
      groups: [],
    };
    const found = readPhraseJson(json);
    expect(found?.ok && found.read.rows[0]?.changedAt).toBe(noon);
  });

  test.each<[string, number | undefined]>([
    ['2026-01-05 12:00', noon],
    ['2026/1/5 12:00:00', noon],
    ['2026年1月5日 12时00分', noon],
    ['2026-01-05T04:00:00Z', noon],
    ['2026-01-05T12:00:00+08:00', noon],
    [String(noon), noon],
    ['2026-01-05', Date.UTC(2026, 0, 4, 16)],
    ['昨天', undefined],
    ['2026-13-05', undefined],
    ['2026-02-30', undefined],
    ['', undefined],
  ])('%s is read as a moment', (text, wanted) => {
    expect(readMoment(text)).toBe(wanted);
  });
});

describe('columns the agent says', () => {
  const table = '甲列,乙列,丙列,丁列\n问候,hi,您好,接待\n再见,bye,慢走,接待';

  test('a wide table without known names is asked for, and nothing of it is read before', () => {
    const asked = readAs(table);
    expect(asked.rows).toEqual([]);
    expect(asked.question).toMatchObject({
      headRows: 1,
      columns: [undefined, undefined, undefined, undefined],
    });
  });

  test('are believed, with and without a header, and asked again so that they can be changed', () => {
    const columns = ['title', 'code', 'text', 'group'] as const;
    const read = finish(readPhraseText(table, () => ({ columns: [...columns], headRows: 1 })));
    expect(read?.rows.map(({ title, code, text, category }) => [title, code, text, category])).toEqual([
      ['问候', 'hi', '您好', '接待'],
      ['再见', 'bye', '慢走', '接待'],
    ]);
    expect(read?.question?.columns).toEqual(columns);
    const bare = finish(readPhraseText(table, () => ({ columns: [...columns], headRows: 0 })));
    expect(bare?.rows).toHaveLength(3);
  });

  test('are remembered by the names in the header, whatever their width and case', () => {
    const key = (cells: string[]): string => headerKey([{ cells }], 1);
    expect(key(['名 称（必填）', 'ＴＥＸＴ'])).toBe(key(['名称', 'text']));
    expect(headerKey([{ cells: ['a'] }], 0)).toBe('');
  });

  test('a table whose own names are known is not asked for', () => {
    expect(readAs('分类,标题,内容\n甲,乙,丙').question).toBeUndefined();
  });
});

describe('the two levels', () => {
  const row = (more: object) => ({ row: 1, title: '标题', text: '内容', ...more });
  const present: PresentPhrase[] = [
    { id: 'p', title: '标题', text: '内容', category: '售后', group: '退货' },
  ];

  test('written as one are the same place, and stay two', () => {
    expect(counts([row({ category: '售后-退货' })], present)).toEqual([0, 0, 1, 0]);
    const [draft] = applyPhraseImport(
      previewPhraseImport([row({ category: '售后-退货', text: '别的' })], present),
      'replace',
    );
    expect(draft).toMatchObject({ category: '售后', group: '退货', text: '别的' });
  });

  test('said apart by the file are taken over where the library has them as one', () => {
    const one: PresentPhrase[] = [{ id: 'p', title: '标题', text: '内容', category: '售后-退货' }];
    const preview = previewPhraseImport([row({ category: '售后', group: '退货' })], one);
    expect(preview.update).toHaveLength(1);
    expect(applyPhraseImport(preview)[0]).toMatchObject({ id: 'p', category: '售后', group: '退货' });
  });
});
