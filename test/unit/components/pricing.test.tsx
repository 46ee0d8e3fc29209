// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, test, vi } from 'vitest';
import type { DockActions, DockModel, PriceRequest, PriceView } from '../../../components/dock/model.ts';
import { PriceSection } from '../../../components/dock/PriceSection.tsx';
import { PricingTool } from '../../../components/dock/tools/PricingTool.tsx';
import type { OptionsActions, OptionsModel } from '../../../components/options/model.ts';
import type { ListPreview } from '../../../components/options/pricing/model.ts';
import { PricingSection } from '../../../components/options/pricing/PricingSection.tsx';
import { say } from '../../../rules/language/local-text.ts';
import type { Order } from '../../../rules/orders/order.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { DAY_MS } from '../../../rules/time/shanghai.ts';
import type { PriceFacts } from '../../../storage/contracts/pricing.ts';
import type { ShopPatch } from '../../../storage/schemas/shop.ts';
import { stage } from './stage.tsx';

const settled = (): Promise<void> => act(async () => undefined);

const order: Order = {
  key: 'k1',
  platform: 'taobao',
  orderId: '400123456789',
  buyer: '小李',
  status: 'unpaid',
  amount: 6300,
  lines: [
    { title: '秒杀 托特', price: 1990 },
    { title: '手提', price: 3500 },
    { title: '零钱包', price: 810 },
  ],
};
const dockModel = (patch: Partial<DockModel> = {}): DockModel =>
  ({
    language: 'zh-CN',
    hasEditor: true,
    orders: {
      rows: 1,
      counts: [],
      merges: [],
      list: [{ order, flags: [] }],
      table: { name: '本店', example: false },
    },
    pricing: {
      ...exampleShop.pricing,
      platform: 'taobao',
      floors: {},
      flashWords: ['秒杀'],
    },
    ...patch,
  }) as DockModel;

function dockActions(facts?: PriceFacts) {
  return {
    previewPrice: vi.fn(),
    fillPrice: vi.fn(),
    priceFacts: vi.fn(async () => facts),
    searchPrices: vi.fn(async (query: string) => ({
      prices: [{ code: 'RST182', price: 2990, name: '托特' }].filter(({ code }) => code.includes(query)),
      list: { name: '周五', at: 1_000_000, count: 1 },
    })),
    putNumber: vi.fn(async (): Promise<'filled' | 'failed'> => 'filled'),
    insertText: vi.fn(),
    copy: vi.fn(),
    openOptions: vi.fn(),
    registers: { write: vi.fn(async () => 'written' as const) },
  };
}

const dialog: PriceView = {
  platform: 'taobao',
  current: 6300,
  hasFreight: true,
  orderId: '400123456789',
  rule: say('仅等待买家付款可改', 'only unpaid'),
};

function showCard(facts?: PriceFacts, view: Partial<PriceView> = {}, at = 1_000_000) {
  const actions = dockActions(facts);
  const model = dockModel();
  const node = (price: PriceView) => (
    <PriceSection price={price} model={model} language="zh-CN" actions={actions as unknown as DockActions} />
  );
  const shown = stage(node({ ...dialog, ...view }), { trusted: true, now: () => at });
  return {
    ...shown,
    actions,
    update: (next: Partial<PriceView>) => shown.render(node({ ...dialog, ...next })),
  };
}
const lastRequest = (view: { actions: { previewPrice: ReturnType<typeof vi.fn> } }) =>
  view.actions.previewPrice.mock.lastCall?.[0] as PriceRequest;

const facts: PriceFacts = {
  items: [
    { list: [{ code: 'A1', price: 1000 }], card: '托特', cost: 500, floor: 900 },
    { list: [{ code: 'B2', price: 2000 }], card: '手提', cost: 1000, floor: 1500 },
    { list: [{ code: 'C3', price: 300 }], card: '零钱包', cost: 100, floor: 200 },
  ],
  list: { name: '周五直播', at: 1_000_000, count: 3 },
  changesUsed: 2,
};

