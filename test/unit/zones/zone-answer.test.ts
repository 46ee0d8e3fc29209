import { describe, expect, it } from 'vitest';
import { exampleCouriers, exampleShop } from '../../../rules/packs/example-shop.ts';
import { checkWording } from '../../../rules/wording/index.ts';
import { isCorps } from '../../../rules/zones/corps-address.ts';
import {
  type CourierRule,
  type CourierTable,
  courierVerdict,
  surchargeFor,
  type ZoneQuestion,
  type ZoneWhere,
  zoneAnswer,
} from '../../../rules/zones/index.ts';
import fc from '../property.ts';

const { askManagerFrom } = exampleShop.flashSale;
const ask = (province: string, question: ZoneQuestion = { pieces: 1 }) =>
  zoneAnswer({ province }, exampleCouriers, { askManagerFrom, flashSale: false, ...question });
const reasonsOf = ({ reasons }: { reasons: { 'zh-CN': string }[] }): string =>
  reasons.map((reason) => reason['zh-CN']).join('|');

describe('the example shop’s answers (B1–B3)', () => {
  it.each<[string, ZoneQuestion, string, string, RegExp]>([
    ['浙江省', { pieces: 1 }, 'info', '可到·中国邮政', /可以发中国邮政/],
    ['广东省', { pieces: 1 }, 'info', '可到·申通', /广东可以发申通/],
    ['广东省', { pieces: 2 }, 'info', '可到·圆通', /广东可以发圆通/],
    ['海南省', { pieces: 1 }, 'warn', '加收¥18', /海南发中国邮政需要您补 18 元的邮费/],
    ['海南省', { pieces: 2 }, 'info', '可到·圆通', /海南可以发圆通/],
    ['青海省', { pieces: 1 }, 'info', '可到·韵达', /青海可以发韵达/],
    ['新疆维吾尔自治区', { pieces: 3 }, 'warn', '加收¥18', /新疆发中国邮政需要您补 18 元/],
    ['西藏自治区', { pieces: 1 }, 'warn', '加收¥18', /西藏发京东需要您补 18 元/],
    ['宁夏回族自治区', { pieces: 1 }, 'info', '可到·申通', /宁夏可以发申通/],
    ['宁夏回族自治区', { pieces: 2 }, 'stop', '超区·圆通不到', /帮您核实/],
    ['台湾省', { pieces: 1 }, 'stop', '超区·都不到', /抱歉.*换一个收货地址/],
    [
      '新疆维吾尔自治区',
      { pieces: 1, wished: '申通快递' },
      'stop',
      '超区·申通不到',
      /申通目前送不到.*改发中国邮政.*补 18 元/,
    ],
    ['宁夏回族自治区', { pieces: 1, wished: '申通' }, 'info', '可到·申通', /申通/],
    ['浙江省', { pieces: 1, wished: '顺丰' }, 'info', '可到·中国邮政', /中国邮政/],
    [
      '新疆维吾尔自治区',
      { pieces: 1, flashSale: true, total: 4_999 },
      'warn',
      '加收¥18',
      /秒杀价.*只能发中国邮政.*补 18 元/,
    ],
    [
      '新疆维吾尔自治区',
      { pieces: 1, flashSale: true, total: 5_000 },
      'warn',
      '加收¥18',
      /问一下主管能不能免邮/,
    ],
    ['浙江省', { pieces: 1, flashSale: true, wished: '京东' }, 'info', '可到·中国邮政', /没办法指定/],
  ])('%s %j: %s %s', (province, question, level, label, phrase) => {
    const answer = ask(province, question);
    expect(answer.level).toBe(level);
    expect(answer.label['zh-CN']).toBe(label);
    expect(answer.phrase).toMatch(phrase);
    expect(reasonsOf(answer)).toContain('示例店铺');
    const decided = level === 'stop' && !answer.used ? answer.verdict.couriers : [answer.used];
    expect(decided.some((entry) => entry?.rule && reasonsOf(answer).includes(entry.rule.id))).toBe(true);
  });

  it('says what depends on the pieces while nobody knows them', () => {
    const answer = ask('海南省', {});
    expect(answer).toMatchObject({ open: ['pieces'], level: 'info', verdict: { overall: 'unknown' } });
    expect(reasonsOf(answer)).toMatch(/1 件：中国邮政加收 ¥18\|2 件起：圆通可到/);
    expect(answer.phrase).toMatch(/几件/);
    const plain = ask('广东省', {});
    expect(plain.verdict.overall).toBe('reaches');
    expect(plain.phrase).toMatch(/可以到/);
    expect(ask('新疆维吾尔自治区', {})).toMatchObject({
      level: 'warn',
      label: { 'zh-CN': '加收¥18' },
      open: [],
    });
  });

  it('asks for an address that cannot be read, and rests no verdict on a doubtful one', () => {
    const wheres: ZoneWhere[] = [
      {},
      { province: '浙江省', confidence: 0.5 },
      { district: '鼓楼区', candidates: ['江苏省/南京市/鼓楼区', '福建省/福州市/鼓楼区'], confidence: 0.3 },
    ];
    for (const where of wheres) {
      const answer = zoneAnswer(where, exampleCouriers, { pieces: 1 });
      expect(answer).toMatchObject({ level: 'info', verdict: { overall: 'unknown' } });
      expect(answer.phrase).toMatch(/地址/);
    }
    expect(zoneAnswer(wheres[2] ?? {}, exampleCouriers).phrase).toContain(
      '江苏省南京市鼓楼区，还是福建省福州市鼓楼区',
    );
  });
});

