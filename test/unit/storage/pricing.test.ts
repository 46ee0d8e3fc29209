import { describe, expect, it } from 'vitest';
import { priceListStore, withList, withListBefore, withoutList } from '../../../storage/price-list.ts';
import {
  changesOf,
  priceLogStore,
  withoutChangesBefore,
  withPriceChange,
} from '../../../storage/price-log.ts';
import { mostChangesKept, type PriceChange } from '../../../storage/schemas/pricing.ts';

const change = (part: Partial<PriceChange> = {}): PriceChange => ({
  id: 'c',
  at: 1_000_000,
  place: 'dialog',
  platform: 'taobao',
  orderId: '4001',
  old: 6300,
  price: 5800,
  way: '减掉 5',
  ...part,
});
const logged = (...changes: PriceChange[]) => changes.reduce(withPriceChange, priceLogStore.defaults(0));

describe('the log of filled price changes', () => {
  it('counts the fills of one order, on one platform', () => {
    const log = logged(
      change(),
      change({ id: 'd', at: 2_000_000, old: 5800 }),
      change({ id: 'e', orderId: '4002' }),
      change({ id: 'f', platform: 'pdd' }),
      change({ id: 'g', place: 'field' }),
    );
    expect(log.changes).toHaveLength(5);
    expect(changesOf(log, 'taobao', '4001')).toBe(2);
  });

  it('a number corrected within a minute, before anything was confirmed, is one change', () => {
    const log = logged(change(), change({ id: 'd', at: 1_030_000, price: 5700 }));
    expect(log.changes.map(({ id }) => id)).toEqual(['d']);
    expect(logged(change(), change({ id: 'd', at: 1_060_000 })).changes).toHaveLength(2);
    const { orderId: _, ...unnamed } = change();
    expect(logged(unnamed, { ...unnamed, id: 'd' }).changes).toHaveLength(2);
  });

  it('keeps the newest, and forgets what is old', () => {
    const many = {
      ...priceLogStore.defaults(0),
      changes: Array.from({ length: mostChangesKept }, () => change()),
    };
    const log = withPriceChange(many, change({ id: 'last', orderId: 'x' }));
    expect(log.changes).toHaveLength(mostChangesKept);
    expect(log.changes.at(-1)?.id).toBe('last');
    expect(
      withoutChangesBefore(logged(change(), change({ at: 5_000_000, orderId: 'y' })), 2_000_000).changes,
    ).toHaveLength(1);
    expect(priceLogStore.schema.safeParse(log).success).toBe(true);
  });
});

describe('the live price list', () => {
  const prices = [{ code: 'A1', price: 1000 }];
  const first = withList(priceListStore.defaults(0), { prices, name: '一', way: 'replace' }, 10);

  it('an import can be taken back once, a clearing too', () => {
    const second = withList(first, { prices: [{ code: 'B2', price: 2000 }], name: '二', way: 'add' }, 20);
    expect(second).toMatchObject({ at: 20, name: '二', prices: [...prices, { code: 'B2', price: 2000 }] });
    const back = withListBefore(second, 30);
    expect(back).toMatchObject({ at: 10, name: '一', prices });
    expect(back && withListBefore(back, 40)).toBeUndefined();
    expect(withListBefore(withoutList(first, 20), 30)).toMatchObject({ at: 10, prices });
    expect(priceListStore.schema.safeParse(second).success).toBe(true);
  });
});
