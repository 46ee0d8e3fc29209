import { describe, expect, it } from 'vitest';
import { finish } from '../../../rules/phrases/files/steps.ts';
import type { CardFacts, ProductCard } from '../../../rules/products/card.ts';
import { cardCells, readCardFile, writeCardFile } from '../../../rules/products/card-file.ts';
import { applyCardImport, previewCardImport } from '../../../rules/products/card-import.ts';
import {
  type CardRow,
  joinCell,
  readCardTable,
  readCardText,
  splitCell,
} from '../../../rules/products/read-cards.ts';

const read = (text: string) => finish(readCardText(text));
const rowsOf = (text: string): CardRow[] => read(text)?.rows ?? [];
const problemsOf = (text: string): string[] =>
  (read(text)?.problems ?? []).map(({ text: one }) => one['zh-CN']);

const full: CardFacts = {
  name: '通勤托特包, 大容量',
  codes: ['TT-0921', 'RST182'],
  ids: ['700000000017'],
  material: '头层牛皮',
  size: '长34*宽15*高28cm',
  bag: true,
  stock: '黑色剩 3 个\n白色无',
  points: ['能装；14 寸电脑'],
  matching: ['零钱包', '发带'],
  price: 8900,
  floor: 7765,
  lines: [
    { label: '产地', text: '白沟' },
    { label: '洗涤', text: '不可水洗\n"擦拭"' },
  ],
};
const bare: CardFacts = {
  name: '毛毯',
  codes: ['MT-150'],
  ids: [],
  points: ['a', 'b；c'],
  matching: [],
  lines: [],
};

