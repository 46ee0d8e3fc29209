import { describe, expect, it } from 'vitest';
import { divisionIndex } from '../../../rules/address/divisions.ts';
import { exampleCouriers } from '../../../rules/packs/example-shop.ts';
import { writeDelimited } from '../../../rules/phrases/files/delimited.ts';
import { finish } from '../../../rules/phrases/files/steps.ts';
import { compareTables } from '../../../rules/zones/files/compare-tables.ts';
import { readCount, readRange, readReach } from '../../../rules/zones/files/read-cell.ts';
import {
  type ReadCourierTable,
  readCourierTable,
  readCourierText,
} from '../../../rules/zones/files/read-courier-table.ts';
import { courierCells } from '../../../rules/zones/files/write-courier-table.ts';
import { findRegion, pathOfDivision } from '../../../rules/zones/find-place.ts';
import { type CourierRule, type CourierTable, reaches } from '../../../rules/zones/table.ts';
import { courierVerdict } from '../../../rules/zones/verdict.ts';
import fc from '../property.ts';

const rowsOf = (cells: readonly (readonly string[])[]) =>
  cells.map((row, at) => ({ line: at + 1, cells: [...row] }));
const read = (...cells: string[][]): ReadCourierTable => {
  const found = finish(readCourierTable(rowsOf(cells)));
  if (!found) throw new Error('not a courier table');
  return found;
};
const table = (rules: CourierRule[]): CourierTable => ({ name: '本店', example: false, rules });
const problems = (found: ReadCourierTable): string[] =>
  found.problems.map(({ row, text }) => `${row} ${text['zh-CN']}`);