const rule = (id: string, more: Partial<CourierRule> = {}): CourierRule => ({
  id,
  courier: '甲',
  regions: [],
  reach: 'reaches',
  priority: 10,
  ...more,
});
const table = (...rules: CourierRule[]): CourierTable => ({ name: 't', example: false, rules });
const decides = (
  rules: CourierRule[],
  where: ZoneWhere,
  facts = {},
  codes?: Record<string, string>,
): string | undefined =>
  courierVerdict({ ...table(...rules), ...(codes ? { codes } : {}) }, where, facts).couriers[0]?.rule?.id;

describe('precedence', () => {
  const where: ZoneWhere = {
    province: '浙江省',
    city: '杭州市',
    district: '余杭区',
    town: '良渚街道',
    text: '浙江省杭州市余杭区良渚街道某军区大院',
  };
  const all = [
    rule('default'),
    rule('province', { regions: ['浙江省'] }),
    rule('words', { keywords: ['军区'] }),
    rule('province-words', { regions: ['浙江省'], keywords: ['军区'] }),
    rule('city', { regions: ['浙江/杭州'] }),
    rule('district', { regions: ['浙江省/杭州市/余杭区'] }),
    rule('town', { regions: ['浙江省/杭州市/余杭区/良渚街道'] }),
  ];

  it('goes from everywhere to a town, words between; the order of rows does not matter', () => {
    for (let most = 1; most <= all.length; most += 1) {
      const some = all.slice(0, most);
      expect(decides(some, where)).toBe(all[most - 1]?.id);
      expect(decides([...some].reverse(), where)).toBe(all[most - 1]?.id);
    }
  });

  it.each<[string, CourierRule[], ZoneWhere, string | undefined]>([
    [
      'a town by its stem',
      [rule('t', { regions: ['广东省/东莞市/虎门'] })],
      { province: '广东省', city: '东莞市', town: '虎门镇' },
      't',
    ],
    ['a district whose city the rule leaves out', [rule('d', { regions: ['浙江省//余杭区'] })], where, 'd'],
    [
      'a municipality’s district',
      [rule('d', { regions: ['北京市/朝阳区'] })],
      { province: '北京市', city: '北京市', district: '朝阳区' },
      'd',
    ],
    [
      'what lists put between',
      [rule('d', { regions: ['北京市/市辖区/朝阳区'] })],
      { province: '北京市', city: '北京市', district: '朝阳区' },
      'd',
    ],
    [
      'a county its province governs',
      [rule('d', { regions: ['湖北省/仙桃市'] })],
      { province: '湖北省', district: '仙桃市' },
      'd',
    ],
    [
      'an autonomous county by its short name',
      [rule('d', { regions: ['海南省/陵水县'] })],
      { province: '海南省', district: '陵水黎族自治县' },
      'd',
    ],
    [
      'a name two levels share means the wider',
      [rule('c', { regions: ['吉林省/吉林'] })],
      { province: '吉林省', city: '吉林市', district: '船营区' },
      'c',
    ],
    [
      'one character outside the names of divisions',
      [rule('w', { keywords: ['乡'] })],
      { province: '河南省', city: '新乡市', text: '河南省新乡市红旗区1号' },
      undefined,
    ],
    [
      'one character in a village’s name',
      [rule('w', { keywords: ['乡'] })],
      { province: '河南省', city: '新乡市', text: '河南省新乡市辉县市大块乡' },
      'w',
    ],
    ['words without a text', [rule('w', { keywords: ['军区'] })], { province: '浙江省' }, undefined],
    [
      'words and region must both hold',
      [rule('w', { keywords: ['军区'], regions: ['江苏省'] })],
      where,
      undefined,
    ],
    [
      'the corps',
      [rule('c', { corps: true })],
      { province: '新疆维吾尔自治区', text: '新疆第八师143团' },
      'c',
    ],
    [
      'not the corps',
      [rule('c', { corps: true })],
      { province: '新疆维吾尔自治区', text: '新疆乌鲁木齐市天山区' },
      undefined,
    ],
  ])('%s', (_, rules, place, expected) => {
    expect(decides(rules, place)).toBe(expected);
  });

  it('follows a former district to its successor by code, both ways', () => {
    const changan = { '河北省/石家庄市/长安区': '130102', '河北省/石家庄市/桥东区': '130102' };
    const written = { province: '河北省', city: '石家庄市', district: '桥东区', code: '130102' };
    const today = { ...written, district: '长安区' };
    for (const region of Object.keys(changan))
      for (const place of [written, today])
        expect(decides([rule('d', { regions: [region] })], place, {}, changan)).toBe('d');
    expect(decides([rule('d', { regions: ['河北省/石家庄市/长安区'] })], written)).toBeUndefined();
  });

  it('weighs by grams, and says so where the weight is unknown', () => {
    const heavy = table(
      rule('light', { reach: 'reaches', when: { maxGrams: 3_000 } }),
      rule('heavy', { reach: 'no', when: { minGrams: 3_001 } }),
    );
    expect(courierVerdict(heavy, where, { grams: 3_000 }).overall).toBe('reaches');
    expect(courierVerdict(heavy, where, { grams: 3_001 }).overall).toBe('no');
    expect(courierVerdict(heavy, where).overall).toBe('unknown');
    expect(zoneAnswer(where, heavy)).toMatchObject({ open: ['grams'], verdict: { overall: 'unknown' } });
  });

  it('asks for the district where one inside has a rule of its own', () => {
    const answer = zoneAnswer(
      { province: '浙江省', city: '杭州市' },
      table(
        rule('p', { regions: ['浙江省'] }),
        rule('d', { regions: ['浙江省/杭州市/余杭区'], reach: 'no' }),
      ),
    );
    expect(answer).toMatchObject({ open: ['district'], label: { 'zh-CN': '要看区县' } });
    expect(answer.phrase).toMatch(/区县/);
  });

  it.each<[string, string | undefined, boolean]>([
    ['新疆石河子市东城街道', '659001', true],
    ['新疆生产建设兵团第一师阿拉尔市', undefined, true],
    ['新疆图木舒克市五十一团', undefined, true],
    ['新疆乌鲁木齐市兵团路8号', '650102', false],
    ['新疆乌鲁木齐市天山区三团购物中心', '650102', false],
  ])('%s: corps %s %s', (text, code, expected) => {
    expect(isCorps({ province: '新疆维吾尔自治区', text, ...(code ? { code } : {}) })).toBe(expected);
  });
});

