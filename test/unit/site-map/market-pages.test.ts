// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type {
  ChatFact,
  OrdersFact,
  PageFact,
  PriceFact,
  ReviewsFact,
} from '../../../content/site-map/facts.ts';
import { builtInMaps } from '../../../content/sites/built-in.ts';
import { type WatchedPage, watch } from './page-harness.ts';

/** Pages in the shapes of markets.md with values of our own. Full pages are proven in real browsers, not here. */
let page: WatchedPage;

async function open(id: string, path: string, html: string): Promise<void> {
  const map = builtInMaps().find((one) => one.id === id);
  if (!map) throw new Error(`no map ${id}`);
  window.history.replaceState(null, '', path);
  document.body.innerHTML = html;
  page = watch([map]);
  await page.settle();
}

function factOf<T extends PageFact>(kind: T['kind']): T {
  const fact = page.readings().find((reading) => reading.kind === kind)?.fact;
  if (!fact) throw new Error(`no ${kind}`);
  return fact as T;
}

const get = (css: string): Element => {
  const found = document.querySelector(css);
  if (!found) throw new Error(`no ${css}`);
  return found;
};

afterEach(() => page.stop());

describe('the Pinduoduo chat map', () => {
  const row = (random: string, nick: string, active = ''): string =>
    `<div class="chat-item-box ${active}" data-random="${random}"><span class="nickname-span">${nick}</span>
     <span class="chat-message-content">在吗</span><span class="item-note">17:50</span></div>`;
  const message = (id: string, side: string, inner: string): string =>
    `<li class="onemsg" id="middlePanel_list_${id}"><div class="merchantMessage"><div class="${side}">${inner}</div></div></li>`;
  const text = (words: string): string =>
    `<div class="msg-content"><p class="msg-content-box">${words}</p></div>`;
  const chat = `
    ${row('2100000000017-0-unTimeout', '小圆', 'active')}${row('2100000000017-0-all', '小圆')}${row('2100000000018-0-reply', '豆**')}
    <div class="chatWindowHeader"><div class="base-info"><span class="name">小圆</span></div></div>
    <div id="msgListContainer"><ul class="msg-list">
      ${message('1788860669001', 'buyer-item', `<p class="message-time">2026年09月08日 17:30:17</p><div currentuid="2100000000017"></div>${text('这个什么时候发货？')}`)}
      ${message('1788861100000', 'cs-item isread', text('今天发'))}
      ${message('1788861200000', 'cs-item robot-text', text('自动回复'))}
      ${message('1788861300000', 'system-msg-31', '<span>订单提醒</span>')}
      ${message('1788861400000', 'buyer-item', '<div class="image-msg"><img src="https://pic.example.test/1.jpg"></div>')}
    </ul></div>
    <textarea id="replyTextarea"></textarea><div class="reply-box"><div class="send-btn">发送</div></div>`;

  it('gives one key to every row of a buyer and to the open conversation', async () => {
    await open('pdd', '/chat-merchant/index.html#/', chat);
    const { conversations, conversationKey, buyer, buyerId } = factOf<ChatFact>('chat');
    expect(conversations.map(({ key, active }) => [key, active])).toEqual([
      ['2100000000017', true],
      ['2100000000017', false],
      ['2100000000018', false],
    ]);
    expect({ conversationKey, buyer, buyerId }).toEqual({
      conversationKey: '2100000000017',
      buyer: '小圆',
      buyerId: '2100000000017',
    });
  });

  it('reads sides, texts and times: the shown one first, else the id’s milliseconds', async () => {
    await open('pdd', '/chat-merchant/index.html', chat);
    const { messages } = factOf<ChatFact>('chat');
    expect(messages.map((one) => [one.id, one.side, one.text ?? one.image, one.time])).toEqual([
      [
        '1788860669001',
        'buyer',
        '这个什么时候发货？',
        { ms: Date.parse('2026-09-08T17:30:17+08:00'), precision: 's' },
      ],
      ['1788861100000', 'agent', '今天发', { ms: 1788861100000, precision: 'ms' }],
      ['1788861200000', 'bot', '自动回复', { ms: 1788861200000, precision: 'ms' }],
      ['1788861300000', 'system', '订单提醒', { ms: 1788861300000, precision: 'ms' }],
      ['1788861400000', 'buyer', 'https://pic.example.test/1.jpg', { ms: 1788861400000, precision: 'ms' }],
    ]);
  });

  it('follows a switch that refills the same list', async () => {
    await open('pdd', '/chat-merchant/index.html', chat);
    for (const box of document.querySelectorAll('.chat-item-box')) box.classList.toggle('active', false);
    get('[data-random^="2100000000018"]').classList.add('active');
    get('.base-info .name').textContent = '豆**';
    get('ul.msg-list').innerHTML = message(
      '1788861500000',
      'buyer-item',
      `<div currentuid="2100000000018"></div>${text('你好')}`,
    );
    await page.settle();
    const fact = factOf<ChatFact>('chat');
    expect(fact.conversationKey).toBe('2100000000018');
    expect(fact.messages.map((one) => one.text)).toEqual(['你好']);
  });

  it('reads one new message only', async () => {
    await open('pdd', '/chat-merchant/index.html', chat);
    const before = factOf<ChatFact>('chat').messages;
    page.rowReads();
    const next = document.createElement('li');
    next.className = 'onemsg';
    next.id = 'middlePanel_list_1788861600000';
    next.innerHTML = `<div class="buyer-item">${text('好的')}</div>`;
    get('ul.msg-list').append(next);
    await page.settle();
    expect(page.rowReads()).toBe(1);
    const after = factOf<ChatFact>('chat').messages;
    expect(after.slice(0, -1).every((one, i) => one === before[i])).toBe(true);
  });

  it('is broken without an editor, and hands out neither rows nor editor then', async () => {
    await open('pdd', '/chat-merchant/index.html', chat.replace('replyTextarea', 'other'));
    expect(page.readings()[0]?.health.broken).toEqual([{ kind: 'chat', field: 'editor' }]);
    expect(factOf<ChatFact>('chat')).toEqual({ kind: 'chat', conversations: [], messages: [], orders: [] });
  });

  it('is broken after ten seconds when messages stand in the list that no row of the map fits', async () => {
    await open(
      'pdd',
      '/chat-merchant/index.html',
      chat.replaceAll('onemsg', 'redone').replaceAll('middlePanel', 'panel'),
    );
    await page.pass(10_100);
    expect(page.readings()[0]?.health.broken).toEqual([{ kind: 'chat', field: 'messages.item' }]);
  });

  it('is not broken while no conversation is open', async () => {
    await open('pdd', '/chat-merchant/index.html', row('2100000000017-0-all', '小圆'));
    await page.pass(30_000);
    expect(page.readings()[0]?.health.broken).toEqual([]);
  });
});