describe('a table of one rule per row', () => {
  const head = ['快递', '省', '市', '区县', '结果', '首费', '首重(kg)', '续费', '续重(kg)', '时效(天)'];

  it('reads places, verdicts, fees and days', () => {
    const { rows, problems: bad } = read(
      head,
      ['圆通', '浙江、江苏', '', '', '到', '', '', '', '', '2-3'],
      ['圆通', '新疆', '', '', '加收', '１８元', '1', '8', '1', ''],
      ['邮政', '海南', '琼海', '', '不发', '', '', '', '', ''],
      ['邮政', '广东', '东莞', '虎门镇', '慢', '', '', '', '', '最多7天'],
      ['邮政', '其余地区', '', '', '√', '', '', '', '', ''],
    );
    expect(bad).toEqual([]);
    expect(rows.map(({ rule }) => rule)).toEqual([
      {
        courier: '圆通',
        regions: ['浙江省', '江苏省'],
        reach: 'reaches',
        priority: 10,
        days: { least: 2, most: 3 },
      },
      {
        courier: '圆通',
        regions: ['新疆维吾尔自治区'],
        reach: 'surcharge',
        priority: 10,
        surcharge: { first: 1_800, firstUnit: 1_000, next: 800, nextUnit: 1_000 },
      },
      { courier: '邮政', regions: ['海南省/琼海市'], reach: 'no', priority: 10 },
      { courier: '邮政', regions: ['广东省/东莞市/虎门镇'], reach: 'slow', priority: 10, days: { most: 7 } },
      { courier: '邮政', regions: [], reach: 'reaches', priority: 10 },
    ]);
  });

  it.each<[string, string[], RegExp]>([
    ['no courier', ['', '浙江', '', '', '到'], /没有写快递/],
    ['an unknown province, with what was meant', ['圆通', '浙讲省', '', '', '到'], /浙讲省.*是不是 浙江省/],
    ['a district of two cities', ['圆通', '河北', '', '桥西区', '到'], /桥西区.*有 2 个/],
    ['a city of another province', ['圆通', '浙江', '合肥市', '', '到'], /合肥市/],
    ['no region', ['圆通', '', '', '', '到'], /没有写地区/],
    ['no result', ['圆通', '浙江', '', '', ''], /没有写结果/],
    ['an unknown word', ['圆通', '浙江', '', '', '看情况'], /结果「看情况」/],
    ['a fee in words', ['圆通', '浙江', '', '', '加收', '十八'], /首费「十八」读不成金额/],
    ['three decimals', ['圆通', '浙江', '', '', '加收', '18.005'], /首费「18.005」读不成金额/],
    ['a negative fee', ['圆通', '浙江', '', '', '加收', '-5'], /首费「-5」读不成金额/],
    ['a bad weight', ['圆通', '浙江', '', '', '加收', '18', '一斤'], /首重\(kg\)「一斤」读不成重量/],
    ['days the wrong way', ['圆通', '浙江', '', '', '到', '', '', '', '', '7-3'], /时效 7 天大于 3 天/],
  ])('names the row with %s and takes the others', (_, bad, said) => {
    const found = read(head, bad, ['圆通', '江苏', '', '', '到']);
    expect(found.rows).toHaveLength(1);
    expect(problems(found)).toEqual([expect.stringMatching(new RegExp(`^2 .*${said.source}`))]);
  });

  it('names doubled and contradicting rows', () => {
    const found = read(
      head,
      ['圆通', '浙江', '', '', '到'],
      ['圆通', '浙江省', '', '', '到'],
      ['圆通', '浙江', '', '', '不到'],
    );
    expect(found.rows).toHaveLength(1);
    expect(problems(found)).toEqual([
      expect.stringMatching(/^3 .*第 2 行重复/),
      expect.stringMatching(/^4 .*第 2 行矛盾/),
    ]);
  });

  it('reads conditions, words, the corps and a former name', () => {
    const { rows, notes } = read(
      ['快递', '地区', '市', '关键词', '兵团', '结果', '件数', '订单金额', '秒杀', '重量', '优先', '备注'],
      ['圆通', '', '', '军区、监狱', '', '不到', '2起', '最多49.99', '否', '1-3', '3', '不发'],
      ['圆通', '', '', '', '是', '未知', '', '', '', '', '', ''],
      ['圆通', '湖北', '襄樊市', '', '', '到', '', '', '', '', '', ''],
    );
    expect(rows.map(({ rule }) => rule)).toMatchObject([
      {
        keywords: ['军区', '监狱'],
        reach: 'no',
        when: { minPieces: 2, maxTotal: 4_999, flashSale: false, minGrams: 1_000, maxGrams: 3_000 },
        priority: 3,
        note: '不发',
      },
      { corps: true, regions: [], reach: 'unknown' },
      { regions: ['湖北省/襄阳市'] },
    ]);
    expect(notes.map((note) => note['zh-CN'])).toContain('「襄樊市」现在是 湖北省/襄阳市');
  });

  it('says that 首重 may be kilograms or yuan, and reads it where its unit stands', () => {
    const unsure = read(['快递', '省', '结果', '首重'], ['圆通', '新疆', '加收', '18']);
    expect(unsure.notes.map((note) => note['zh-CN']).join()).toContain('「首重」没有写单位');
    expect(unsure.rows[0]?.rule.surcharge).toBeUndefined();
    const fee = read(['快递', '省', '结果', '首重'], ['圆通', '新疆', '加收', '18元']);
    expect(fee.rows[0]?.rule.surcharge).toEqual({ first: 1_800 });
  });
});