const provinces = ['浙江省', '江苏省', '新疆维吾尔自治区', '海南省', '广东省'];
const ruleArb = fc.record({
  courier: fc.constantFrom('甲', '乙', '丙'),
  regions: fc.uniqueArray(fc.constantFrom(...provinces, '浙江省/杭州市', '广东省/东莞市/虎门镇'), {
    maxLength: 2,
  }),
  reach: fc.constantFrom(
    'reaches' as const,
    'no' as const,
    'slow' as const,
    'surcharge' as const,
    'unknown' as const,
  ),
  when: fc.constantFrom(
    undefined,
    { minPieces: 2 },
    { maxPieces: 1 },
    { flashSale: true },
    { minGrams: 500 },
  ),
  keywords: fc.constantFrom(undefined, ['军区']),
});
const rulesArb = fc.array(ruleArb, { maxLength: 12 }).map((rules) =>
  rules.map(
    ({ when, keywords, ...rest }, at): CourierRule => ({
      ...rest,
      id: `r${at}`,
      priority: (at * 7) % 13,
      ...(when ? { when } : {}),
      ...(keywords ? { keywords: [...keywords] } : {}),
    }),
  ),
);
const whereArb = fc.constantFrom<ZoneWhere>(
  { province: '浙江省', city: '杭州市', district: '余杭区', text: '军区' },
  { province: '广东省', city: '东莞市', town: '虎门镇', text: '' },
  { province: '海南省' },
);
const factsArb = fc.record({
  pieces: fc.integer({ min: 1, max: 3 }),
  flashSale: fc.boolean(),
  grams: fc.integer({ min: 1, max: 2_000 }),
});

