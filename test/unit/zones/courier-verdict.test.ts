import { describe, expect, it } from 'vitest';
import { exampleCouriers, exampleShop } from '../../../rules/packs/example-shop.ts';
import { type CourierRule, courierVerdict, surchargeFor } from '../../../rules/zones/index.ts';

const verdict = (province: string, pieces?: number, more = {}) =>
  courierVerdict(exampleCouriers, { province }, { ...(pieces === undefined ? {} : { pieces }), ...more });
const reachOf = (province: string, courier: string, pieces?: number): string | undefined =>
  verdict(province, pieces).couriers.find((entry) => entry.courier === courier)?.reach;

describe('the example shop (mission.md B2, B3)', () => {
  it.each([
    ['浙江省', 1, 'reaches', '中国邮政', 'post-default'],
    ['浙江省', 2, 'reaches', '中国邮政', 'post-default'],
    ['广东省', 1, 'reaches', '申通', 'sto-single'],
    ['广东省', 2, 'reaches', '圆通', 'yto-two-or-more'],
    ['北京市', 1, 'reaches', '申通', 'sto-single'],
    ['云南省', 2, 'reaches', '圆通', 'yto-two-or-more'],
    ['海南省', 1, 'surcharge', '中国邮政', 'post-surcharge'],
    ['海南省', 2, 'reaches', '圆通', 'yto-two-or-more'],
    ['青海省', 1, 'reaches', '韵达', 'yunda-qinghai'],
    ['青海省', 3, 'reaches', '韵达', 'yunda-qinghai'],
    ['新疆维吾尔自治区', 1, 'surcharge', '中国邮政', 'post-surcharge'],
    ['新疆维吾尔自治区', 5, 'surcharge', '中国邮政', 'post-surcharge'],
    ['西藏自治区', 1, 'surcharge', '京东', 'jd-tibet'],
    ['西藏自治区', 2, 'surcharge', '京东', 'jd-tibet'],
    ['宁夏回族自治区', 1, 'reaches', '申通', 'sto-single'],
  ])('%s, %i piece(s): %s by %s, decided by %s', (province, pieces, overall, courier, rule) => {
    const found = verdict(province, pieces);
    expect(found.overall).toBe(overall);
    expect(found.best).toMatchObject({ courier, rule: { id: rule } });
  });

  it('refuses two pieces to 宁夏, and says which rule does', () => {
    const found = verdict('宁夏回族自治区', 2);
    expect(found.overall).toBe('no');
    expect(found.best).toBeUndefined();
    expect(found.couriers.find(({ courier }) => courier === '圆通')?.rule?.id).toBe('yto-not-there');
  });

  it.each([
    ['圆通', '新疆维吾尔自治区', 'no'],
    ['圆通', '西藏自治区', 'no'],
    ['圆通', '宁夏回族自治区', 'no'],
    ['圆通', '青海省', 'no'],
    ['申通', '新疆维吾尔自治区', 'no'],
    ['申通', '西藏自治区', 'no'],
    ['申通', '青海省', 'no'],
    ['申通', '海南省', 'no'],
    ['京东', '新疆维吾尔自治区', 'no'],
    ['中国邮政', '西藏自治区', 'slow'],
    ['中国邮政', '广西壮族自治区', 'surcharge'],
    ['中国邮政', '广东省', 'unknown'],
    ['京东', '广东省', 'unknown'],
  ])('%s to %s: %s', (courier, province, reach) => {
    expect(reachOf(province, courier)).toBe(reach);
  });

  it('charges ¥18: the first kilogram to 新疆, the first three to 西藏', () => {
    expect(verdict('新疆维吾尔自治区', 1).best?.surcharge).toEqual({ first: 1800, firstUnit: 1000 });
    expect(verdict('西藏自治区', 1).best?.surcharge).toEqual({ first: 1800, firstUnit: 3000 });
  });

  it.each([
    [4_999, 'post-flash-buyer-pays'],
    [5_000, 'post-flash-ask-manager'],
  ])('a flash sale of %i fen that only the post reaches is decided by %s', (total, rule) => {
    expect(verdict('新疆维吾尔自治区', 1, { total, flashSale: true }).best?.rule?.id).toBe(rule);
    expect(verdict('新疆维吾尔自治区', 1, { total, flashSale: false }).best?.rule?.id).toBe('post-surcharge');
    expect(verdict('浙江省', 1, { total, flashSale: true }).overall).toBe('reaches');
  });

  it('is labelled as an example, and every rule has an id of its own and a note', () => {
    expect(exampleCouriers.example).toBe(true);
    const ids = exampleCouriers.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of exampleCouriers.rules) expect(rule.note, rule.id).toBeTruthy();
  });

  it('carries the numbers of the manuals', () => {
    expect(exampleShop).toMatchObject({
      minimumOrder: 1990,
      flashSale: { askManagerFrom: 5000 },
      goals: { meanReply: 30, monthMeanReply: 50, firstReply: 10, breach: 60 },
    });
    expect(exampleShop.dispatch.map(({ before }) => before)).toEqual(['11:00', '16:00', undefined]);
    expect(exampleShop.remoteProvinces).toHaveLength(6);
  });
});