describe('the price card', () => {
  test('takes the live price of all goods with one click, and carries cost, floors and count along', async () => {
    const view = showCard(facts);
    await settled();
    expect(view.one('.sb-price-source').textContent).toContain('¥33.00');
    expect(view.root.textContent).toContain('这单已填过 2 次');
    view.press(view.named('用这个价'));
    expect(lastRequest(view)).toMatchObject({
      way: 'target',
      value: '33.00',
      source: '直播价 A1、B2、C3',
      known: { cost: 1600, changesUsed: 2, floors: [{ amount: 2600, why: 'card' }] },
    });
  });

  test('several prices are offered one by one, and an old list is warned about', async () => {
    const several: PriceFacts = {
      items: [
        {
          list: [
            { code: 'A1', price: 1000 },
            { code: 'A1-黑', price: 1200 },
          ],
        },
        { list: [] },
        { list: [] },
      ],
      list: { name: '上周', at: 0, count: 2 },
    };
    const view = showCard(several, {}, 4 * DAY_MS);
    await settled();
    expect(view.one('[role=alert]').textContent).toContain('4 天前');
    view.press(view.named('A1-黑'));
    expect(lastRequest(view)).toMatchObject({ value: '12.00', source: '直播价 A1-黑' });
  });

  test('a formula gives a price with its arithmetic', async () => {
    const view = showCard();
    await settled();
    view.type(view.one('.sb-price-more input'), '30');
    expect(view.root.textContent).toContain('(30.00 + 10) ÷ 0.6 ÷ 0.7 = 95.24');
    const [take] = view.all('.sb-formulas button');
    if (take) view.press(take);
    expect(lastRequest(view)).toMatchObject({ way: 'target', value: '95.24', known: { cost: 3000 } });
    expect(lastRequest(view).source).toContain('公式 夏洛昔');
  });

  test('under a floor the fill waits for the agent’s word; another number asks again', async () => {
    const request: PriceRequest = { way: 'target', value: '10' };
    const under = {
      request,
      newPrice: 1000,
      blocks: [],
      confirms: [say('低于本店底价 20.00 元', 'below')],
      warnings: [],
    };
    const view = showCard(undefined, { preview: under });
    await settled();
    expect(view.named('填入')).toHaveProperty('disabled', true);
    view.press(view.named('知道了，仍按这个价'));
    expect(lastRequest(view)).toEqual({ ...request, accepted: true });
    view.update({ preview: { ...under, request: { ...request, accepted: true } } });
    expect(view.named('填入')).toHaveProperty('disabled', false);
    view.type(view.one('.sb-price input[inputmode=decimal]'), '11');
    expect(lastRequest(view)).toEqual({ way: 'target', value: '11' });
  });

  test('rounding off and free postage are one click each', async () => {
    const view = showCard();
    await settled();
    const round = view
      .all('input[type=radio]')
      .find((radio) => (radio as HTMLInputElement).value === 'round');
    act(() => round?.click());
    expect(lastRequest(view)).toEqual({ way: 'round', value: 'yuan' });
    view.press(view.named('免运费'));
    expect(lastRequest(view)).toEqual({ way: 'round', value: 'yuan', freight: '免运费' });
  });

  test('what the dialog did not take is offered number by number', async () => {
    const request: PriceRequest = { way: 'minus', value: '5' };
    const view = showCard(undefined, {
      preview: {
        request,
        newPrice: 5800,
        inputs: [-158, -342],
        blocks: [say('没能填进去', 'not taken')],
        confirms: [],
        warnings: [],
        filled: false,
      },
    });
    await settled();
    const numbers = view.all('.sb-numbers li button');
    expect(numbers.map((one) => one.textContent)).toEqual(['-1.58', '-3.42']);
    expect(view.one('.sb-numbers [data-next]').textContent).toContain('-1.58');
    const [first] = numbers;
    if (first) view.press(first);
    await settled();
    expect(view.actions.putNumber).toHaveBeenCalledExactlyOnceWith({
      text: '-1.58',
      way: '减掉 商品 1',
    });
    expect(view.one('.sb-numbers [data-next]').textContent).toContain('-3.42');
    view.actions.putNumber.mockResolvedValueOnce('failed');
    view.press(view.one('.sb-numbers [data-next] button'));
    await settled();
    expect(view.one('.sb-numbers [data-next]').textContent).toContain('-3.42');
  });
});

