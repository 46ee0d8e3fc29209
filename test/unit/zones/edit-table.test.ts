import { describe, expect, test } from 'vitest';
import { exampleCouriers } from '../../../rules/packs/example-shop.ts';
import {
  byPriority,
  copyRule,
  moveRule,
  nextRuleId,
  putRule,
  replacedRules,
  setProvinces,
  splitProvince,
  withoutRule,
} from '../../../rules/zones/edit-table.ts';
import { provinceTiles } from '../../../rules/zones/province-tiles.ts';
import type { CourierRule } from '../../../rules/zones/table.ts';
import { courierVerdict } from '../../../rules/zones/verdict.ts';
import fc from '../property.ts';

const rule = (id: string, patch: Partial<CourierRule> = {}): CourierRule => ({
  id,
  courier: '甲',
  regions: [],
  reach: 'reaches',
  priority: 10,
  ...patch,
});
const asked = (rules: CourierRule[], province: string, facts: { pieces: number; flashSale?: boolean }) =>
  courierVerdict({ name: '', example: false, rules }, { province }, facts).couriers.find(
    ({ courier }) => courier === '甲',
  )?.reach;

describe('changes of a courier table', () => {
  test('one setting for several divisions replaces what stood for them, and only for them', () => {
    const before = [
      rule('a', { regions: ['河南省', '山东省', '河北省'] }),
      rule('b', { regions: ['河南省'], reach: 'slow', when: { flashSale: true } }),
      rule('c', { regions: ['河南省/洛阳市'], reach: 'slow' }),
      rule('d', { regions: ['河南省'], keywords: ['军区'], reach: 'slow' }),
      rule('e', { courier: '乙', regions: ['河南省'] }),
      rule('f'),
    ];
    const setting = { courier: '甲', reach: 'no' as const, priority: 20 };
    const after = setProvinces(before, ['河南省', '新疆维吾尔自治区'], setting);
    expect(after.map(({ id }) => id)).toEqual(['a', 'c', 'd', 'e', 'f', 'rule-7']);
    expect(after[0]?.regions).toEqual(['山东省', '河北省']);
    expect(after.at(-1)).toEqual({ id: 'rule-7', regions: ['河南省', '新疆维吾尔自治区'], ...setting });
    expect(replacedRules(before, ['河南省'], setting)).toBe(2);
  });

  test('a setting with a condition stands beside those with other conditions', () => {
    const before = [
      rule('a', { regions: ['河南省'] }),
      rule('b', { regions: ['河南省'], when: { minPieces: 2 } }),
    ];
    const after = setProvinces(before, ['河南省'], {
      courier: '甲',
      reach: 'no',
      priority: 10,
      when: { minPieces: 2 },
    });
    expect(after.map(({ reach, when }) => [reach, when?.minPieces])).toEqual([
      ['reaches', undefined],
      ['no', 2],
    ]);
  });

  test('whatever is set for divisions is what the verdict says there, and nowhere else', () => {
    const names = provinceTiles.map(({ name }) => name);
    fc.assert(
      fc.property(
        fc.subarray(names, { minLength: 1 }),
        fc.constantFrom('reaches', 'slow', 'no', 'unknown') as fc.Arbitrary<CourierRule['reach']>,
        fc.constantFrom('中国邮政', '圆通', '申通', '韵达', '京东', '甲'),
        fc.integer({ min: 1, max: 4 }),
        (chosen, reach, courier, pieces) => {
          const rules = setProvinces(exampleCouriers.rules, chosen, { courier, reach, priority: 10 });
          expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
          for (const province of names) {
            const said = (of: readonly CourierRule[]) =>
              courierVerdict(
                { name: '', example: false, rules: [...of] },
                { province },
                { pieces },
              ).couriers.find((one) => one.courier === courier)?.reach ?? 'unknown';
            expect(said(rules)).toBe(chosen.includes(province) ? reach : said(exampleCouriers.rules));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a rule whose last region is taken from it goes: left without any it would hold everywhere', () => {
    const after = setProvinces([rule('a', { regions: ['河南'] })], ['河南省'], {
      courier: '甲',
      reach: 'no',
      priority: 10,
    });
    expect(after).toHaveLength(1);
    expect(asked(after, '广东省', { pieces: 1 })).toBe('unknown');
  });

  test('one division of a rule for several gets a rule of its own, the others keep theirs', () => {
    const before = [rule('a', { regions: ['河南省', '山东省'], note: '默认' }), rule('b')];
    const after = splitProvince(before, 'a', '山东省', { ...rule('a'), reach: 'no' });
    expect(after.map(({ id, regions, reach }) => [id, regions, reach])).toEqual([
      ['a', ['河南省'], 'reaches'],
      ['rule-3', ['山东省'], 'no'],
      ['b', [], 'reaches'],
    ]);
    // A default keeps holding for everywhere else.
    const ofDefault = splitProvince(before, 'b', '广东省', { ...rule('b'), reach: 'slow' });
    expect(asked(ofDefault, '广东省', { pieces: 1 })).toBe('slow');
    expect(asked(ofDefault, '福建省', { pieces: 1 })).toBe('reaches');
  });

  test('a copy stands behind its rule with an id of its own; what is put or taken by id is that rule', () => {
    const before = [rule('rule-2'), rule('x')];
    expect(copyRule(before, 'rule-2').map(({ id }) => id)).toEqual(['rule-2', 'rule-3', 'x']);
    expect(nextRuleId([rule('rule-1'), rule('rule-3')])).toBe('rule-4');
    expect(putRule(before, rule('x', { note: '新' }))[1]?.note).toBe('新');
    expect(putRule(before, rule('y')).map(({ id }) => id)).toEqual(['rule-2', 'x', 'y']);
    expect(withoutRule(before, 'x').map(({ id }) => id)).toEqual(['rule-2']);
  });

  test('wherever a rule is moved, the order of priority then has it there and all others as before', () => {
    const some = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(some, fc.nat(), fc.nat(), (priorities, from, to) => {
        const rules = priorities.map((priority, at) => rule(`r${at}`, { priority }));
        const order = byPriority(rules).map(({ id }) => id);
        const id = order[from % order.length] ?? '';
        const others = order.filter((one) => one !== id);
        const at = to % (others.length + 1);
        const moved = byPriority(moveRule(rules, id, others[at])).map((one) => one.id);
        expect(moved).toEqual(others.toSpliced(at, 0, id));
      }),
    );
  });
});