describe('any table', () => {
  const rule = (more: Partial<CourierRule>): CourierRule => ({
    id: 'r',
    courier: '甲',
    regions: [],
    reach: 'reaches',
    priority: 1,
    ...more,
  });
  const decide = (rules: CourierRule[], region: Record<string, string>, facts = {}) =>
    courierVerdict({ name: 't', example: false, rules }, region, facts);
  const somewhere = { province: '浙江省', city: '杭州市', district: '余杭区' };

  it('lets the longest region decide, whatever the order of the rows', () => {
    const rules = [
      rule({ id: 'district', regions: ['浙江省/杭州市/余杭区'], reach: 'no' }),
      rule({ id: 'default', regions: [] }),
      rule({ id: 'province', regions: ['浙江省'], reach: 'surcharge', surcharge: { first: 100 } }),
      rule({ id: 'city', regions: ['浙江省/杭州市'], reach: 'slow' }),
    ];
    for (const rows of [rules, [...rules].reverse()]) {
      expect(decide(rows, somewhere).couriers[0]?.rule?.id).toBe('district');
      expect(decide(rows, { province: '浙江省', city: '杭州市' }).couriers[0]?.rule?.id).toBe('city');
      expect(decide(rows, { province: '浙江省' }).couriers[0]?.rule?.id).toBe('province');
      expect(decide(rows, { province: '江苏省' }).couriers[0]?.rule?.id).toBe('default');
    }
  });

  it.each([
    ['浙江', '浙江省'],
    ['新疆', '新疆维吾尔自治区'],
    ['内蒙古', '内蒙古自治区'],
    ['香港', '香港特别行政区'],
  ])('reads %s in a table as %s', (written, province) => {
    expect(decide([rule({ regions: [written], reach: 'no' })], { province }).overall).toBe('no');
  });

  it('finds a county without a city where the table writes it below its province', () => {
    const rules = [rule({ regions: ['海南省/琼海市'], reach: 'no' })];
    expect(decide(rules, { province: '海南省', district: '琼海市' }).overall).toBe('no');
    expect(decide(rules, { province: '海南省', district: '文昌市' }).overall).toBe('unknown');
  });

  it('does not take a district for its namesake of another kind or city', () => {
    const rules = [rule({ regions: ['河北省/邢台市/邢台县'], reach: 'no' })];
    expect(decide(rules, { province: '河北省', city: '邢台市', district: '信都区' }).overall).toBe('unknown');
    const open = [rule({ regions: ['河北省/石家庄市/桥西区'], reach: 'no' })];
    expect(decide(open, { province: '河北省', city: '张家口市', district: '桥西区' }).overall).toBe(
      'unknown',
    );
  });

  it('never calls silence out of zone', () => {
    expect(decide([], somewhere).overall).toBe('unknown');
    expect(decide([rule({ regions: ['江苏省'], reach: 'no' })], somewhere).overall).toBe('unknown');
    expect(decide([rule({ when: { minPieces: 2 } })], somewhere).overall).toBe('unknown');
    expect(decide([rule({ when: { flashSale: true }, reach: 'no' })], somewhere).overall).toBe('unknown');
  });

  it('takes the more specific condition, then the lower priority', () => {
    const rules = [
      rule({ id: 'plain', reach: 'reaches' }),
      rule({ id: 'flash', reach: 'no', when: { flashSale: true } }),
      rule({ id: 'flash-cheap', reach: 'slow', when: { flashSale: true, maxTotal: 999 } }),
    ];
    const by = (facts: object): string | undefined => decide(rules, somewhere, facts).couriers[0]?.rule?.id;
    expect([
      by({}),
      by({ flashSale: true }),
      by({ flashSale: true, total: 999 }),
      by({ flashSale: true, total: 1000 }),
    ]).toEqual(['plain', 'flash', 'flash-cheap', 'flash']);
    const equal = [rule({ id: 'second', priority: 2 }), rule({ id: 'first', priority: 1 })];
    expect(decide(equal, somewhere).best?.rule?.id).toBe('first');
  });

  it.each([
    [{ first: 1800, firstUnit: 1000 }, undefined, 1800],
    [{ first: 1800, firstUnit: 1000 }, 1000, 1800],
    [{ first: 1000, firstUnit: 1000, next: 800, nextUnit: 1000 }, 1001, 1800],
    [{ first: 1000, firstUnit: 1000, next: 800, nextUnit: 1000 }, 3000, 2600],
    [{ first: 1000, firstUnit: 1000, next: 800, nextUnit: 500 }, 1501, 2600],
  ])('%j for %s g costs %i fen', (surcharge, grams, fen) => {
    expect(surchargeFor(surcharge, grams)).toBe(fen);
  });
});
