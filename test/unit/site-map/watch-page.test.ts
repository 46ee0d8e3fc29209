// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OrdersFact, PageFact, PageReading, ReviewsFact } from '../../../content/site-map/facts.ts';
import { mapOf, type WatchedPage, watch } from './page-harness.ts';

const ordersPage = {
  kind: 'orders',
  when: { path: '^/' },
  root: '#list',
  item: '.row',
  fields: { orderId: '.no', amount: '.money', status: '.status' },
  statuses: { 待发货: 'unshipped' },
};
const rowHtml = (no: number): string =>
  `<div class="row"><b class="no">${no}</b><i class="money">¥${no}.00</i><u class="status">待发货</u></div>`;
const rows = (count: number): string => Array.from({ length: count }, (_, i) => rowHtml(i + 1)).join('');
function factOf<T extends PageFact>(readings: PageReading[], kind: T['kind']): T {
  const fact = readings.find((reading) => reading.kind === kind)?.fact;
  if (!fact) throw new Error(`no ${kind}`);
  return fact as T;
}
const orders = (readings: PageReading[]): OrdersFact['rows'] => factOf<OrdersFact>(readings, 'orders').rows;
const get = (css: string): Element => {
  const found = document.querySelector(css);
  if (!found) throw new Error(`no ${css}`);
  return found;
};

let page: WatchedPage;

beforeEach(() => {
  document.body.innerHTML = `<main id="list">${rows(100)}</main>`;
});
afterEach(() => page.stop());