describe('whatever the table', () => {
  it('a rule for another province changes nothing here', () => {
    fc.assert(
      fc.property(rulesArb, ruleArb, whereArb, factsArb, (rules, more, where, facts) => {
        const first = rules[0];
        fc.pre(first !== undefined);
        const { when: _, keywords: __, ...plain } = more;
        const elsewhere = {
          ...plain,
          courier: first?.courier ?? '',
          id: 'more',
          regions: ['青海省'],
          priority: 0,
        };
        expect(courierVerdict(table(...rules, elsewhere), where, facts)).toEqual(
          courierVerdict(table(...rules), where, facts),
        );
      }),
    );
  });

  it('“no” always has a rule of the shop behind it, and nothing else is called out of zone', () => {
    fc.assert(
      fc.property(rulesArb, whereArb, factsArb, (rules, where, facts) => {
        const verdict = courierVerdict(table(...rules), where, facts);
        for (const entry of verdict.couriers)
          if (entry.reach !== 'unknown') expect(entry.rule?.reach).toBe(entry.reach);
        if (verdict.overall === 'no')
          expect(verdict.couriers.some(({ rule: by }) => by?.reach === 'no')).toBe(true);
        const answer = zoneAnswer(where, table(...rules), facts);
        expect(answer.level === 'stop').toBe(/超区/.test(answer.label['zh-CN']));
        if (answer.level === 'stop')
          expect(answer.verdict.couriers.some(({ rule: by }) => by?.reach === 'no')).toBe(true);
      }),
    );
  });

  it('the order of rows with different priorities does not matter', () => {
    fc.assert(
      fc.property(rulesArb, whereArb, factsArb, (rules, where, facts) => {
        const distinct = rules.map((one, at) => ({ ...one, priority: at }));
        const one = courierVerdict(table(...distinct), where, facts);
        const other = courierVerdict(table(...[...distinct].reverse()), where, facts);
        const plain = ({ couriers }: typeof one) =>
          couriers.map(({ courier, reach, rule: by }) => [courier, reach, by?.id]).sort();
        expect(plain(other)).toEqual(plain(one));
        expect(other.overall).toBe(one.overall);
      }),
    );
  });

  it('no phrase promises anything, and the wording check has nothing to say', () => {
    fc.assert(
      fc.property(
        rulesArb,
        whereArb,
        fc.record({ pieces: fc.option(fc.constant(1), { nil: undefined }) }),
        fc.boolean(),
        (rules, where, { pieces }, flashSale) => {
          const question = {
            flashSale,
            total: 4_000,
            askManagerFrom: 5_000,
            wished: '甲',
            ...(pieces === undefined ? {} : { pieces }),
          };
          const { phrase = '' } = zoneAnswer(where, table(...rules), question);
          expect(phrase).toMatch(/^亲/);
          expect(phrase).not.toMatch(/肯定|保证|绝对|一定|超区|没有/);
          expect(
            checkWording(phrase, { platform: 'taobao', channel: 'chat' }).filter(
              ({ level }) => level === 'stop',
            ),
          ).toEqual([]);
        },
      ),
    );
  });

  it('a heavier parcel never costs less', () => {
    const feeArb = fc.record({
      first: fc.nat(9_999),
      firstUnit: fc.integer({ min: 1, max: 5_000 }),
      next: fc.nat(9_999),
      nextUnit: fc.integer({ min: 1, max: 5_000 }),
    });
    fc.assert(
      fc.property(feeArb, fc.nat(20_000), fc.nat(20_000), (fee, one, more) => {
        expect(surchargeFor(fee, one + more)).toBeGreaterThanOrEqual(surchargeFor(fee, one));
      }),
    );
  });
});
