// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { type OpenPrice, previewPrice, priceView } from '../../../content/desks/price-desk.ts';
import { fieldAmounts, pricedOrder } from '../../../content/desks/priced-order.ts';
import type { ChatFact, OrderFact, PriceFact } from '../../../content/site-map/facts.ts';
import type { Order } from '../../../rules/orders/order.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';

const element = {} as Element;
const fact = (part: Partial<Omit<PriceFact, 'inputs'>> & { fields?: number } = {}): PriceFact => {
  const { fields = 1, ...rest } = part;
  return {
    kind: 'price',
    mode: 'total',
    inputs: { price: Array.from({ length: fields }, () => element) },
    root: element,
    mark: element,
    ...rest,
  };
};
const order = (part: Partial<Order> = {}): Order => ({
  key: 'k',
  platform: 'taobao',
  orderId: '4001',
  status: 'unpaid',
  amount: 6300,
  freight: 0,
  lines: [
    { title: '托特', price: 1990 },
    { title: '手提', price: 3500 },
    { title: '零钱包', price: 405, quantity: 2 },
  ],
  ...part,
});
const row = (one: Order): OrderFact => ({ order: one, element, mark: element });
const chat = (orders: Order[]): ChatFact => ({
  kind: 'chat',
  conversations: [],
  messages: [],
  orders: orders.map(row),
});
const zh = (texts: readonly { 'zh-CN': string }[]): string => texts.map((text) => text['zh-CN']).join('|');

describe('the order a price dialog is for', () => {
  it('is the one whose number it tells, on the list or beside the chat', () => {
    expect(pricedOrder(fact({ orderId: '4001' }), undefined, [row(order())])?.key).toBe('k');
    expect(pricedOrder(fact({ orderId: '4001' }), chat([order()]), [])?.key).toBe('k');
    expect(pricedOrder(fact({ orderId: '9' }), chat([order()]), [row(order())])).toBeUndefined();
  });

  it('without a number: only the one unpaid order of the chat that costs what the dialog says', () => {
    const dialog = fact({ current: 6300 });
    expect(pricedOrder(dialog, chat([order(), order({ key: 'paid', status: 'unshipped' })]), [])?.key).toBe(
      'k',
    );
    expect(pricedOrder(dialog, chat([order(), order({ key: 'twin' })]), [])).toBeUndefined();
    expect(pricedOrder(dialog, chat([order({ amount: 6400 })]), [])).toBeUndefined();
    expect(pricedOrder(fact(), chat([order()]), [])).toBeUndefined();
  });

  it('with freight: the dialog may tell the goods alone', () => {
    const posted = order({ amount: 6900, freight: 600 });
    expect(pricedOrder(fact({ current: 6300 }), chat([posted]), [])?.key).toBe('k');
  });
});

describe('what each price field stands for', () => {
  it.each<[string, PriceFact, Order | undefined, number[] | undefined]>([
    ['the lines of the order', fact({ fields: 3, current: 6300 }), order(), [1990, 3500, 810]],
    ['the fields themselves', fact({ fields: 2, lines: [100, 200], current: 300 }), undefined, [100, 200]],
    ['the fields, with no total told', fact({ fields: 2, lines: [100, 200] }), undefined, [100, 200]],
    ['the lines, where the row tells the total', fact({ fields: 3 }), order(), [1990, 3500, 810]],
    ['another number of fields', fact({ fields: 2, current: 6300 }), order(), undefined],
    ['a coupon lies between', fact({ fields: 3, current: 5800 }), order(), undefined],
    ['fields that do not add up', fact({ fields: 2, lines: [100, 200], current: 250 }), undefined, undefined],
    [
      'a line without a price',
      fact({ fields: 1, current: 100 }),
      order({ lines: [{ title: 'x' }] }),
      undefined,
    ],
  ])('%s', (_, dialog, of, amounts) => {
    expect(fieldAmounts(dialog, of)).toEqual(amounts);
  });
});

describe('a preview', () => {
  const open = (part: Partial<OpenPrice>): OpenPrice => ({ fact: fact(), platform: 'taobao', ...part });

  it('splits over several fields whose prices the page tells', () => {
    const price = open({ fact: fact({ mode: 'line-delta', fields: 3 }), order: order() });
    expect(priceView(price, undefined)).toMatchObject({ current: 6300, orderId: '4001' });
    const preview = previewPrice(price, { way: 'minus', value: '5' }, exampleShop);
    expect(preview).toMatchObject({ newPrice: 5800, inputs: [-158, -278, -64], blocks: [] });
  });

  it('without the lines’ prices says how to go on, and fills nothing', () => {
    const price = open({ fact: fact({ mode: 'line-total', fields: 2, current: 6300 }) });
    const preview = previewPrice(price, { way: 'minus', value: '5' }, exampleShop);
    expect(preview).not.toHaveProperty('inputs');
    expect(zh(preview.blocks)).toContain('逐个填');
  });

  it('refuses an order the page shows as paid', () => {
    const price = open({ fact: fact({ current: 6300 }), order: order({ status: 'unshipped' }) });
    expect(zh(previewPrice(price, { way: 'target', value: '58' }, exampleShop).blocks)).toContain('待付款');
  });

  it('what is known of the goods makes floors; agreeing lets it through', () => {
    const price = open({ fact: fact({ current: 6300 }), order: order() });
    const known = { cost: 5900, floors: [{ amount: 6000, why: 'card' as const }] };
    const request = { way: 'target', value: '58', known } as const;
    const preview = previewPrice(price, request, exampleShop);
    expect(preview).not.toHaveProperty('inputs');
    expect(preview.margin).toBe(-100);
    expect(zh(preview.confirms)).toBe('低于商品卡底价 60.00 元|低于成本 59.00 元');
    expect(previewPrice(price, { ...request, accepted: true }, exampleShop).inputs).toEqual([5800]);
  });

  it('counts what was filled before against the platform’s limit', () => {
    const price = open({ fact: fact({ current: 6300 }), order: order() });
    const request = { way: 'target', value: '58', known: { changesUsed: 3 } } as const;
    expect(previewPrice(price, request, exampleShop).blocks).toEqual([]);
  });

  it('rounding off takes only the ways there are', () => {
    const price = open({ fact: fact({ current: 6355 }) });
    expect(previewPrice(price, { way: 'round', value: 'yuan' }, exampleShop).newPrice).toBe(6300);
    expect(previewPrice(price, { way: 'round', value: 'anything' }, exampleShop)).not.toHaveProperty(
      'inputs',
    );
  });
});