function showTool(facts?: PriceFacts, patch: Partial<DockModel> = {}, orderKey?: string) {
  const actions = dockActions(facts);
  const view = stage(
    <PricingTool
      model={dockModel(patch)}
      actions={actions as unknown as DockActions}
      {...(orderKey !== undefined && { start: { orderKey, turn: 1 } })}
    />,
    { trusted: true },
  );
  const part = (id: string): void => {
    const radio = view.all('input[type=radio]').find((one) => (one as HTMLInputElement).value === id);
    act(() => radio?.click());
  };
  return { ...view, actions, part };
}

describe('the price tool', () => {
  test('splits a change over an order’s goods exactly, as new prices or as changes', async () => {
    const view = showTool(undefined, {}, 'k1');
    await settled();
    expect(view.all('.sb-pricing-line input').map((one) => (one as HTMLInputElement).value)).toEqual([
      '19.90',
      '35.00',
      '8.10',
    ]);
    view.type(view.all('.sb-price-inputs input')[0] as HTMLElement, '5.00');
    const shown = () => view.all('.sb-numbers li button').map((one) => one.textContent);
    expect(shown()).toEqual(['18.32', '32.22', '7.46']);
    view.part('line-delta');
    expect(shown()).toEqual(['-1.58', '-2.78', '-0.64']);
    // rules.md §4: goods 63.00, freight 6.00 waived, −5.00 → the buyer pays 58.00.
    view.type(view.all('.sb-price-inputs input')[1] as HTMLElement, '6');
    view.press(view.named('免运费'));
    expect(view.one('.sb-sums').textContent).toContain('买家实付¥58.00');
    expect(shown()).toEqual(['-1.58', '-2.78', '-0.64', '0.00']);
  });

  test('works without any page: goods typed by hand, bad amounts named', async () => {
    const view = showTool(undefined, { orders: undefined } as unknown as Partial<DockModel>);
    await settled();
    view.type(view.one('.sb-pricing-line input'), '63.005');
    expect(view.one('.sb-error').textContent).toContain('最多两位小数');
    view.type(view.one('.sb-pricing-line input'), '￥６３');
    view.part('percent');
    view.type(view.all('.sb-price-inputs input')[0] as HTMLElement, '8.8折');
    expect(view.one('.sb-sums').textContent).toContain('改后¥55.44差额−7.56');
  });

  test('looks the list up and puts a price into the page', async () => {
    const view = showTool();
    view.part('list');
    await settled();
    view.type(view.one('.sb-search input'), 'RST');
    await settled();
    view.press(view.named('¥29.90'));
    await settled();
    expect(view.actions.putNumber).toHaveBeenCalledExactlyOnceWith({ text: '29.90', way: '直播价 RST182' });
    view.type(view.one('.sb-search input'), 'ZZZ');
    await settled();
    expect(view.root.textContent).toContain('价目表里没有“ZZZ”');
  });

  test('compensation: the band of the goods, amounts inside it, words, and one entry', async () => {
    const view = showTool(undefined, {}, 'k1');
    view.part('compensation');
    // 秒杀 in the title, ¥63 paid: from ¥18.9 on ¥5–10.
    expect(view.root.textContent).toContain('可补偿 5.00–10.00 元');
    view.type(view.one('.sb-pricing > .sb-field input'), '18.89');
    expect(view.root.textContent).toContain('可补偿 2.00–5.00 元');
    expect(view.all('[data-amount]').map((one) => one.textContent)).toEqual(['¥2', '¥3', '¥4', '¥5']);
    view.press(view.one('[data-amount="300"]'));
    expect(view.root.textContent).toContain('补偿 3 元');
    view.press(view.named('登记'));
    await settled();
    expect(view.actions.registers.write).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        kind: 'quality',
        orderId: order.orderId,
        amount: 300,
        solution: '补偿 3.00 元',
      }),
    );
    expect(view.root.textContent).toContain('已登记');
    view.part('unusable');
    expect(view.root.textContent).toContain('走退款');
    expect(view.all('[data-amount]')).toEqual([]);
  });
});

const preview: ListPreview = {
  name: '周五.xlsx',
  problems: [say('第 3 行：「30起」不是一个价格', 'Line 3')],
  notes: [],
  count: 2,
  way: 'replace',
  change: { added: 1, changed: [{ code: 'A1', before: 1000, after: 1200 }], same: 0, removed: 3 },
};

