import { describe, expect, test } from 'vitest';
import { readPhraseJson } from '../../../rules/phrases/files/read-json.ts';
import { gbk, readAs } from './read-as.ts';

interface Row {
  code?: string;
  text: string;
  title?: string;
  category?: string;
  group?: string;
  tags?: string[];
}
/** Rows as read, a title made of the text left out. */
const rowsOf = (file: Uint8Array | string): Row[] =>
  readAs(file).rows.map(({ row: _, untitled, title, ...rest }) => ({ ...rest, ...(!untitled && { title }) }));

const tables: [name: string, kind: string, file: Uint8Array | string, rows: Row[]][] = [
  [
    '千牛',
    '千牛快捷短语',
    gbk(
      '快捷短语编码,快捷短语,快捷短语分组\r\n1,"亲，您好\r\n在的",接待\r\n,没有编码,\r\n"\t002","\t缩进",发货\r\n',
    ),
    [
      { code: '1', text: '亲，您好\n在的', category: '接待' },
      { text: '没有编码' },
      { code: '002', text: '缩进', category: '发货' },
    ],
  ],
  [
    '千牛 keeps the escapes of its relative as they are',
    '千牛快捷短语',
    '快捷短语编码,快捷短语,快捷短语分组\n1,A&#44;B,接待',
    [{ code: '1', text: 'A&#44;B', category: '接待' }],
  ],
  [
    'merchant IM',
    '商家客服',
    '快捷编码,快捷短语,快捷短语分组\n1,第一行&#13;第二行&#44;完,接待',
    [{ code: '1', text: '第一行\n第二行,完', category: '接待' }],
  ],
  [
    '千牛 helper V3, nested groups',
    '千牛助手',
    gbk(
      '最初3行的内容请勿改动(V3)！！！\r\n店铺:小二\r\n分组,快捷编码,标题,内容,图片名,程序数据（手工新增词条时，本字段留空即可）\r\n售后=>退货,1a,退货流程,请点退货,1.png,x9\r\n售前＝>尺码,,,看尺码表,,\r\n',
    ),
    [
      { category: '售后', group: '退货', code: '1a', title: '退货流程', text: '请点退货' },
      { category: '售前', group: '尺码', text: '看尺码表' },
    ],
  ],
  [
    '千牛 helper, older',
    '千牛助手',
    '最初3行的内容请勿改动！！！\n店铺\n分组,快捷编码,内容,图片名,程序数据（手工新增词条时，本字段留空即可）\n接待,a,您好,,\n',
    [{ category: '接待', code: 'a', text: '您好' }],
  ],
  [
    '客服宝',
    '客服宝',
    '\uFEFF一级分类（必填）,二级分类（选填）,话术标题（选填）,话术内容（必填）\n售前,尺码,怎么选,按身高选\n售后,,,收到了\n',
    [
      { category: '售前', group: '尺码', title: '怎么选', text: '按身高选' },
      { category: '售后', text: '收到了' },
    ],
  ],
  [
    '客服宝, half width and two columns',
    '客服宝',
    '话术标题(选填),话术内容(必填)\n问候,您好',
    [{ title: '问候', text: '您好' }],
  ],
  [
    "a shop's own sheet",
    '表格',
    '登记日期,分组,快捷编码,快捷短语,是否加入团队\n2026-01-01,接待,a,您好,是',
    [{ category: '接待', code: 'a', text: '您好' }],
  ],
  ['a single column', '表格', '快捷短语内容（必填）\n您好\n在的', [{ text: '您好' }, { text: '在的' }]],
  [
    'script tool',
    '表格',
    '分类（10个字以内）,话术分组（10个字以内）,话术短标题（10个字以内）,话术内容（1000字以内）\n售前,尺码,选码,看表',
    [{ category: '售前', group: '尺码', title: '选码', text: '看表' }],
  ],
  [
    '话术分组 alone is the category',
    '表格',
    '话术分组,话术内容\n售前,您好',
    [{ category: '售前', text: '您好' }],
  ],
  [
    'keyword replies',
    '表格',
    '分类名称,意图类型,"关键词(逗号分隔)","回复内容(支持多条,用|分隔)",优先级,备注\n物流,催发货,"发货,快递",今天发|马上发,1,无',
    [{ category: '物流', tags: ['催发货', '发货', '快递'], text: '今天发|马上发' }],
  ],
  [
    'question and answer',
    '表格',
    '产品型号,问题,答案\nX1,多大,很大',
    [{ tags: ['X1'], title: '多大', text: '很大' }],
  ],
  [
    'full width and spaces in names',
    '表格',
    ' 标　题 ,ＣＯＮＴＥＮＴ\n问候,您好',
    [{ title: '问候', text: '您好' }],
  ],
  [
    'a title line above the header',
    '表格',
    '本店话术大全,,\n分组,标题,内容\n接待,问候,您好',
    [{ category: '接待', title: '问候', text: '您好' }],
  ],
  [
    'Beeftext CSV',
    '没有表头',
    'hi,"您好，\n有什么可以帮您",问候语\nfh,亲，今天就能给您发出,发货',
    [
      { code: 'hi', text: '您好，\n有什么可以帮您', title: '问候语' },
      { code: 'fh', text: '亲，今天就能给您发出', title: '发货' },
    ],
  ],
  [
    'two columns without header',
    '没有表头',
    '问候\t亲，您好，在的\n发货\t亲，今天就能给您发出',
    [
      { title: '问候', text: '亲，您好，在的' },
      { title: '发货', text: '亲，今天就能给您发出' },
    ],
  ],
  [
    'three columns without header, one repeating',
    '没有表头',
    '接待,a1,亲，您好，在的\n接待,a2,亲，久等了，在的\n发货,b1,亲，今天就能发出\n发货,b2,亲，明天上午发出',
    [
      { category: '接待', code: 'a1', text: '亲，您好，在的' },
      { category: '接待', code: 'a2', text: '亲，久等了，在的' },
      { category: '发货', code: 'b1', text: '亲，今天就能发出' },
      { category: '发货', code: 'b2', text: '亲，明天上午发出' },
    ],
  ],
];

