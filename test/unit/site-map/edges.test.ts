// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { ChatFact, OrderFact, PageReading } from '../../../content/site-map/facts.ts';
import type { Order } from '../../../rules/orders/order.ts';
import { mapOf, type WatchedPage, watch } from './page-harness.ts';

/** The edges of issue 3, point 3, for the engine alone; real pages are read in test/reading. */
const ordersPage = {
  kind: 'orders',
  root: '#list',
  item: '.row',
  fields: {
    orderId: { attr: 'data-no' },
    buyer: '.buyer',
    buyerId: '.uid',
    receiver: '.name',
    phone: '.phone',
    amount: '.money',
    placedAt: '.at',
    shipBy: '.by',
    memo: '.memo',
  },
  lines: { item: '.line', fields: { title: '.title', quantity: '.count', price: '.price' } },
};
const row = (no: string, inner = ''): string => `<div class="row" data-no="${no}">${inner}</div>`;

let page: WatchedPage;
async function open(html: string, at?: string, entry: object = ordersPage): Promise<void> {
  document.body.innerHTML = html;
  page = watch([mapOf([entry])], at === undefined ? {} : { start: Date.parse(`${at}+08:00`) });
  await page.settle();
}
const reading = (): PageReading => {
  const [only] = page.readings();
  if (!only) throw new Error('no reading');
  return only;
};
const rows = (): OrderFact[] => {
  const { fact } = reading();
  if (fact.kind !== 'orders') throw new Error('no orders');
  return fact.rows;
};
const orders = (): Order[] => rows().map((one) => one.order);
const get = (css: string): Element => {
  const found = document.querySelector(css);
  if (!found) throw new Error(`no ${css}`);
  return found;
};
const time = (text: string): number => Date.parse(`${text}+08:00`);

afterEach(() => page.stop());

describe('a time on the page', () => {
  it.each<[string, string, string]>([
    ['2026-09-08T18:00:00', '今天 10:20', '2026-09-08T10:20:00'],
    ['2026-09-08T18:00:00', '昨天 23:59:58', '2026-09-07T23:59:58'],
    ['2026-09-01T00:10:00', '昨天 10:20', '2026-08-31T10:20:00'],
    ['2027-01-01T00:30:00', '昨天 23:50', '2026-12-31T23:50:00'],
    ['2027-01-01T00:30:00', '12-31 23:50', '2026-12-31T23:50:00'],
    ['2027-01-01T00:30:00', '1-1 00:05:07', '2027-01-01T00:05:07'],
    ['2026-12-31T23:59:00', '1-1 08:00', '2026-01-01T08:00:00'],
    ['2026-03-01T09:00:00', '2-22 18:55:20', '2026-02-22T18:55:20'],
    ['2026-09-08T18:00:00', '2026/9/8 7:05', '2026-09-08T07:05:00'],
  ])('seen at %s, %s is %s', async (at, shown, expected) => {
    await open(`<main id="list">${row('1', `<i class="at">${shown}</i>`)}</main>`, at);
    expect(orders()[0]?.placedAt).toBe(time(expected));
  });

  it.each<[string, string, string]>([
    ['2026-12-31T20:00:00', '1-2 23:59', '2027-01-02T23:59:00'],
    ['2027-01-01T00:30:00', '12-31 23:59', '2026-12-31T23:59:00'],
    ['2026-12-31T20:00:00', '明天 12:00', '2027-01-01T12:00:00'],
  ])('that is a deadline, seen at %s, %s is %s', async (at, shown, expected) => {
    await open(`<main id="list">${row('1', `<i class="by">${shown}</i>`)}</main>`, at);
    expect(orders()[0]?.shipBy).toBe(time(expected));
  });

  it.each(['刚刚', '3分钟前', '2-30 10:00', '25:61', '—', '10:20 至 11:20'])(
    'that says %s is absent',
    async (shown) => {
      await open(`<main id="list">${row('1', `<i class="at">${shown}</i>`)}</main>`);
      expect(orders()[0]).not.toHaveProperty('placedAt');
    },
  );
});