describe('a watched page', () => {
  it('is read once, as a task of its own, never from inside the call', async () => {
    page = watch([mapOf([ordersPage])]);
    expect(page.calls).toHaveLength(0);
    await page.settle();
    expect(page.calls).toHaveLength(1);
    expect(page.rowReads()).toBe(100);
    expect(orders(page.readings())).toHaveLength(100);
    expect(orders(page.readings())[4]?.order).toMatchObject({
      key: '5',
      orderId: '5',
      amount: 500,
      status: 'unshipped',
    });
  });

  it('reads only the touched row again, and every other row keeps its fact', async () => {
    page = watch([mapOf([ordersPage])]);
    await page.settle();
    page.rowReads();
    const before = orders(page.readings());
    get('.row:nth-child(7) .money').textContent = '¥9.90';
    await page.settle();
    expect(page.rowReads()).toBe(1);
    const after = orders(page.readings());
    expect(after[6]?.order.amount).toBe(990);
    expect(after.filter((row, i) => row !== before[i])).toHaveLength(1);
  });

  it('reads a row by its changed text node and by its changed attributes, but not by attributes no map uses', async () => {
    const byAttribute = {
      ...ordersPage,
      fields: { ...ordersPage.fields, memo: { css: '.no', attr: 'data-memo' } },
    };
    page = watch([mapOf([byAttribute])]);
    await page.settle();
    page.rowReads();
    const text = get('.row:nth-child(3) .money').firstChild;
    if (text) text.nodeValue = '¥1.00';
    await page.settle();
    expect(page.rowReads()).toBe(1);
    get('.row:nth-child(4) .no').setAttribute('data-memo', '送贺卡');
    await page.settle();
    expect(page.rowReads()).toBe(1);
    expect(orders(page.readings())[3]?.order.memo).toBe('送贺卡');
    get('.row:nth-child(5) .no').setAttribute('title', 'x');
    await page.settle();
    expect(page.rowReads()).toBe(0);
  });

  it('reads an added row only, drops a removed one, and keeps the document order', async () => {
    page = watch([mapOf([ordersPage])]);
    await page.settle();
    page.rowReads();
    get('.row').insertAdjacentHTML('beforebegin', rowHtml(900));
    get('.row:nth-child(3)').remove();
    await page.settle();
    expect(page.rowReads()).toBe(1);
    expect(
      orders(page.readings())
        .map((row) => row.order.key)
        .slice(0, 3),
    ).toEqual(['900', '1', '3']);
  });

  it('reads a row again that was changed while it was out of the page', async () => {
    page = watch([mapOf([ordersPage])]);
    await page.settle();
    const row = get('.row:nth-child(2)');
    row.remove();
    const no = row.querySelector('.no');
    if (no) no.textContent = '777';
    get('#list').append(row);
    await page.settle();
    expect(orders(page.readings()).at(-1)?.order.orderId).toBe('777');
  });

  it('says nothing when a touched row says the same as before', async () => {
    page = watch([mapOf([ordersPage])]);
    await page.settle();
    get('.row .money').textContent = '¥1.00';
    await page.settle();
    expect(page.calls).toHaveLength(1);
  });

  it('reads many changes of one task together', async () => {
    page = watch([mapOf([ordersPage])]);
    await page.settle();
    for (const cell of document.querySelectorAll('.money')) cell.textContent = '¥2.00';
    await page.settle();
    expect(page.calls).toHaveLength(2);
  });

  it('reads many rows in several tasks and hands them out together', async () => {
    page = watch([mapOf([ordersPage])], { rowMs: 1 });
    await page.settle();
    expect(page.calls).toHaveLength(0);
    expect(page.rowReads()).toBe(20);
    get('.row:nth-child(2) .money').textContent = '¥7.00';
    for (let task = 0; task < 5; task += 1) await page.settle();
    expect(page.calls).toHaveLength(1);
    expect(page.rowReads()).toBe(81);
    expect(orders(page.readings())).toHaveLength(100);
    expect(orders(page.readings())[1]?.order.amount).toBe(700);
  });

  it('survives its root being replaced', async () => {
    page = watch([mapOf([ordersPage])]);
    await page.settle();
    get('#list').remove();
    await page.settle();
    expect(orders(page.readings())).toHaveLength(0);
    document.body.insertAdjacentHTML('beforeend', `<main id="list">${rows(3)}</main>`);
    await page.settle();
    expect(orders(page.readings())).toHaveLength(3);
  });

  it('ignores what we add, and reports at once when the page takes it out', async () => {
    page = watch([mapOf([ordersPage])]);
    await page.settle();
    const mark = document.createElement('shoubian-mark');
    get('.row:nth-child(2)').append(mark);
    mark.setAttribute('class', 'x');
    await page.settle();
    expect(page.calls).toHaveLength(1);
    page.rowReads();
    mark.remove();
    await page.settle();
    expect(page.calls).toHaveLength(2);
    expect(page.rowReads()).toBe(0);
    get('.row:nth-child(2) .status').append(mark);
    await page.settle();
    get('.row:nth-child(2) .status').textContent = '待发货';
    await page.settle();
    expect(page.calls).toHaveLength(3);
    expect(page.calls[2]).toEqual(page.calls[0]);
  });

  it('stops completely on its signal', async () => {
    const observed = vi.spyOn(MutationObserver.prototype, 'observe');
    page = watch([mapOf([ordersPage])]);
    expect(observed).toHaveBeenCalledTimes(1);
    observed.mockRestore();
    await page.settle();
    page.stop();
    get('.row').remove();
    window.dispatchEvent(new Event('popstate'));
    await page.settle();
    await page.pass(60_000);
    expect(page.calls).toHaveLength(1);
    expect(page.pending()).toBe(0);
  });

  it('follows single-page navigation to another entry and back', async () => {
    const reviews = {
      kind: 'reviews',
      when: { path: '#/reviews$' },
      item: '.row',
      fields: { text: '.status' },
    };
    window.location.hash = '#/orders';
    page = watch([mapOf([{ ...ordersPage, when: { path: '#/orders$' } }, reviews])]);
    await page.settle();
    expect(page.readings().map((reading) => reading.kind)).toEqual(['orders']);
    window.location.hash = '#/reviews';
    window.dispatchEvent(new Event('hashchange'));
    await page.settle();
    expect(page.readings().map((reading) => reading.kind)).toEqual(['reviews']);
    expect(factOf<ReviewsFact>(page.readings(), 'reviews').rows[0]?.text).toBe('待发货');
    window.location.hash = '';
  });

  it('notices a new address by the next change of the page where no navigation event comes', async () => {
    page = watch([mapOf([{ ...ordersPage, when: { path: '#/orders$' } }])]);
    await page.settle();
    expect(page.readings()).toEqual([]);
    window.location.hash = '#/orders';
    get('.row').remove();
    await page.settle();
    expect(page.readings()).toHaveLength(1);
    window.location.hash = '';
  });

  it('takes the first entry of a kind that applies, several kinds at once, and `has`', async () => {
    const first = { ...ordersPage, when: { has: '.missing' } };
    const second = { ...ordersPage, when: { has: '.row' } };
    const reviews = { kind: 'reviews', item: '.row', fields: { text: '.status' } };
    page = watch([mapOf([first, second, { ...ordersPage, item: '.never' }, reviews])]);
    await page.settle();
    expect(page.readings().map((reading) => reading.kind)).toEqual(['orders', 'reviews']);
    expect(orders(page.readings())).toHaveLength(100);
  });

  it('applies entries in a frame only where they say "all"', async () => {
    page = watch(
      [mapOf([ordersPage, { kind: 'refunds', frames: 'all', item: '.row', fields: { orderId: '.no' } }])],
      {
        topFrame: false,
      },
    );
    await page.settle();
    expect(page.readings().map((reading) => reading.kind)).toEqual(['refunds']);
  });

  it('reads and follows rows inside an open shadow root with the same observer', async () => {
    document.body.innerHTML = '<order-list></order-list>';
    const root = get('order-list').attachShadow({ mode: 'open' });
    root.innerHTML = `<main id="list">${rows(2)}</main>`;
    page = watch([mapOf([ordersPage])]);
    await page.settle();
    expect(orders(page.readings())).toHaveLength(2);
    const cell = root.querySelector('.money');
    if (cell) cell.textContent = '¥8.00';
    await page.settle();
    expect(orders(page.readings())[0]?.order.amount).toBe(800);
  });

  it('finds a shadow root that is attached after its element came', async () => {
    document.body.innerHTML = '<order-list></order-list>';
    page = watch([mapOf([ordersPage])]);
    await page.settle();
    get('order-list').attachShadow({ mode: 'open' }).innerHTML = `<main id="list">${rows(2)}</main>`;
    await page.pass(1_000);
    expect(orders(page.readings())).toHaveLength(2);
  });

  it('groups an order with the rows that follow it, and reads the group again when one comes or goes', async () => {
    document.body.innerHTML = `<table id="list"><tbody>
      <tr class="row"><td class="no">1</td></tr><tr class="sub"><td class="name">甲</td></tr>
      <tr class="sub"><td class="name">乙</td></tr><tr class="row"><td class="no">2</td></tr></tbody></table>`;
    const grouped = {
      ...ordersPage,
      group: 'until-next',
      fields: { orderId: '.no', memo: { css: '.memo' } },
      lines: { item: '.sub', fields: { title: '.name' } },
    };
    page = watch([mapOf([grouped])]);
    await page.settle();
    expect(orders(page.readings()).map((row) => row.order.lines.length)).toEqual([2, 0]);
    page.rowReads();
    const third = get('.sub').cloneNode(true) as Element;
    third.children[0]?.replaceChildren('丙');
    get('tbody').append(third);
    await page.settle();
    expect(page.rowReads()).toBe(1);
    expect(orders(page.readings())[1]?.order.lines).toEqual([{ title: '丙' }]);
    get('.sub .name').textContent = '丁';
    await page.settle();
    expect(page.rowReads()).toBe(1);
    expect(orders(page.readings())[0]?.order.lines[0]).toEqual({ title: '丁' });
  });

  it('gives rows with the same number, or none, keys of their own', async () => {
    document.body.innerHTML = `<main id="list">${rowHtml(1)}${rowHtml(1)}<div class="row"><i class="money">¥1</i></div></main>`;
    page = watch([mapOf([ordersPage])]);
    await page.settle();
    expect(orders(page.readings()).map((row) => row.order.key)).toEqual(['1', '1#2', 'order-1']);
    const before = orders(page.readings());
    get('.row .money').textContent = '¥3';
    await page.settle();
    expect(orders(page.readings())[1]).toBe(before[1]);
  });
});

