import { describe, expect, test } from 'vitest';
import { phraseValues } from '../../../content/desks/phrase-desk.ts';
import type { ChatFact, OrderFact } from '../../../content/site-map/facts.ts';
import type { Order } from '../../../rules/orders/order.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { fillTemplate } from '../../../rules/phrases/template.ts';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const now = at('2026-11-22T09:30:00');
const settings = { agentNumber: '8', shopName: '山行包铺' };

const order = (more: Partial<Order> = {}): Order => ({
  key: '331',
  platform: 'taobao',
  orderId: '331',
  buyer: '小林',
  receiver: '林小满',
  phone: '13912345678',
  address: '浙江省杭州市西湖区示例路 1 号',
  amount: 6300,
  paidAt: at('2026-11-22T09:00:00'),
  courier: '圆通',
  trackingNo: 'YT1',
  lines: [
    { title: '软皮托特包', sku: '黑色', code: 'TT-1', quantity: 1 },
    { title: '软皮托特包', sku: '米色', code: 'TT-1', quantity: 2 },
  ],
  ...more,
});

const chat = (orders: Order[], more: Partial<ChatFact> = {}): ChatFact => ({
  kind: 'chat',
  buyer: '小林',
  conversations: [],
  messages: [],
  orders: orders.map((one) => ({ order: one }) as OrderFact),
  ...more,
});

const valuesOf = (orders: Order[], more: Partial<ChatFact> = {}) =>
  phraseValues({ chat: chat(orders, more) }, settings, exampleShop, now);

describe('values for phrases', () => {
  test('come from the one order beside the chat and from the settings', () => {
    expect(valuesOf([order()])).toEqual({
      买家: '小林',
      客服号: '8',
      店铺: '山行包铺',
      订单号: '331',
      商品名: '软皮托特包',
      规格: '黑色、米色',
      货号: 'TT-1',
      件数: '3',
      金额: '63.00',
      收货人: '林小满',
      收货电话: '13912345678',
      收货地址: '浙江省杭州市西湖区示例路 1 号',
      发货时间: '今天上午',
      最晚发货: '11月24日 9:00',
      快递: '圆通',
      单号: 'YT1',
    });
  });

  test('the promise on the page goes before the shop’s own', () => {
    expect(valuesOf([order({ shipBy: at('2026-11-23T17:05:00') })]).最晚发货).toBe('11月23日 17:05');
  });

  test.each([
    ['10:59', '今天上午'],
    ['11:00', '今天下午'],
    ['15:59', '今天下午'],
    ['16:00', '明天'],
  ])('paid at %s, the parcel leaves %s', (clock, says) => {
    const paidAt = at(`2026-11-22T${clock}:00`);
    expect(
      phraseValues({ chat: chat([order({ paidAt })]) }, settings, exampleShop, paidAt).发货时间,
    ).toContain(says);
  });

  test('of two orders neither is meant for sure', () => {
    const values = valuesOf([order(), order({ orderId: '332' })]);
    expect(Object.keys(values).sort()).toEqual(['买家', '发货时间', '客服号', '店铺'].sort());
  });

  test('half of an order is no order: a line that does not say it leaves the value out', () => {
    const values = valuesOf([order({ lines: [{ title: '包', sku: '黑色', quantity: 1 }, { title: '鞋' }] })]);
    expect(values.商品名).toBe('包、鞋');
    expect([values.规格, values.货号, values.件数]).toEqual([undefined, undefined, undefined]);
  });

  test.each([
    ['another name', { buyer: '阿青' }, {}],
    ['another account', { buyerId: 'b2' }, { buyerId: 'b1' }],
  ])('an order of %s is that of the conversation before', (_, ofOrder, ofChat) => {
    const values = valuesOf([order(ofOrder)], ofChat);
    expect([values.单号, values.金额, values.收货地址]).toEqual([undefined, undefined, undefined]);
  });

  test.each([
    ['a masked name', { buyer: '小**' }],
    ['a name with a sign of rank', { buyer: '小林 VIP5' }],
    ['no name', { buyer: '' }],
  ])('an order with %s is not another’s', (_, ofOrder) => {
    expect(valuesOf([order(ofOrder)]).单号).toBe('YT1');
  });

  test.each([
    [
      'the one in the bar above the messages',
      [
        { title: '包', code: 'B1' },
        { title: '鞋', sent: true },
      ],
      '包',
    ],
    [
      'the one all cards among the messages are about',
      [
        { id: '7', title: '鞋', sent: true },
        { id: '7', title: '鞋（新）', sent: true },
      ],
      '鞋',
    ],
    ['none, of two in the bar', [{ title: '包' }, { title: '鞋' }], undefined],
    [
      'none, of cards about two',
      [
        { title: '包', sent: true },
        { title: '鞋', sent: true },
      ],
      undefined,
    ],
  ] as const)('without an order the product is %s', (_, items, title) => {
    expect(valuesOf([], { items: [...items] }).商品名).toBe(title);
  });

  test('beside an order the product is the order’s, or none where there are two orders', () => {
    const items = [{ title: '别的', sku: '红', code: 'X' }];
    expect(valuesOf([order({ lines: [{ title: '包' }] })], { items })).toMatchObject({ 商品名: '包' });
    expect(valuesOf([order({ lines: [{ title: '包' }] })], { items }).规格).toBeUndefined();
    expect(valuesOf([order(), order()], { items }).商品名).toBeUndefined();
  });

  test('what the page masks is named as masked and never written', () => {
    const values = valuesOf([order({ receiver: '林**', phone: '139****5678' })]);
    expect(fillTemplate('{收货人}{收货电话}', values)).toMatchObject({
      ok: false,
      missing: ['收货人', '收货电话'],
      reasons: ['masked', 'masked'],
      fields: [
        { name: '收货人', page: 'masked' },
        { name: '收货电话', page: 'masked' },
      ],
    });
  });

  test('where no chat is read, the one order of the page is meant, with its buyer; of two none', () => {
    const facts = (...all: Order[]) => all.map((one) => ({ order: one }) as OrderFact);
    const one = phraseValues({ orders: facts(order()) }, settings, exampleShop, now);
    expect(one).toMatchObject({ 买家: '小林', 单号: 'YT1', 订单号: '331' });
    const two = phraseValues(
      { orders: facts(order(), order({ orderId: '332' })) },
      settings,
      exampleShop,
      now,
    );
    expect([two.买家, two.单号]).toEqual([undefined, undefined]);
  });

  test('an order panel read by itself belongs to the chat it stands beside, unless it is another buyer’s', () => {
    const orders = [{ order: order() } as OrderFact];
    const beside = (buyer: string) =>
      phraseValues({ chat: chat([], { buyer }), orders }, settings, exampleShop, now);
    expect(beside('小林').单号).toBe('YT1');
    expect(beside('阿青')).toMatchObject({ 买家: '阿青' });
    expect(beside('阿青').单号).toBeUndefined();
  });

  test('without a chat only the settings and the dispatch of a payment now are known', () => {
    expect(phraseValues({}, settings, exampleShop, now)).toEqual({
      客服号: '8',
      店铺: '山行包铺',
      发货时间: '今天上午',
    });
  });
});