describe('the Pinduoduo review map', () => {
  it('reads a review by its labels, stars and class prefixes, and marks the cell with the words', async () => {
    const star = '<svg data-testid="beast-core-icon-star_filled"></svg>';
    await open(
      'pdd',
      '/goods/evaluation/index?msfrom=mms_sidenav',
      `<table data-testid="beast-core-table"><tbody data-testid="beast-core-table-middle-tbody"><tr>
         <td data-testid="beast-core-table-td">订单编号：<span>260908-000000000000017</span><div>买家昵称：小**</div></td>
         <td data-testid="beast-core-table-td">${star.repeat(2)}<div class="logic_reviewWrapper__1qPqd">毯子有点薄\n</div>
           <div class="logic_specsWrapper__9x"><span>米白</span></div><div class="logic_replyTime__8y">2026-09-07 12:30:00</div></td>
       </tr></tbody></table>`,
    );
    const [review] = factOf<ReviewsFact>('reviews').rows;
    expect(review).toMatchObject({
      key: '260908-000000000000017',
      buyer: '小**',
      rating: 2,
      text: '毯子有点薄',
      sku: '米白',
      time: { ms: Date.parse('2026-09-07T12:30:00+08:00'), precision: 's' },
    });
    expect(review?.mark.tagName).toBe('TD');
    expect(review).not.toHaveProperty('reply');
    get('td').insertAdjacentHTML('beforeend', '<div><b>商家回复：</b>抱歉，马上为您处理</div>');
    await page.settle();
    expect(factOf<ReviewsFact>('reviews').rows[0]?.reply).toBe('抱歉，马上为您处理');
  });
});