describe('a table of one courier per column', () => {
  it('reads every cell and joins provinces that are alike', () => {
    const { rows, problems: bad } = read(
      ['发货说明'],
      ['省份', '圆通', '申通', '中国邮政', '备注'],
      ['浙江', '到', '到', '到', ''],
      ['江苏', '到', '到', '到', ''],
      ['新疆', '不到', '×', '加18', ''],
      ['西藏', '-', '慢 7-10天', '首重18续重8', ''],
      ['江浙沪', '', '', '', ''],
    );
    expect(bad).toEqual([]);
    expect(rows.map(({ row, rule }) => [row, rule.courier, rule.regions.join('、'), rule.reach])).toEqual([
      [3, '圆通', '浙江省、江苏省', 'reaches'],
      [3, '申通', '浙江省、江苏省', 'reaches'],
      [3, '中国邮政', '浙江省、江苏省', 'reaches'],
      [5, '圆通', '新疆维吾尔自治区', 'no'],
      [5, '申通', '新疆维吾尔自治区', 'no'],
      [5, '中国邮政', '新疆维吾尔自治区', 'surcharge'],
      [6, '申通', '西藏自治区', 'slow'],
      [6, '中国邮政', '西藏自治区', 'surcharge'],
    ]);
    expect(rows[6]?.rule.days).toEqual({ least: 7, most: 10 });
    expect(rows[7]?.rule.surcharge).toEqual({ first: 1_800, firstUnit: 1_000, next: 800, nextUnit: 1_000 });
  });

  it('names the cell it cannot read by row and column', () => {
    const found = read(
      ['省', '圆通', '申通'],
      ['浙江', '到', '看天气'],
      ['江苏', '到', '到'],
      ['上海', '到', '到'],
      ['蓬莱省', '到', '到'],
    );
    expect(problems(found)).toEqual([
      expect.stringMatching(/^2 申通「看天气」看不懂/),
      expect.stringMatching(/^5 「蓬莱省」/),
    ]);
  });

  it.each<[string, string[][]]>([
    [
      'phrases',
      [
        ['分类', '标题', '内容'],
        ['物流', '发货', '今天发'],
      ],
    ],
    [
      'products',
      [
        ['货号', '名称', '产地', '价格'],
        ['955', '包', '浙江', '18'],
      ],
    ],
    [
      'sales by province',
      [
        ['省份', '负责人', '电话', '销量'],
        ['浙江', '张三', '无', '18'],
        ['江苏', '李四', '无', '20'],
      ],
    ],
    [
      'numbers beside other places',
      [
        ['地区', '数量'],
        ['东区', '18'],
        ['西区', '20'],
      ],
    ],
  ])('is not seen in %s', (_, cells) => {
    expect(finish(readCourierTable(rowsOf(cells)))).toBeUndefined();
  });
});

describe('cells', () => {
  it.each<[string, unknown]>([
    ['到', { reach: 'reaches' }],
    ['包邮', { reach: 'reaches' }],
    ['不到', { reach: 'no' }],
    ['超区', { reach: 'no' }],
    ['？', { reach: 'unknown' }],
    ['18元', { reach: 'surcharge', surcharge: { first: 1_800 } }],
    ['￥１８．５０', { reach: 'surcharge', surcharge: { first: 1_850 } }],
    ['+18', { reach: 'surcharge', surcharge: { first: 1_800 } }],
    ['0', { reach: 'reaches' }],
    ['3-5天', { reach: 'reaches', days: { least: 3, most: 5 } }],
    ['到，约7天', { reach: 'reaches', days: { least: 7, most: 7 } }],
    [
      '首重3公斤18元，续重每公斤8元',
      { reach: 'surcharge', surcharge: { first: 1_800, firstUnit: 3_000, next: 800, nextUnit: 1_000 } },
    ],
    ['十八', undefined],
    ['18.123', undefined],
    ['-18', undefined],
    ['看情况', undefined],
  ])('%s', (text, expected) => {
    const said = readReach(text);
    if (expected === undefined) expect(said).toBeUndefined();
    else expect(said).toMatchObject(expected as object);
  });

  it.each<[string, unknown]>([
    ['3-7', { min: 3, max: 7 }],
    ['３～７', { min: 3, max: 7 }],
    ['2起', { min: 2 }],
    ['2件以上', { min: 2 }],
    ['最多5', { max: 5 }],
    ['5件以内', { max: 5 }],
    ['5', { min: 5, max: 5 }],
    ['几件', undefined],
  ])('%s as a range', (text, expected) => {
    expect(readRange(text, readCount)).toEqual(expected);
  });
});