describe('tables', () => {
  test.each(tables)('%s', (_, kind, file, rows) => {
    expect(readAs(file).name['zh-CN']).toContain(kind);
    expect(rowsOf(file)).toEqual(rows);
    expect(readAs(file).problems).toEqual([]);
  });

  test('a wide table without header is not guessed', () => {
    const read = readAs('a,b,c,d\ne,f,g,h');
    expect(read.rows).toEqual([]);
    expect(read.question?.samples).toEqual([
      ['a', 'e'],
      ['b', 'f'],
      ['c', 'g'],
      ['d', 'h'],
    ]);
    expect(() => readAs('只有一列')).not.toThrow();
  });

  test('what is guessed, joined or left behind is said', () => {
    const notes = (text: string): string =>
      readAs(text)
        .notes.map((note) => note['zh-CN'])
        .join('\n');
    expect(notes('hi,您好您好,问候')).toMatch(/第 1 列是编码，第 2 列是内容，第 3 列是标题/);
    expect(notes('内容,图片名,分组\na,b,c')).toMatch(/没有导入：图片名/);
    expect(notes('标题,内容\na,b')).toBe('');
  });

  test('a bad row is named with its line and the others are read', () => {
    const long = '很'.repeat(20_001);
    const read = readAs(
      `快捷短语编码,快捷短语,快捷短语分组\n1,"两\n行",接待\n2,,接待\n3,${long},接待\n4,好,"没有闭合\n5,好,接待\n`,
    );
    expect(read.rows.map(({ row, code }) => [row, code])).toEqual([
      [2, '1'],
      [7, '5'],
    ]);
    expect(read.problems.map(({ row, kind, text }) => [row, kind, text['zh-CN']])).toEqual([
      [4, 'bad', '第 4 行：缺少内容'],
      [5, 'too-long', '第 5 行：「内容」有 20001 字，最多 20000 字'],
      [6, 'bad', '第 6 行：引号没有成对，这一行读不了'],
    ]);
  });

  test('a row with more cells than the header is not taken in half', () => {
    const read = readAs('标题,内容,分组\na,您好,在的,接待\nb,您好,接待,,\n');
    expect(read.problems[0]?.text['zh-CN']).toMatch(/第 2 行：有 4 格，表头只有 3 格/);
    expect(read.rows.map(({ row }) => row)).toEqual([3]);
  });

  test('texts are kept exactly but for CRLF', () => {
    expect(readAs('标题,内容\na,"  亲\r\n\r\n😊 \n"').rows[0]?.text).toBe('  亲\n\n😊 \n');
  });
});

const jsonRows = (json: unknown): Row[] => {
  const answer = readPhraseJson(json);
  if (!answer?.ok) throw new Error('the JSON does not read');
  return answer.read.rows.map(({ row: _, untitled, title, ...rest }) => ({
    ...rest,
    ...(!untitled && { title }),
  }));
};

describe('JSON', () => {
  test('Beeftext', () => {
    const json = {
      fileFormatVersion: 8,
      combos: [
        { uuid: '{1}', name: '问候', keyword: 'hi', snippet: '您好\r\n在的', group: '{g}' },
        { uuid: '{2}', name: '', keyword: '', snippet: '没有名字', group: '' },
      ],
      groups: [{ uuid: '{g}', name: '接待' }],
    };
    expect(jsonRows(json)).toEqual([
      { code: 'hi', title: '问候', text: '您好\n在的', category: '接待' },
      { text: '没有名字' },
    ]);
  });

  test('千牛, ids as numbers or text', () => {
    const groups = [{ id: 7, name: '接待', gmtCreate: 1, gmtModified: 1 }];
    const list = [
      { id: 1, groupId: '7', code: 'a', content: '您好' },
      { id: 2, groupId: 8, content: ' ' },
    ];
    const json = { data: { result: { groups, list } } };
    expect(jsonRows(json)).toEqual([{ code: 'a', text: '您好', category: '接待' }]);
    const answer = readPhraseJson(json);
    expect(answer?.ok && answer.read.problems.map(({ text }) => text['zh-CN'])).toEqual([
      '第 2 条：缺少内容',
    ]);
  });

  test.each([[null], [[]], [{}], [{ data: { result: {} } }], [{ format: 'shoubian.backup' }]])(
    '%j is none of ours',
    (json) => {
      expect(readPhraseJson(json)).toBeUndefined();
    },
  );
});