describe('a table of products', () => {
  it('is read by what its columns are called', () => {
    expect(
      rowsOf(
        '货号,商品名称,材质,尺寸,库存,卖点,搭配,售价,底价\nRST182,托特包,牛皮,28*12*18cm,剩3个,轻；能装,零钱包、发带,¥89.00,79.9\n',
      ),
    ).toEqual([
      {
        row: 2,
        codes: ['RST182'],
        name: '托特包',
        material: '牛皮',
        size: '28*12*18cm',
        stock: '剩3个',
        points: ['轻', '能装'],
        matching: ['零钱包', '发带'],
        price: 8900,
        floor: 7990,
      },
    ]);
  });

  it.each([
    ['编码,价格', 'codes'],
    ['商品编码,售价', 'codes'],
    ['商家编码,材质', 'codes'],
    ['款号,面料', 'codes'],
    ['货 号（必填）,价格(元)', 'codes'],
    ['Code,Price', 'codes'],
    ['商品ID,售价', 'ids'],
    ['宝贝标题,尺寸', 'name'],
    ['品名,库存', 'name'],
    ['产品名称,卖点', 'name'],
  ])('with the header %s has %s first', (header, field) => {
    const [row] = rowsOf(`${header}\nAB12,9.9\n`);
    expect(Object.keys(row ?? {})).toContain(field);
  });

  it.each([
    ['without a product column', '话术标题,话术内容\na,b\n'],
    ['of phrases with a code', '快捷短语编码,快捷短语,快捷短语分组\na,b,c\n'],
    ['of codes alone', '货号,名称\na,b\n'],
    ['of prices alone', '售价,底价\n1,2\n'],
    ['without a header', 'RST182,托特包,89\n'],
    ['that is no table', '亲，您好\n'],
    ['of phrases with a price column', '分类,标题,内容,价格\n包,问价,89 元,89\n'],
  ])('is none %s', (_, text) => {
    expect(read(text)).toBeUndefined();
  });

  it('is read with tabs and semicolons, quotes and line breaks, and below a title', () => {
    expect(rowsOf('货号\t售价\nA12\t9.9\n')).toEqual([{ row: 2, codes: ['A12'], price: 990 }]);
    expect(rowsOf('货号;材质\nA12;牛皮\n')).toEqual([{ row: 2, codes: ['A12'], material: '牛皮' }]);
    expect(rowsOf('货号,卖点\nA12,"轻\n大"\n')).toEqual([{ row: 2, codes: ['A12'], points: ['轻', '大'] }]);
    expect(rowsOf('本店商品表,\n货号,售价\nA12,9.9\n')).toEqual([{ row: 3, codes: ['A12'], price: 990 }]);
  });

  it('makes the size of sides in columns of their own', () => {
    expect(rowsOf('货号,长(cm),宽(cm),高(cm)\nA12,28,12,18\n')[0]?.size).toBe('长28cm×宽12cm×高18cm');
    expect(rowsOf('货号,长,宽,高\nA12,28,12,18\n')[0]?.size).toBe('长28×宽12×高18');
    expect(rowsOf('货号,长mm,宽mm,高mm\nA12,280,120,\n')[0]?.size).toBe('长280mm×宽120mm');
    expect(rowsOf('货号,尺寸(cm)\nA12,28*12*18\n')[0]?.size).toBe('28*12*18cm');
    expect(rowsOf('货号,尺寸,长\nA12,均码,28\n')[0]).toMatchObject({
      size: '均码',
      lines: [{ label: '长', text: '28' }],
    });
  });

  it('keeps a column it does not know as a line under its own name', () => {
    const found = read('货号,售价,产地,直播价\nA12,9.9,白沟,8.8\n');
    expect(found?.rows[0]?.lines).toEqual([
      { label: '产地', text: '白沟' },
      { label: '直播价', text: '8.8' },
    ]);
    expect(found?.notes[0]?.['zh-CN']).toContain('产地、直播价');
  });

  it('leaves out a row it cannot read and names its line; the others go in', () => {
    const text = [
      '货号,名称,售价,底价',
      'A1,甲,9.9,',
      'A2,乙,九块九,',
      'A3,丙,9-12,',
      ',,9.9,',
      'A5,戊,9.9,12',
      'A1,己,8,',
      'A7,庚,9,8,多出来的',
      `A8,${'长'.repeat(201)},9,8`,
      'A9,壬,-1,',
    ].join('\n');
    expect(rowsOf(text).map(({ codes }) => codes?.[0])).toEqual(['A1']);
    expect(problemsOf(text)).toEqual([
      '第 3 行：售价「九块九」读不成一个价格',
      '第 4 行：售价「9-12」读不成一个价格',
      '第 5 行：货号、商品 ID 和名称至少要有一个',
      '第 6 行：底价比售价高，两栏是不是写反了',
      '第 7 行：货号「A1」在第 2 行已经有了',
      '第 8 行：有 5 格，表头只有 4 格，多半是内容里的逗号没有加引号',
      '第 9 行：「名称」有 201 字，最多 200 字',
      '第 10 行：售价「-1」读不成一个价格',
    ]);
  });

  it.each([
    ['codes', 'A1、A2，A3;A4|A5', ['A1', 'A2', 'A3', 'A4', 'A5']],
    ['codes', 'RST 182', ['RST 182']],
    ['ids', '123 456', ['123', '456']],
    ['points', '1、轻\n2. 大\n③能装', ['轻', '大', '能装']],
    ['points', '轻，能装；3.5 斤', ['轻，能装', '3.5 斤']],
    ['matching', '包、带；包', ['包', '带']],
  ] as const)('parts a cell of %s: %j', (field, cell, entries) => {
    expect(splitCell(field, cell)).toEqual(entries);
  });

  it('writes a cell that is read back as the same entries', () => {
    for (const entries of [['a'], ['a', 'b'], ['a；b'], ['a；b', 'c'], ['1 斤', 'x、y']])
      expect(splitCell('points', joinCell('points', entries))).toEqual(entries);
  });
});

describe('our own files of cards', () => {
  it('lose nothing: JSON', () => {
    const file = readCardFile(JSON.parse(writeCardFile([full, bare])));
    expect(file.ok && file.read.rows).toEqual([
      { row: 1, ...full },
      { row: 2, name: '毛毯', codes: ['MT-150'], points: ['a', 'b；c'] },
    ]);
  });

  it('lose nothing: table', () => {
    const table = finish(
      readCardTable(
        [...cardCells([full, bare])].map((cells, at) => ({ line: at + 1, cells: [...cells] })),
        [],
      ),
    );
    expect(table?.problems).toEqual([]);
    expect(table?.rows).toEqual([
      { row: 2, ...full },
      { row: 3, name: '毛毯', codes: ['MT-150'], points: ['a', 'b；c'] },
    ]);
  });

  it.each([
    ['of another kind', { format: 'shoubian.phrases', version: 1 }],
    ['of a later version', { format: 'shoubian.product-cards', version: 2, cards: [] }],
    ['without a list', { format: 'shoubian.product-cards', version: 1 }],
    ['that are none', 'x'],
  ])('%s are refused with a sentence', (_, json) => {
    const file = readCardFile(json);
    expect(file.ok).toBe(false);
    expect(!file.ok && file.errors[0]?.['zh-CN'].length).toBeGreaterThan(5);
  });

  it('name a card that cannot be taken by its place', () => {
    const cards = [{ codes: ['A'] }, 'x', { codes: 'A' }, { price: 1 }, { codes: ['B'], price: 1.5 }];
    const file = readCardFile({ format: 'shoubian.product-cards', version: 1, cards });
    expect(file.ok && file.read.rows).toEqual([{ row: 1, codes: ['A'] }]);
    expect(file.ok && file.read.problems.map(({ text }) => text['zh-CN'])).toEqual([
      '第 2 张：不是一张商品卡',
      '第 3 张：「codes」的类型不对',
      '第 4 张：货号、商品 ID 和名称至少要有一个',
      '第 5 张：「price」的类型不对',
    ]);
  });
});