describe('the health of a watched page', () => {
  it('counts what each field yields', async () => {
    get('.row .money').textContent = '面议';
    page = watch([mapOf([ordersPage])]);
    await page.settle();
    expect(page.readings()[0]?.health).toEqual({
      kind: 'orders',
      rows: 100,
      fields: {
        orderId: { seen: 100, rows: 100 },
        amount: { seen: 99, rows: 100 },
        status: { seen: 100, rows: 100 },
      },
      broken: [],
    });
  });

  it('hands out no row of a page that is broken in a required field, and names it', async () => {
    page = watch([mapOf([{ ...ordersPage, fields: { orderId: '.gone', amount: '.money' } }])]);
    await page.settle();
    expect(page.readings()[0]?.health.broken).toEqual([{ kind: 'orders', field: 'orderId' }]);
    expect(orders(page.readings())).toEqual([]);
    expect(page.readings()[0]?.health.rows).toBe(100);
  });

  it('is not broken by an optional field, or by a list without rows', async () => {
    document.body.innerHTML = '<main id="list">没有订单</main>';
    page = watch([mapOf([{ ...ordersPage, fields: { orderId: '.no', amount: '.gone' } }])]);
    await page.settle();
    await page.pass(20_000);
    expect(page.readings()[0]?.health.broken).toEqual([]);
  });

  it('waits ten seconds for a missing root, and forgives it when it comes', async () => {
    document.body.innerHTML = '';
    page = watch([mapOf([ordersPage])]);
    await page.settle();
    await page.pass(9_800);
    expect(page.readings()[0]?.health.broken).toEqual([]);
    await page.pass(300);
    expect(page.readings()[0]?.health.broken).toEqual([{ kind: 'orders', field: 'root' }]);
    document.body.innerHTML = `<main id="list">${rows(1)}</main>`;
    await page.settle();
    expect(page.readings()[0]?.health.broken).toEqual([]);
    expect(orders(page.readings())).toHaveLength(1);
  });
});