describe('the JD order map', () => {
  const card = (id: string, status: string): string => `<div class="card">
    <div class="shop-order-id"><div class="order-info-btn"><span>${id}</span></div></div>
    <div class="order-time-info"><div class="shop-overflow-tooltip__content">2026-09-08 16:30:00 下单，2026-09-08 16:30:30 付款</div></div>
    <div class="sku-info-list__item"><div class="sku-info-card"><div class="sku-name">加厚珊瑚绒毛毯</div>
      <div class="card-left__desc"><div class="config-view-item"><span class="config-view-item__label">颜色：</span><span class="config-view-item__value">米白</span></div></div>
      <div class="sku-info-card__right"><span class="config-view-item__value">¥37.40</span><span class="config-view-item__value">x2</span></div></div></div>
    <div prop="receivables">¥74.80</div>
    <div prop="consigneeInfo"><span class="cons-name-text">王**</span><span class="cons-mobile-phone-text">138****0000</span>
      <span class="cons-address-text">王**，陕西省西安市雁塔区******</span></div>
    <span class="user-pin">jd_0000000017</span>
    <div prop="orderStatus"><div class="order-status"><span>${status}</span></div></div>
    <div class="promise-out-ship-date"><span class="jd-only-child__content">2026-09-10 23:59:59</span></div>
    <div class="remark-cell__text">送贺卡</div><div class="deliver-info"></div></div>`;
  const list = `<div class="jd-scrollbar__view"><div class="jd-pro-card-table"><div class="table-body">${card('300000000017', '等待出库')}${card('300000000018', '暂停（锁定）')}</div></div></div>`;

  it.each([
    '/jdm/trade/orders/order-list?tabType=waitOut',
    '/jdm/trade/order/orderList',
    '/orderList/waitOut',
  ])('reads the cards at %s', async (path) => {
    await open('jd', path, list);
    const [first, second] = factOf<OrdersFact>('orders').rows;
    expect(first?.order).toEqual({
      key: '300000000017',
      platform: 'jd',
      orderId: '300000000017',
      buyer: 'jd_0000000017',
      buyerId: 'jd_0000000017',
      receiver: '王**',
      phone: '138****0000',
      address: '陕西省西安市雁塔区******',
      amount: 7480,
      status: 'unshipped',
      statusText: '等待出库',
      placedAt: Date.parse('2026-09-08T16:30:00+08:00'),
      paidAt: Date.parse('2026-09-08T16:30:30+08:00'),
      shipBy: Date.parse('2026-09-10T23:59:59+08:00'),
      memo: '送贺卡',
      lines: [{ title: '加厚珊瑚绒毛毯', sku: '颜色：米白', quantity: 2, price: 3740 }],
    });
    expect(first?.mark.className).toBe('deliver-info');
    expect(second?.order).toMatchObject({ statusText: '暂停（锁定）' });
    expect(second?.order).not.toHaveProperty('status');
  });
});