describe('an order row', () => {
  it('shows a masked name as it is, and takes a masked id for none', async () => {
    const inner = '<i class="buyer">牛**</i><i class="uid">12***89</i><i class="name">王＊</i>';
    await open(`<main id="list">${row('1', inner)}</main>`);
    expect(orders()[0]).toMatchObject({ buyer: '牛**', receiver: '王＊' });
    expect(orders()[0]).not.toHaveProperty('buyerId');
  });

  it('has all its lines, in order, each with what it shows', async () => {
    const line = (title: string, count: string, price: string): string =>
      `<p class="line"><b class="title">${title}</b><i class="count">${count}</i><u class="price">${price}</u></p>`;
    await open(
      `<main id="list">${row('1', line('窗帘', 'x2', '¥39.50') + line('挂钩', '', '¥0.5') + line('', '3件', '面议'))}</main>`,
    );
    expect(orders()[0]?.lines).toEqual([
      { title: '窗帘', quantity: 2, price: 3_950 },
      { title: '挂钩', price: 50 },
      { quantity: 3 },
    ]);
  });

  it('without a phone has none, though a number stands beside', async () => {
    await open(`<main id="list">${row('1', '<i class="phone">-</i><i>13800001111</i>')}</main>`);
    expect(orders()[0]).not.toHaveProperty('phone');
  });

  it('that shows nothing but its number has nothing but its number', async () => {
    await open(`<main id="list">${row('1')}</main>`);
    expect(orders()[0]).toEqual({ key: '1', platform: 'other', orderId: '1', lines: [] });
  });
});

describe('a list', () => {
  it('without rows is read as empty, and is no fault', async () => {
    await open('<main id="list"><p>暂无订单</p></main>');
    await page.pass(30_000);
    expect(rows()).toEqual([]);
    expect(reading().health).toMatchObject({ rows: 0, broken: [] });
  });

  it('whose rows come late, in several batches and in the middle, is read in the page’s order', async () => {
    await open('<main id="list"></main>');
    const list = get('#list');
    await page.pass(4_000);
    list.insertAdjacentHTML('beforeend', row('2') + row('5'));
    await page.settle();
    expect(orders().map((order) => order.orderId)).toEqual(['2', '5']);
    page.rowReads();
    for (const no of ['4', '3']) get('[data-no="2"]').insertAdjacentHTML('afterend', row(no));
    list.insertAdjacentHTML('afterbegin', row('1'));
    await page.settle();
    expect(orders().map((order) => order.orderId)).toEqual(['1', '2', '3', '4', '5']);
    expect(page.rowReads()).toBe(3);
  });

  it('whose rows are filled after they came is read again row by row', async () => {
    await open(`<main id="list">${row('')}${row('')}</main>`);
    expect(reading().health.broken).toEqual([{ kind: 'orders', field: 'orderId' }]);
    get('.row').setAttribute('data-no', '7');
    await page.settle();
    expect(rows().map((one) => one.order.orderId)).toEqual(['7', undefined]);
    expect(reading().health.broken).toEqual([]);
  });

  it('that comes only after its page was up for a while is read when it comes', async () => {
    await open('<div></div>');
    await page.pass(9_000);
    get('div').outerHTML = `<main id="list">${row('1')}</main>`;
    await page.settle();
    expect(orders()).toHaveLength(1);
    expect(reading().health.broken).toEqual([]);
  });
});

