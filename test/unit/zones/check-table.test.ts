import { describe, expect, it } from 'vitest';
import { exampleCouriers } from '../../../rules/packs/example-shop.ts';
import { checkTable } from '../../../rules/zones/check-table.ts';
import { findRegion } from '../../../rules/zones/find-place.ts';
import { provinceTiles } from '../../../rules/zones/province-tiles.ts';
import type { CourierRule, CourierTable } from '../../../rules/zones/table.ts';
import { byPrecedence } from '../../../rules/zones/table-index.ts';

const everywhere: CourierRule = { id: 'all', courier: '乙', regions: [], reach: 'reaches', priority: 90 };
const rule = (more: Partial<CourierRule>): CourierRule => ({
  id: 'r',
  courier: '甲',
  regions: ['浙江省'],
  reach: 'reaches',
  priority: 10,
  ...more,
});
const table = (...rules: CourierRule[]): CourierTable => ({ name: 't', example: false, rules });
const check = (...rules: CourierRule[]) => checkTable(table(...rules, everywhere), findRegion);
const found = (...rules: CourierRule[]): string[] =>
  check(...rules).map(({ kind, level }) => `${kind} ${level}`);
const words = (...rules: CourierRule[]): string =>
  check(...rules)
    .map(({ text }) => text['zh-CN'])
    .join('|');