describe('the Xianyu maps', () => {
  const dialog = (inputs: string): string =>
    `<div role="dialog"><div class="ant-modal-body">修改宝贝价格 ${inputs}</div><button>确定修改</button></div>`;
  const head = '<div data-spm="head"><span class="text1--h4sh">小圆</span></div>';
  const chat = (rows: string): string =>
    `${head}<div class="message-list-reverse--h"><ul class="ant-list-items">${rows}</ul></div>
     <textarea class="ant-input" placeholder="请输入消息，按Enter键发送或点击发送按钮发送"></textarea>
     <div class="sendbox-bottom--h"><button>发 送</button></div>`;
  const face = '<img class="avatar--h" src="a.png">';
  const message = (inner: string, own: boolean): string => {
    const content = `<div class="message-content--h">${inner}</div>`;
    return `<li class="ant-list-item"><div class="message-row--h">${own ? content + face : face + content}</div></li>`;
  };

  it.each([
    ['msg-text-left--h', 'msg-text-right--h'],
    ['message-text-left--h', 'message-text-right--h'],
    ['message-text--h', 'message-text--h'],
  ])('tells the sides apart in the bubbles %s', async (left, right) => {
    await open(
      'xianyu',
      '/im?itemId=1',
      chat(
        message(`<div class="${left}">能便宜点吗</div>`, false) +
          message(`<div class="${right}">可以的</div>`, true),
      ),
    );
    const fact = factOf<ChatFact>('chat');
    expect(fact.messages.map(({ side, text }) => [side, text])).toEqual([
      ['buyer', '能便宜点吗'],
      ['agent', '可以的'],
    ]);
    expect(fact.conversationKey).toBe('小圆');
    expect(fact.messages[0]).not.toHaveProperty('time');
  });

  it('leaves the conversation without a key when the name is masked', async () => {
    await open('xianyu', '/im', chat('').replace('小圆', '小**'));
    expect(factOf<ChatFact>('chat')).not.toHaveProperty('conversationKey');
    expect(factOf<ChatFact>('chat').buyer).toBe('小**');
  });

  it('reads the price from the value, and from the placeholder of an empty input', async () => {
    await open('xianyu', '/im', chat('') + dialog('<input class="ant-input-number-input" value="39.90">'));
    expect(factOf<PriceFact>('price')).toMatchObject({ current: 3990, mode: 'total' });
    expect(factOf<PriceFact>('price').inputs).not.toHaveProperty('freight');
    page.stop();
    const two =
      '<input class="ant-input-number-input" placeholder="39.90"><input class="ant-input-number-input" value="0.00">';
    await open('xianyu', '/im', chat('') + dialog(two));
    const { current, inputs, mark, confirm } = factOf<PriceFact>('price');
    expect({ current, prices: inputs.price.length, freight: inputs.freight?.getAttribute('value') }).toEqual({
      current: 3990,
      prices: 1,
      freight: '0.00',
    });
    expect([mark.className, confirm?.textContent]).toEqual(['ant-modal-body', '确定修改']);
  });

  it('keeps the price before the change once somebody typed a new one', async () => {
    await open('xianyu', '/im', chat('') + dialog('<input class="ant-input-number-input" value="39.90">'));
    const input = get('.ant-input-number-input') as HTMLInputElement;
    input.value = '35.00';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.setAttribute('value', '35.00');
    await page.settle();
    expect(factOf<PriceFact>('price').current).toBe(3990);
  });

  it('knows no dialog in the look-alike button, in the second confirmation, or after closing', async () => {
    const lookAlike = message(
      '<div class="card--h"><button class="button--h">修改价格</button></div>',
      false,
    );
    await open(
      'xianyu',
      '/im',
      `${chat(lookAlike)}<div role="dialog">您确定要修改价格吗？<button>确定</button></div>`,
    );
    expect(page.readings().map((reading) => reading.kind)).toEqual(['chat']);
    document.body.insertAdjacentHTML('beforeend', dialog('<input class="ant-input-number-input" value="1">'));
    await page.settle();
    expect(page.readings().map((reading) => reading.kind)).toEqual(['chat', 'price']);
    get('[role="dialog"]:last-child').remove();
    await page.settle();
    expect(page.readings().map((reading) => reading.kind)).toEqual(['chat']);
  });
});
