import { describe, expect, test } from 'vitest';
import type { Order } from '../../../rules/orders/order.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { nextDue } from '../../../rules/shipping/next-due.ts';
import { DAY_MS, HOUR_MS } from '../../../rules/time/shanghai.ts';

const now = Date.parse('2026-03-05T12:00+08:00');
const paidAt = now - 3 * DAY_MS;
const jd = (patch: Partial<Order>): Order => ({ key: 'k', platform: 'jd', lines: [], paidAt, ...patch });

describe('what is due next on an order', () => {
  test.each<[string, Order, number | undefined]>([
    [
      'is its shipping, by the time the page shows, also when that has passed',
      jd({ status: 'unshipped', shipBy: now - DAY_MS }),
      now - DAY_MS,
    ],
    [
      'is its shipping while that is still to come',
      jd({ status: 'unshipped', shipBy: now + 5 * HOUR_MS }),
      now + 5 * HOUR_MS,
    ],
    [
      'is no pickup that the page cannot tell of',
      jd({ status: 'shipped', shippedAt: paidAt + HOUR_MS }),
      undefined,
    ],
    ['is nothing once it is done', jd({ status: 'done', shipBy: now - DAY_MS }), undefined],
  ])('%s', (_, order, at) => expect(nextDue(order, exampleShop, now)?.at).toBe(at));

  test('is the pickup where the tracking shows that none has been', () => {
    const order = jd({ status: 'shipped', shippedAt: paidAt + HOUR_MS, lastTrackText: '商家已打印面单' });
    expect(nextDue(order, exampleShop, now)?.what['zh-CN']).toBe('最晚揽收');
  });
});
