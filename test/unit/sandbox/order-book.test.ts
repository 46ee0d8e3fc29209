import { describe, expect, it } from 'vitest';
import { DAY_MS, startOfShanghaiDay } from '../../../rules/time/shanghai.ts';
import { jdOrders } from '../../../sandbox/generator/jd-orders.ts';
import { orderCases } from '../../../sandbox/generator/order-cases.ts';
import { decidedFlags } from '../../../sandbox/generator/order-shape.ts';

// 2026-09-08 14:00 in Shanghai.
const now = Date.UTC(2026, 8, 8, 6);
const moments = [now, Date.UTC(2026, 8, 7, 16), Date.UTC(2026, 8, 8, 15, 50)];

describe('the practice order book', () => {
  it('is equal for equal seed, time and size, and differs for another seed', () => {
    expect(jdOrders({ seed: 'a', now })).toEqual(jdOrders({ seed: 'a', now }));
    expect(jdOrders({ seed: 'a', now }).truth.rows).not.toEqual(jdOrders({ seed: 'b', now }).truth.rows);
  });

  it('has at least 60 orders in one seed, each with its own number', () => {
    const { rows } = jdOrders({ seed: '1', now }).truth;
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(new Set(rows.map((row) => row.orderId)).size).toBe(rows.length);
  });

  it.each(['1', '2', 'x'])('counts every flag of seed %s as the cases were placed', (seed) => {
    const { flags } = jdOrders({ seed, now }).truth;
    for (const flag of decidedFlags) {
      expect(flags[flag], flag).toHaveLength(orderCases.filter((of) => of.flags.includes(flag)).length);
    }
  });

  it.each(moments)('places late, today and open deadlines on the right side of %d and of midnight', (at) => {
    const { rows, flags } = jdOrders({ seed: '7', now: at }).truth;
    const midnight = startOfShanghaiDay(at) + DAY_MS;
    for (const { orderId = '', shipBy, status } of rows) {
      expect(shipBy !== undefined, orderId).toBe(status === 'unshipped');
      if (shipBy === undefined) continue;
      expect(shipBy < at, orderId).toBe(flags['ship-late'].includes(orderId));
      expect(shipBy >= at && shipBy < midnight, orderId).toBe(flags['ship-today'].includes(orderId));
    }
  });

  it('has exactly one order under ¥19.90 and one of exactly ¥19.90, also on a long page', () => {
    for (const rows of [66, 500]) {
      const amounts = jdOrders({ seed: '1', now, rows }).truth.rows.map((row) => row.amount ?? 0);
      expect(amounts.filter((amount) => amount < 1_990)).toEqual([1_880]);
      expect(amounts.filter((amount) => amount === 1_990)).toHaveLength(1);
    }
  });

  it('gives a merge group one buyer and one address, and look-alikes two buyers the page cannot tell apart', () => {
    const { rows, mergeGroups, lookAlikes } = jdOrders({ seed: '3', now, rows: 200 }).truth;
    const of = (ids: string[]) => ids.map((id) => rows.find((row) => row.orderId === id));
    expect(mergeGroups.length).toBeGreaterThanOrEqual(3);
    for (const group of mergeGroups) {
      const members = of(group);
      expect(new Set(members.map((row) => row?.buyerId)).size).toBe(1);
      expect(new Set(members.map((row) => row?.address)).size).toBe(1);
      expect(members.every((row) => row?.status === 'unshipped')).toBe(true);
    }
    for (const pair of lookAlikes) {
      const members = of(pair);
      expect(new Set(members.map((row) => row?.buyerId)).size).toBe(2);
      expect(new Set(members.map((row) => `${row?.receiver}${row?.phone}${row?.address}`)).size).toBe(1);
    }
  });

  it('never shows a receiver, a phone or a street unmasked', () => {
    const { orders, truth } = jdOrders({ seed: '1', now });
    truth.rows.forEach((row, index) => {
      const order = orders[index];
      expect(row.receiver).toMatch(/^.\*\*$/);
      expect(row.phone).toMatch(/^\d{3}\*{4}\d{4}$/);
      expect(row.address).toMatch(/\*{4,6}$/);
      expect(row.address).not.toContain(order?.street);
    });
  });

  it('cuts a group short without leaving a group of one', () => {
    for (const rows of [1, 25, 26, 27, 29]) {
      const { flags, mergeGroups } = jdOrders({ seed: '1', now, rows }).truth;
      expect(mergeGroups.every((group) => group.length > 1)).toBe(true);
      expect(flags.merge).toHaveLength(mergeGroups.flat().length);
    }
  });
});