/** A municipality is its own city: that city is written as the municipality. */
const paths = [...divisionIndex().byCode.values()]
  .filter(({ level, name, province }) => level !== 'city' || name !== province?.name)
  .map(pathOfDivision);
const regionArb = fc.oneof(
  fc.constantFrom(...paths),
  fc.constantFrom('广东省/东莞市/虎门镇', '浙江省/杭州市/余杭区/良渚街道', '湖北省/仙桃市/彭场镇'),
);
const wordArb = fc
  .stringMatching(/^[一-龥a-z0-9、;；]{1,8}$/)
  .filter((word) => word.trim() === word && word !== '、');
const some = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });
const rangeArb = (least: number, most: number) =>
  fc
    .tuple(some(fc.integer({ min: least, max: most })), some(fc.integer({ min: least, max: most })))
    .map(([a, b]): [number | undefined, number | undefined] =>
      a !== undefined && b !== undefined && a > b ? [b, a] : [a, b],
    );
const clean = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

const ruleArb: fc.Arbitrary<Omit<CourierRule, 'id'>> = fc
  .record({
    courier: fc.constantFrom('中国邮政', '圆通', '申通, 加急', '韵达"快"', '顺丰\t速运'),
    regions: fc.uniqueArray(regionArb, { maxLength: 6 }),
    // A word of separators alone is none: no field of the editor can hold it.
    keywords: fc.uniqueArray(
      wordArb.filter((word) => /[^、，,;；|/\s]/.test(word)),
      { maxLength: 3 },
    ),
    reach: fc.constantFrom(...reaches),
    fee: fc.record({
      first: fc.integer({ min: 1, max: 99_999 }),
      units: some(
        fc.tuple(
          fc.integer({ min: 1, max: 9_000 }),
          fc.integer({ min: 0, max: 9_999 }),
          fc.integer({ min: 1, max: 9_000 }),
        ),
      ),
    }),
    pieces: rangeArb(1, 99),
    total: rangeArb(0, 99_999),
    grams: rangeArb(1, 99_999),
    flashSale: some(fc.boolean()),
    days: rangeArb(0, 60),
    priority: fc.oneof(fc.integer({ min: 0, max: 99 }), fc.constantFrom(0.5, -3)),
    note: some(fc.constantFrom('备注', '一行\n两行', '=1+1', '"引号", 逗号', ' 空格 ', '、')),
  })
  .map(
    ({ courier, regions, keywords, reach, fee, pieces, total, grams, flashSale, days, priority, note }) => {
      const when = clean({
        minPieces: pieces[0],
        maxPieces: pieces[1],
        minTotal: total[0],
        maxTotal: total[1],
        minGrams: grams[0],
        maxGrams: grams[1],
        flashSale,
      });
      const [firstUnit, next, nextUnit] = fee.units ?? [];
      return clean({
        courier: courier.replace('\t', ' '),
        regions,
        keywords: keywords.length > 0 ? keywords : undefined,
        reach,
        surcharge: reach === 'surcharge' ? clean({ first: fee.first, firstUnit, next, nextUnit }) : undefined,
        when: Object.keys(when).length > 0 ? when : undefined,
        days:
          days[0] === undefined && days[1] === undefined
            ? undefined
            : clean({ least: days[0], most: days[1] }),
        priority,
        note,
      }) as Omit<CourierRule, 'id'>;
    },
  );
const tableArb = fc
  .array(ruleArb, { minLength: 1, maxLength: 12 })
  .map((rules) => table(rules.map((rule, at) => ({ id: `r-${at}`, ...rule }))));