function showOptions(patch: object = {}) {
  const saveShop = vi.fn<(patch: ShopPatch) => void>();
  const pricing = {
    readFile: vi.fn(),
    readText: vi.fn(),
    chooseWay: vi.fn(),
    applyList: vi.fn(),
    cancelList: vi.fn(),
    clearList: vi.fn(),
    exportLog: vi.fn(),
    eraseLog: vi.fn(),
  };
  const model = {
    language: 'zh-CN',
    shop: exampleShop,
    settings: { retentionDays: 30 },
    pricing: { list: { prices: [], name: '', at: 0 }, log: [] },
    ...patch,
  } as unknown as OptionsModel;
  const actions = { saveShop, pricing } as unknown as OptionsActions;
  return {
    ...stage(<PricingSection model={model} actions={actions} />, { trusted: true }),
    saveShop,
    pricing,
  };
}

describe('prices in the options', () => {
  test('a formula is tried while it is typed and kept once it can be read', () => {
    const view = showOptions();
    const [, expression] = view.all('[data-formula=example-nahaoya] input');
    if (!expression) throw new Error('no formula');
    view.type(expression, '成本+');
    expect(view.one('[data-formula=example-nahaoya] .sb-error').textContent).toContain('断了');
    expect(view.saveShop).not.toHaveBeenCalled();
    view.type(expression, '成本+20');
    expect(view.one('[data-formula=example-nahaoya]').textContent).toContain('30.00 + 20 = 50.00');
    expect(view.saveShop.mock.lastCall?.[0].pricing?.formulas[1]).toEqual({
      id: 'example-nahaoya',
      name: '娜好呀',
      expression: '成本+20',
    });
  });

  test('bands that contradict each other are said and not kept', () => {
    const view = showOptions();
    const inputs = view.all('[data-band=B13-flash-low] input');
    const [, under, , most] = inputs;
    if (!under || !most) throw new Error('no band');
    view.type(under, '30');
    expect(view.root.textContent).toContain('重叠');
    expect(view.saveShop).not.toHaveBeenCalled();
    view.type(under, '18.90');
    view.type(most, '6');
    expect(view.saveShop.mock.lastCall?.[0].pricing?.compensation[1]).toMatchObject({
      under: 1890,
      most: 600,
    });
  });

  test('a list is looked at first; what cannot be read is named and left out only when told so', () => {
    const view = showOptions({ pricing: { list: { prices: [], name: '', at: 0 }, log: [], preview } });
    expect(view.one('.sb-pricing-preview').textContent).toContain('新增 1，改价 1，不变 0，去掉 3');
    expect(view.one('.sb-pricing-preview').textContent).toContain('A1：10.00 → 12.00');
    expect(view.one('.sb-pricing-preview [role=alert]').textContent).toContain('第 3 行');
    view.press(view.named('跳过 1 行，导入 2 个'));
    expect(view.pricing.applyList).toHaveBeenCalledOnce();
  });

  test('the log tells who, when, from what to what and why, and never that it was confirmed', () => {
    const change = {
      id: 'c',
      at: 0,
      place: 'dialog',
      platform: 'taobao',
      by: '07',
      orderId: '4001',
      old: 6300,
      price: 5800,
      way: '减掉 5',
      reason: '老客',
    };
    const view = showOptions({ pricing: { list: { prices: [], name: '', at: 0 }, log: [change] } });
    expect(view.one('[data-price-log] tbody').textContent).toContain('07400163.00 → 58.00减掉 5老客');
    expect(view.one('[data-price-log]').textContent).toContain('填好不等于已经改价');
    view.press(view.named('导出 XLSX'));
    expect(view.pricing.exportLog).toHaveBeenCalledExactlyOnceWith('xlsx');
    view.press(view.named('清空记录'));
    expect(view.pricing.eraseLog).not.toHaveBeenCalled();
    view.press(view.named('清空'));
  });

  test('floors: empty is none, and a formula may be the floor', () => {
    const view = showOptions({ shop: { ...exampleShop, price: { floor: 2000, floorPercent: 80 } } });
    const [floor] = view.all('.sb-form input');
    if (!floor) throw new Error('no floor');
    view.type(floor, '');
    expect(view.saveShop).toHaveBeenLastCalledWith({ price: { floorPercent: 80 } });
  });
});
