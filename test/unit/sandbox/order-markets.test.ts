import { describe, expect, it } from 'vitest';
import { orderCases } from '../../../sandbox/generator/order-cases.ts';
import type { OrderMarket } from '../../../sandbox/generator/order-market.ts';
import { decidedFlags } from '../../../sandbox/generator/order-shape.ts';
import { placeOrders } from '../../../sandbox/generator/orders.ts';
import { ordersTruth } from '../../../sandbox/generator/orders-truth.ts';

// 2026-09-08 14:00 in Shanghai.
const now = Date.UTC(2026, 8, 8, 6);

describe('the order book of each marketplace', () => {
  const forms: [OrderMarket, RegExp][] = [
    ['jd', /^3\d{11}$/],
    ['pdd', /^26(?:08|09)\d{2}-\d{15}$/],
    ['doudian', /^69\d{17}$/],
    ['taobao', /^29\d{17}$/],
    ['xiaohongshu', /^P\d{18}$/],
  ];

  it.each(forms)('%s: every number has the marketplace’s form and stands once', (market, form) => {
    const { orders } = placeOrders({ market, seed: '1', now, rows: 400 });
    expect(orders.filter(({ orderId }) => !form.test(orderId))).toEqual([]);
    expect(new Set(orders.map(({ orderId }) => orderId)).size).toBe(400);
  });

  it.each(forms)('%s: every case is placed, freight or not', (market) => {
    const { flags, orders } = placeOrders({ market, seed: '1', now });
    // Refunds are no case: 抖店 shows them on lines of any.
    const ofCases = decidedFlags.filter((flag) => flag !== 'refund-only');
    expect(flags['refund-only'].length > 0).toBe(market === 'doudian');
    for (const flag of ofCases) {
      expect(flags[flag], flag).toHaveLength(orderCases.filter((of) => of.flags.includes(flag)).length);
    }
    expect(orders.some(({ freight }) => freight > 0)).toBe(market !== 'jd');
    expect(
      orders.filter(
        ({ status, trackingNo }) => (trackingNo !== undefined) !== /^(?:shipped|done)$/.test(status),
      ),
    ).toEqual([]);
  });

  it('a page that shows neither address, buyer id, deadline nor memo has none of the flags that rest on them', () => {
    const { flags, mergeGroups } = ordersTruth(
      placeOrders({ market: 'taobao', seed: '1', now }),
      (order) => ({
        key: order.orderId,
        platform: 'taobao',
        orderId: order.orderId,
        amount: order.amount,
        status: order.status,
        lines: [],
      }),
    );
    const left = Object.entries(flags).filter(([, ids]) => ids.length > 0);
    expect(Object.fromEntries(left.map(([flag, ids]) => [flag, ids.length]))).toEqual({
      'below-minimum': 1,
      unpaid: 4,
    });
    expect(mergeGroups).toEqual([]);
  });
});