describe('what is written is read back as the same rules', () => {
  it('any table, as cells', () => {
    fc.assert(
      fc.property(tableArb, (written) => {
        const found = read(...courierCells(written));
        expect(found.problems).toEqual([]);
        expect(found.rows.map(({ rule }) => rule)).toEqual(written.rules);
      }),
      { numRuns: 60 },
    );
  });

  it('any table, as CSV', () => {
    fc.assert(
      fc.property(tableArb, (written) => {
        const text = finish(writeDelimited(courierCells(written), 1));
        const found = finish(readCourierText(text));
        expect(found?.problems).toEqual([]);
        expect(found?.rows.map(({ rule }) => rule)).toEqual(written.rules);
      }),
      { numRuns: 30 },
    );
  });

  it('the example shop', () => {
    const found = read(...courierCells(exampleCouriers));
    expect(found.problems).toEqual([]);
    expect(found.rows.map(({ rule }) => rule)).toEqual(exampleCouriers.rules);
  });

  it('gives every region a code that finds it again', () => {
    const { codes } = read(
      ...courierCells(
        table([
          {
            id: 'a',
            courier: '甲',
            regions: ['浙江省/杭州市', '广东省/东莞市/虎门镇'],
            reach: 'no',
            priority: 1,
          },
        ]),
      ),
    );
    expect(codes).toEqual({ '浙江省/杭州市': '3301', '广东省/东莞市/虎门镇': '4419/虎门镇' });
    for (const region of Object.keys(codes))
      expect(findRegion(region)).toMatchObject({ ok: true, path: region });
  });
});

describe('a file beside the present table', () => {
  const rule = (id: string, more: Partial<CourierRule>): CourierRule => ({
    id,
    courier: '圆通',
    regions: ['浙江省'],
    reach: 'reaches',
    priority: 10,
    ...more,
  });
  const present = table([
    rule('one', {}),
    rule('two', { regions: ['江苏省', '上海市'], reach: 'no' }),
    rule('all', { regions: [] }),
  ]);
  const marks = (cells: string[][], mode: 'replace' | 'add') => {
    const { differences, same, table: next } = compareTables(present, read(...cells).rows, mode);
    return {
      marks: differences.map(({ mark, rule: { id }, row }) => `${mark} ${id} ${row ?? '-'}`),
      same,
      next,
    };
  };

  it('changes nothing where the file is what stands', () => {
    for (const mode of ['replace', 'add'] as const) {
      const found = marks([...courierCells(present)], mode);
      expect(found).toMatchObject({ marks: [], same: 3 });
      expect(found.next.rules).toEqual(present.rules);
    }
  });

  it('knows a rule without number by what it speaks of', () => {
    const cells = [
      ['快递', '省', '结果'],
      ['圆通', '浙江', '不到'],
      ['圆通', '广东', '到'],
    ];
    expect(marks(cells, 'replace').marks).toEqual([
      'changed one 2',
      'added rule-4 3',
      'removed two -',
      'removed all -',
    ]);
    const added = marks(cells, 'add');
    expect(added.marks).toEqual(['changed one 2', 'added rule-4 3']);
    expect(added.next.rules.map(({ id }) => id)).toEqual(['one', 'two', 'all', 'rule-4']);
  });

  it('takes a place from the present rule that the file speaks of anew, and never leaves a default behind', () => {
    const one = marks(
      [
        ['快递', '省', '结果'],
        ['圆通', '上海', '到'],
      ],
      'add',
    );
    expect(one.next.rules.find(({ id }) => id === 'two')?.regions).toEqual(['江苏省']);
    const both = marks(
      [
        ['快递', '省', '结果'],
        ['圆通', '上海、江苏、安徽', '到'],
      ],
      'add',
    );
    expect(both.marks).toContain('removed two -');
    expect(courierVerdict(both.next, { province: '江苏省' }).overall).toBe('reaches');
    expect(both.next.rules.filter(({ regions }) => regions.length === 0).map(({ id }) => id)).toEqual([
      'all',
    ]);
  });
});