describe('a virtual list that uses its elements again', () => {
  it('has the new order where only attributes and words of the same element changed', async () => {
    await open(
      `<main id="list">${row('1', '<i class="money">¥1</i>')}${row('2', '<i class="money">¥2</i>')}</main>`,
    );
    const [before] = rows();
    const first = get('.row');
    first.setAttribute('data-no', '3');
    await page.settle();
    expect(orders().map((order) => order.orderId)).toEqual(['3', '2']);
    expect(rows()[0]?.element).toBe(before?.element);
    const words = get('.row .money').firstChild;
    if (words) words.nodeValue = '¥3';
    await page.settle();
    expect(orders().map((order) => order.amount)).toEqual([300, 200]);
  });

  it('follows elements that are moved without a word changing', async () => {
    await open(`<main id="list">${row('1')}${row('2')}${row('3')}</main>`);
    page.rowReads();
    get('#list').append(get('.row'));
    await page.settle();
    expect(orders().map((order) => order.orderId)).toEqual(['2', '3', '1']);
    expect(page.rowReads()).toBeLessThanOrEqual(1);
  });

  it('reads an element that was changed while it was out of the page', async () => {
    await open(`<main id="list">${row('1')}${row('2')}</main>`);
    const kept = get('.row');
    kept.remove();
    await page.settle();
    expect(orders().map((order) => order.orderId)).toEqual(['2']);
    kept.setAttribute('data-no', '9');
    get('#list').append(kept);
    await page.settle();
    expect(orders().map((order) => order.orderId)).toEqual(['2', '9']);
  });

  it('keeps one key per row while two elements show the same number for a moment', async () => {
    await open(`<main id="list">${row('1')}${row('2')}</main>`);
    get('.row').setAttribute('data-no', '2');
    await page.settle();
    expect(orders().map((order) => order.key)).toEqual(['2', '2#2']);
    get('.row:last-child').setAttribute('data-no', '3');
    await page.settle();
    expect(orders().map((order) => order.key)).toEqual(['2', '3']);
  });

  it('counts in its health the rows that are there, and no more', async () => {
    await open(`<main id="list">${Array.from({ length: 30 }, (_, i) => row(String(i))).join('')}</main>`);
    for (let i = 0; i < 20; i += 1) {
      get('.row').remove();
      get('#list').insertAdjacentHTML('beforeend', row(`n${i}`, '<i class="money">¥1</i>'));
      await page.settle();
    }
    expect(reading().health.fields.orderId).toEqual({ seen: 30, rows: 30 });
    expect(reading().health.fields.amount).toEqual({ seen: 20, rows: 30 });
  });
});

describe('a conversation that is switched while messages load', () => {
  const chatPage = {
    kind: 'chat',
    buyer: '.who',
    messages: {
      root: '#log',
      item: '.msg',
      id: { attr: 'data-id' },
      text: 'p',
      side: { buyer: '.in', agent: '.out' },
    },
    editor: 'textarea',
  };
  const message = (id: string, side: string, text: string): string =>
    `<div class="msg ${side}" data-id="${id}"><p>${text}</p></div>`;
  const chat = (): ChatFact => {
    const { fact } = reading();
    if (fact.kind !== 'chat') throw new Error('no chat');
    return fact;
  };

  it('shows at every moment what the page shows, and nothing of the one before once it is gone', async () => {
    await open(
      `<b class="who">阿布</b><div id="log">${message('a1', 'in', '在吗')}${message('a2', 'out', '在的')}</div><textarea></textarea>`,
      undefined,
      chatPage,
    );
    expect([chat().conversationKey, chat().messages.map((one) => one.id)]).toEqual(['阿布', ['a1', 'a2']]);
    get('.who').textContent = '豆包';
    await page.settle();
    expect([chat().conversationKey, chat().messages.map((one) => one.id)]).toEqual(['豆包', ['a1', 'a2']]);
    get('#log').replaceChildren();
    await page.settle();
    expect(chat().messages).toEqual([]);
    get('#log').insertAdjacentHTML('beforeend', message('b1', 'in', '多久到'));
    await page.settle();
    get('#log').insertAdjacentHTML('afterbegin', message('b0', 'in', '你好'));
    await page.settle();
    expect(chat().messages.map(({ id, side, text }) => [id, side, text])).toEqual([
      ['b0', 'buyer', '你好'],
      ['b1', 'buyer', '多久到'],
    ]);
  });

  it('reads rows that the page fills in place, a part at a time', async () => {
    await open(
      `<b class="who">阿布</b><div id="log">${message('a1', 'in', '在吗')}</div><textarea></textarea>`,
      undefined,
      chatPage,
    );
    get('.msg').setAttribute('data-id', 'b1');
    await page.settle();
    get('.msg').className = 'msg out';
    get('.msg p').textContent = '您好';
    await page.settle();
    expect(chat().messages.map(({ id, side, text }) => [id, side, text])).toEqual([['b1', 'agent', '您好']]);
  });
});
