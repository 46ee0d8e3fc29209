import { beforeAll, describe, expect, it } from 'vitest';
import type { FrameView } from '../../../content/desks/frame-view.ts';
import { frameJson, readFrameJson } from '../../../content/desks/frame-wire.ts';
import { pictureOrders } from '../../../content/desks/orders-desk.ts';
import { loadRegions, regionOf } from '../../../rules/address/index.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { jdOrderFacts, jdOrders } from '../../../sandbox/generator/jd-orders.ts';

const now = Date.parse('2026-03-05T12:00+08:00');
/** The desk only hands elements on. */
const element = {} as Element;

function viewOf(rows: number): FrameView {
  const facts = jdOrders({ seed: '1', now, rows }).orders.map((order) => ({
    order: jdOrderFacts(order),
    element,
    mark: element,
  }));
  const { view } = pictureOrders(facts, exampleShop, now, 'zh-CN', { regionOf });
  return { health: [], hasEditor: false, since: { orders: now }, obstacles: [], orders: view };
}

/** The same orders again and again, each with a number of its own: cheaper than reading thousands of addresses. */
function grown(view: FrameView, rows: number): FrameView {
  const { orders } = view;
  if (!orders) return view;
  const again = <T>(list: readonly T[], count: number, copy: (one: T, at: number) => T): T[] =>
    Array.from({ length: count }, (_, at) => list[at % list.length]).flatMap((one, at) =>
      one === undefined ? [] : [copy(one, at)],
    );
  const key = (at: number): string => String(300_000_000_000 + at);
  const times = rows / orders.list.length;
  return {
    ...view,
    orders: {
      ...orders,
      list: again(orders.list, rows, (row, at) => ({
        ...row,
        order: { ...row.order, key: key(at), orderId: key(at) },
      })),
      counts: orders.counts.map((count) => ({
        ...count,
        orders: again(count.orders, count.orders.length * times, (_, at) => ({
          key: key(at),
          orderId: key(at),
        })),
      })),
    },
  };
}

beforeAll(() => loadRegions());

describe('the view of a frame with orders', () => {
  it('comes out as it went in, with every text', () => {
    const view = viewOf(150);
    const json = frameJson(view);
    expect(readFrameJson(json)).toEqual(JSON.parse(JSON.stringify(view)));
    expect(json.length).toBeLessThan(JSON.stringify(view).length / 1.2);
  });

  it('carries two thousand orders whole, within what a message may hold', () => {
    const json = frameJson(grown(viewOf(200), 2_000));
    expect(json.length).toBeLessThan(2_000_000);
    const { orders } = readFrameJson(json);
    expect(orders?.list).toHaveLength(2_000);
    expect(orders?.named).toBeUndefined();
  });

  it('lists fewer where there are more than it can carry: those with flags, in the order of the page', () => {
    const view = viewOf(150);
    const limit = frameJson(view).length / 2;
    const json = frameJson(view, limit);
    expect(json.length).toBeLessThanOrEqual(limit);
    const { orders } = readFrameJson(json);
    expect(orders?.named).toBe(150);
    expect(orders?.rows).toBe(150);
    const all = view.orders?.list.map(({ order }) => order.key) ?? [];
    const kept = orders?.list.map(({ order }) => order.key) ?? [];
    expect(kept.length).toBeGreaterThan(15);
    expect(kept).toEqual(all.filter((key) => kept.includes(key)));
    const flagged = view.orders?.list.filter(({ flags }) => flags.length > 0).length ?? 0;
    const keptPlain = orders?.list.filter(({ flags }) => flags.length === 0).length ?? 0;
    expect(keptPlain === 0 || kept.length - keptPlain === flagged).toBe(true);
  });
});