describe('what the check of a table finds', () => {
  it('finds nothing in the example shop but what is open there', () => {
    expect(checkTable(exampleCouriers, findRegion)).toEqual([]);
  });

  it.each<[string, Partial<CourierRule>, string[]]>([
    ['a good rule', {}, []],
    ['a province nobody knows', { regions: ['浙讲省'] }, ['unknown-region warn']],
    ['a city of another province', { regions: ['浙江省/合肥市'] }, ['unknown-region warn']],
    ['a district of two cities', { regions: ['河北省/桥西区'] }, ['open-region warn']],
    ['a former district', { regions: ['河北省/石家庄市/桥东区'] }, []],
    ['a town of a city without districts', { regions: ['广东省/东莞市/虎门镇'] }, []],
    ['a county its province governs', { regions: ['海南省/琼海市'] }, []],
    ['an empty region', { regions: [' '] }, ['unknown-region stop', 'unknown-region warn']],
    ['no courier', { courier: ' ' }, ['courier-name stop']],
    ['least over most', { when: { minPieces: 3, maxPieces: 2 } }, ['impossible stop']],
    ['a total from over a total to', { when: { minTotal: 5_000, maxTotal: 4_999 } }, ['impossible stop']],
    ['no piece at all', { when: { maxPieces: 0 } }, ['impossible stop']],
    ['half a fen', { when: { minTotal: 0.5 } }, ['bad-value stop']],
    ['a surcharge without fee', { reach: 'surcharge' }, ['fee warn']],
    ['a fee without surcharge', { surcharge: { first: 100 } }, ['fee warn']],
    ['a negative fee', { reach: 'surcharge', surcharge: { first: -1 } }, ['bad-value stop']],
    ['three decimals', { reach: 'surcharge', surcharge: { first: 1_800.5 } }, ['bad-value stop']],
    ['a further fee without weight', { reach: 'surcharge', surcharge: { first: 1, next: 1 } }, ['fee warn']],
    ['days the wrong way round', { days: { least: 5, most: 3 } }, ['bad-value stop']],
    ['the corps outside 新疆', { corps: true }, ['impossible stop']],
    ['the corps', { corps: true, regions: [] }, []],
  ])('%s', (_, more, expected) => {
    expect(found(rule(more))).toEqual(expected);
  });

  it('says what was probably meant', () => {
    expect(words(rule({ regions: ['浙江省/杭洲市'] }))).toContain('是不是 浙江省/杭州市');
    expect(words(rule({ regions: ['杭州市'] }))).toContain('是不是 浙江省/杭州市');
  });

  it('tells which of two contradicting rules wins, and why', () => {
    const two = [rule({ id: 'a' }), rule({ id: 'b', reach: 'no', priority: 5 })];
    const finding = check(...two).find(({ kind }) => kind === 'conflict');
    expect(finding).toMatchObject({ level: 'warn', rules: ['b', 'a'] });
    expect(finding?.text['zh-CN']).toContain('优先 5 小于 10');
    expect(words(rule({ id: 'a' }), rule({ id: 'b', reach: 'no' }))).toContain('它在前面');
  });

  it.each<[string, CourierRule[], string[]]>([
    [
      'the same region written differently',
      [rule({ id: 'a' }), rule({ id: 'b', regions: ['浙江'], reach: 'no' })],
      ['conflict warn', 'never-decides warn'],
    ],
    ['the same twice', [rule({ id: 'a' }), rule({ id: 'b' })], ['doubled info']],
    [
      'a region inside another',
      [rule({ id: 'a' }), rule({ id: 'b', regions: ['浙江省/杭州市'], reach: 'no' })],
      [],
    ],
    [
      'conditions that do not meet',
      [rule({ id: 'a', when: { maxPieces: 1 } }), rule({ id: 'b', when: { minPieces: 2 }, reach: 'no' })],
      [],
    ],
    [
      'conditions that meet',
      [rule({ id: 'a', when: { maxPieces: 5 } }), rule({ id: 'b', when: { minPieces: 5 }, reach: 'no' })],
      ['conflict warn'],
    ],
    [
      'a condition inside another of equal number',
      [
        rule({ id: 'a', when: { minPieces: 2 } }),
        rule({ id: 'b', when: { minPieces: 3 }, reach: 'no', priority: 20 }),
      ],
      ['never-decides warn'],
    ],
    [
      'one of two regions',
      [rule({ id: 'a' }), rule({ id: 'b', regions: ['浙江省', '江苏省'], reach: 'no' })],
      ['conflict warn'],
    ],
    ['two couriers', [rule({ id: 'a' }), rule({ id: 'b', courier: '丙', reach: 'no' })], []],
    ['words beside none', [rule({ id: 'a' }), rule({ id: 'b', keywords: ['军区'], reach: 'no' })], []],
    [
      'a courier under two names',
      [rule({ id: 'a', courier: '申通' }), rule({ id: 'b', courier: '申通快递', regions: ['江苏省'] })],
      ['courier-name warn'],
    ],
    ['an id twice', [rule({ id: 'a' }), rule({ id: 'a', regions: ['江苏省'] })], ['doubled-id stop']],
  ])('%s', (_, rules, expected) => {
    expect(found(...rules)).toEqual(expected);
  });

  it('names the provinces no rule speaks of, and those of which only parts are written', () => {
    const all = provinceTiles.map(({ name }) => name);
    const most = rule({ regions: all.filter((name) => name !== '青海省' && name !== '西藏自治区') });
    const part = rule({ id: 'part', regions: ['西藏自治区/拉萨市'] });
    const texts = checkTable(table(most, part), findRegion).map(({ text }) => text['zh-CN']);
    expect(texts).toHaveLength(2);
    expect(texts[0]).toMatch(/1 个省没有任何规则.*：青海$/);
    expect(texts[1]).toMatch(/一部分.*：西藏$/);
    expect(checkTable(table(part, everywhere), findRegion)).toEqual([]);
  });

  it('orders rules as the verdict does', () => {
    const entry = (row: number, conditions: number, priority: number) => ({
      rule: rule({ priority }),
      courier: 0,
      row,
      conditions,
    });
    const sorted = [entry(0, 0, 1), entry(1, 1, 9), entry(2, 1, 5), entry(3, 1, 5)].sort(byPrecedence);
    expect(sorted.map(({ row }) => row)).toEqual([2, 3, 1, 0]);
  });

  it('does ten times the rules with about ten times the work', () => {
    const many = (count: number): CourierTable =>
      table(
        ...Array.from({ length: count }, (_, at) =>
          rule({
            id: `r${at}`,
            courier: `快递${at % 7}`,
            regions: [all[at % all.length] ?? ''],
            priority: at % 13,
          }),
        ),
      );
    const all = provinceTiles.map(({ name }) => name);
    let compared = 0;
    const count = (size: number): number => {
      compared = 0;
      checkTable(many(size), (region) => {
        compared += 1;
        return findRegion(region);
      });
      return compared;
    };
    // Names are looked up once each, however many rules carry them.
    expect(count(5_000)).toBeLessThanOrEqual(count(500) + all.length);
  });
});
