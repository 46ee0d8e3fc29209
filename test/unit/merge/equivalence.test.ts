import { describe, expect, it } from 'vitest';
import { candidateOf, type MergeCandidate, mergeGroups, sameParcel } from '../../../rules/merge/index.ts';
import type { Order } from '../../../rules/orders/order.ts';
import fc from '../property.ts';

/** Few values of each, so that keys meet often; masked and absent ones among them. */
const some = <T>(...values: T[]) => fc.constantFrom<T | undefined>(undefined, ...values);
const orders = fc
  .array(
    fc.record({
      platform: fc.constantFrom<Order['platform']>('pdd', 'doudian', 'taobao', 'tmall', 'jd', 'kuaishou'),
      shop: some('甲店', '乙店'),
      buyerId: some('b1', 'b2', 'b3', 'b**'),
      receiver: some('许青禾', '许 青禾', '许**'),
      phone: some('13900001234', '139****1234'),
      address: some(
        '浙江省杭州市西湖区文一路8号',
        '浙江省杭州市西湖区文一路8号 ',
        '四川省成都市武侯区桐街9号',
        '浙江****',
      ),
      status: fc.constantFrom<Order['status']>('unshipped', 'unshipped', 'unshipped', 'shipped'),
    }),
    { maxLength: 40 },
  )
  .map((rows) =>
    rows.map((row, index): Order => {
      const told = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
      return {
        ...(told as Partial<Order>),
        key: `o${index}`,
        orderId: `n${index}`,
        platform: row.platform,
        lines: [],
      };
    }),
  );
const region = (address: string) => ({
  code: address.startsWith('浙') ? '330106' : '510107',
  confidence: 1,
  inferred: [],
  reasons: [],
});
const candidates = (all: readonly Order[]): MergeCandidate[] =>
  all.flatMap((order) => candidateOf(order, { regionOf: region }) ?? []);
const sets = (groups: readonly MergeCandidate[][]): string[] =>
  groups
    .map((group) =>
      group
        .map(({ key }) => key)
        .sort()
        .join(' '),
    )
    .sort();

describe('which orders are one parcel’s candidates', () => {
  it('is an equivalence: every order is in one group at most, and a group is never of one', () => {
    fc.assert(
      fc.property(orders, (all) => {
        const groups = sameParcel(candidates(all));
        const keys = groups.flatMap((group) => group.map(({ key }) => key));
        expect(new Set(keys).size).toBe(keys.length);
        expect(groups.every((group) => group.length > 1)).toBe(true);
      }),
    );
  });

  it('does not depend on the order in which the rows stand', () => {
    fc.assert(
      fc.property(orders, fc.infiniteStream(fc.nat()), (all, random) => {
        const shuffled = [...all]
          .map((order) => ({ order, at: random.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ order }) => order);
        expect(sets(sameParcel(candidates(shuffled)))).toEqual(sets(sameParcel(candidates(all))));
      }),
    );
  });

  it('never joins two shops, two platforms or two places', () => {
    fc.assert(
      fc.property(orders, (all) => {
        for (const group of sameParcel(candidates(all))) {
          for (const field of ['platform', 'shop'] as const) {
            expect(new Set(group.map((one) => one[field])).size).toBe(1);
          }
          expect(new Set(group.flatMap((one) => one.region ?? [])).size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('joins nobody by masked text alone', () => {
    const masked = fc.record({
      receiver: fc.constantFrom('许**', '林**'),
      phone: fc.constantFrom('139****1234', '13800001111'),
      address: fc.constantFrom('浙江省杭州市西湖区****', '浙江省杭州市西湖区文一路8号'),
    });
    fc.assert(
      fc.property(
        fc.array(masked, { maxLength: 20 }),
        fc.constantFrom<Order['platform']>('pdd', 'jd', 'doudian'),
        (all, platform) => {
          const rows = all.map(
            (row, index): Order => ({ ...row, key: `o${index}`, platform, status: 'unshipped', lines: [] }),
          );
          expect(mergeGroups(rows, 0)).toEqual([]);
        },
      ),
    );
  });

  it('groups as many orders with work that grows with their number', () => {
    const looks = (n: number): number => {
      let count = 0;
      const rows = Array.from({ length: n }, (_, index) => {
        const order: Order = {
          key: `o${index}`,
          platform: index % 3 === 0 ? 'pdd' : 'jd',
          status: 'unshipped',
          buyerId: `b${index % Math.ceil(n / 4)}`,
          receiver: '许青禾',
          phone: `1390000${index % 7}`,
          address: '浙江省杭州市西湖区文一路8号',
          lines: [],
        };
        return new Proxy(candidateOf(order) as MergeCandidate, {
          get(target, name) {
            count += 1;
            return Reflect.get(target, name);
          },
        });
      });
      sameParcel(rows);
      return count;
    };
    expect(looks(4_000) / looks(1_000)).toBeLessThan(4.5);
  });
});