describe('importing cards', () => {
  const kept = (id: string, facts: CardFacts): ProductCard => ({ id, ...facts });
  const present = [kept('1', full), kept('2', bare)];
  const plan = (rows: CardRow[]) => previewCardImport(rows, present);
  const countsOf = (rows: CardRow[]): number[] => {
    const { create, update, identical, conflict } = plan(rows);
    return [create.length, update.length, identical.length, conflict.length];
  };

  it.each<[string, CardRow, number[]]>([
    ['a new code is new', { row: 1, codes: ['X1'], price: 100 }, [1, 0, 0, 0]],
    ['the same is equal', { row: 1, codes: ['TT-0921', 'RST182'], price: 8900 }, [0, 0, 1, 0]],
    ['what is left unsaid is no difference', { row: 1, codes: ['MT-150'] }, [0, 0, 1, 0]],
    ['a fact it lacks is added', { row: 1, codes: ['MT-150'], material: '绒' }, [0, 1, 0, 0]],
    [
      'a line it lacks is added',
      { row: 1, codes: ['MT-150'], lines: [{ label: '产地', text: 'x' }] },
      [0, 1, 0, 0],
    ],
    ['another code is added', { row: 1, codes: ['MT-150', 'MT-200'] }, [0, 1, 0, 0]],
    ['another price is a conflict', { row: 1, codes: ['MT-150', 'x'], name: '毯' }, [0, 0, 0, 1]],
    [
      'another text in a line is a conflict',
      { row: 1, codes: ['TT-0921', 'RST182'], lines: [{ label: '产地', text: 'x' }] },
      [0, 0, 0, 1],
    ],
    ['a code is met whatever its case', { row: 1, codes: ['mt-150'] }, [0, 0, 0, 1]],
    ['by the marketplace’s id', { row: 1, ids: ['700000000017'] }, [0, 0, 1, 0]],
    ['by the name, where one has no code', { row: 1, name: '毛毯', stock: 'x' }, [0, 1, 0, 0]],
    ['not by the name, where the codes differ', { row: 1, name: '毛毯', codes: ['Z9'] }, [1, 0, 0, 0]],
  ])('%s', (_, row, counts) => {
    expect(countsOf([row])).toEqual(counts);
  });

  it('meets a card once', () => {
    expect(
      countsOf([
        { row: 1, codes: ['MT-150'] },
        { row: 2, codes: ['MT-150'], name: '毛毯二' },
      ]),
    ).toEqual([1, 0, 1, 0]);
  });

  it('takes nothing away that the file does not speak of', () => {
    const rows = [{ row: 1, codes: ['TT-0921', 'RST182'], price: 9900 }];
    expect(applyCardImport(plan(rows), () => 'replace')).toEqual([{ ...full, id: '1', price: 9900 }]);
  });

  it('leaves a conflict alone, or keeps both without giving two cards one code', () => {
    const rows = [{ row: 1, codes: ['MT-150', 'MT-151'], name: '毯子' }];
    expect(applyCardImport(plan(rows), () => 'skip')).toEqual([]);
    expect(applyCardImport(plan(rows), () => 'keep-both')).toEqual([
      { name: '毯子', codes: ['MT-151'], ids: [], points: [], matching: [], lines: [] },
    ]);
  });

  it('changes nothing when an export is imported again', () => {
    const file = readCardFile(JSON.parse(writeCardFile(present)));
    expect(file.ok && countsOf(file.read.rows)).toEqual([0, 0, 2, 0]);
  });

  it('names a card without a name by its code', () => {
    expect(applyCardImport(plan([{ row: 1, codes: ['X1'], price: 1 }]), () => 'skip')[0]?.name).toBe('X1');
  });
});
