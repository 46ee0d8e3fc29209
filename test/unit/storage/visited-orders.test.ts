import { describe, expect, it } from 'vitest';
import { pageOf } from '../../../content/desks/visited-orders.ts';
import type { Order } from '../../../rules/orders/order.ts';
import { shanghaiEpoch } from '../../../rules/time/shanghai.ts';
import { visitOrders } from '../../../storage/contracts/visited-orders.ts';
import type { SeenOrder } from '../../../storage/schemas/merge-candidate.ts';
import { joinedWith, mostVisited, visitedSchema, withVisited } from '../../../storage/visited-orders.ts';

const now = shanghaiEpoch(2026, 3, 2, 15) ?? 0;
const order = (orderId: string, more: Partial<Order> = {}): Order => ({
  key: orderId,
  orderId,
  platform: 'pdd',
  status: 'unshipped',
  lines: [],
  ...more,
});
const to = { receiver: '许青禾', phone: '13900001234', address: '浙江省杭州市西湖区文一路8号' };
const page = (...orders: Order[]) => pageOf(orders, { shop: 's' });
const ids = (seen: readonly SeenOrder[]): string[] => seen.map(({ orderId }) => orderId).sort();

describe('orders of the pages of a shift', () => {
  it('a page gets those of other pages that share a key with it, and not its own', () => {
    const first = page(order('1', to), order('2', { buyerId: 'b' }), order('3', { buyerId: 'c' }));
    const record = withVisited([], first, now);
    const second = page(order('4', to), order('5', { buyerId: 'b' }));
    expect(ids(joinedWith(withVisited(record, second, now + 1), second, now + 1))).toEqual(['1', '2']);
    expect(ids(joinedWith(record, first, now))).toEqual([]);
  });

  it('orders are joined by way of others, and shops are kept apart', () => {
    const record = withVisited([], page(order('1', { ...to, buyerId: 'b' }), order('2', to)), now);
    const next = page(order('3', { buyerId: 'b' }));
    expect(ids(joinedWith(record, next, now))).toEqual(['1', '2']);
    expect(ids(joinedWith(record, pageOf([order('3', { buyerId: 'b' })], { shop: 'other' }), now))).toEqual(
      [],
    );
  });

  it('what is seen shipped or closed is no longer remembered; a row that is not understood changes nothing', () => {
    const record = withVisited([], page(order('1', to), order('2', to), order('3', to)), now);
    const { status: _, ...untold } = order('3', to);
    const next = page(
      order('1', { ...to, status: 'shipped' }),
      order('2', { ...to, status: 'closed' }),
      untold,
    );
    expect(ids(withVisited(record, next, now))).toEqual(['3']);
  });

  it('a night shift keeps its orders after the day has turned, for as long as it runs', () => {
    const evening = Date.parse('2026-03-04T23:00+08:00');
    const morning = Date.parse('2026-03-05T05:30+08:00');
    const began = Date.parse('2026-03-04T22:00+08:00');
    const record = withVisited([], page(order('1', to)), evening, began);
    const next = page(order('2', to));
    expect(ids(joinedWith(record, next, morning, began))).toEqual(['1']);
    expect(joinedWith(record, next, morning)).toEqual([]);
  });

  it('the next shift begins with none, and only so many are kept', () => {
    const record = withVisited([], page(order('1', to)), now);
    const tomorrow = now + 24 * 3_600_000;
    const next = page(order('2', to));
    expect(joinedWith(record, next, tomorrow)).toEqual([]);
    expect(ids(withVisited(record, next, tomorrow))).toEqual(['2']);
    let many: SeenOrder[] = [];
    for (let from = 0; from < mostVisited + 1_000; from += 1_000) {
      const rows = Array.from({ length: 1_000 }, (_, i) => order(`${from + i}`, to));
      many = withVisited(many, page(...rows), now);
    }
    expect(many).toHaveLength(mostVisited);
    expect(many[0]?.orderId).toBe('1000');
  });

  it('travel and lie as prints that pass the contract, without name, phone, address or memo', () => {
    const told = page(
      order('1', { ...to, buyerId: 'b-77', memo: '加急，改地址' }),
      order('2', { status: 'done' }),
    );
    expect(visitOrders.input.safeParse(told).success).toBe(true);
    const record = withVisited([], told, now);
    expect(visitedSchema.safeParse(record).success).toBe(true);
    for (const secret of [to.receiver, to.phone, '文一路', 'b-77', '加急']) {
      expect(JSON.stringify(record)).not.toContain(secret);
    }
    expect(record[0]?.traits).toEqual(['edited']);
  });
});
