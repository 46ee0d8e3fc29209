// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AddressReading, DockActions, DockModel } from '../../../components/dock/model.ts';
import { AddressTool } from '../../../components/dock/tools/AddressTool.tsx';
import { draftOf, noFacts, readFacts } from '../../../components/dock/tools/address/facts.ts';
import { loadRegions, parseAddress, regionPart } from '../../../rules/address/index.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { type ZoneQuestion, zoneAnswer } from '../../../rules/zones/index.ts';
import { type Stage, stage } from './stage.tsx';

beforeAll(() => loadRegions());
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const model: DockModel = {
  language: 'zh-CN',
  theme: 'light',
  place: { collapsed: false, top: 0.5 },
  orphaned: false,
  health: [],
  hasEditor: true,
  waiting: [],
  phrases: [],
  categories: [],
};

/** The desk's answer without a desk between. */
async function readAddress(text: string, facts: ZoneQuestion): Promise<AddressReading> {
  if (text === '') return { problem: 'empty' };
  const parsed = parseAddress(text);
  return { parsed, answer: zoneAnswer({ ...regionPart(parsed), text }, exampleShop.couriers, facts) };
}

async function show(text: string, patch: Partial<DockModel> = {}) {
  const actions = { readAddress: vi.fn(readAddress), insertText: vi.fn(), copy: vi.fn() };
  const view = stage(
    <AddressTool
      model={{ ...model, ...patch }}
      actions={actions as unknown as DockActions}
      start={{ text, turn: 1 }}
    />,
    { trusted: true },
  );
  await pause();
  return { ...view, actions };
}
/** Typing pauses, and the answer comes. */
const pause = async (): Promise<void> => {
  await act(() => vi.advanceTimersByTimeAsync(400));
};
const box = (view: Pick<Stage, 'one'>): HTMLTextAreaElement => view.one('textarea') as HTMLTextAreaElement;

describe('the address tool', () => {
  test('shows every part that was read, masks as they stand, and from what the rest was inferred', async () => {
    const view = await show('张** 138****0000 杭洲市余杭区仓前街道**路**号');
    const parts = Object.fromEntries(
      view
        .all('.sb-address-parts > div')
        .map((row) => [row.querySelector('dt')?.textContent, row.querySelector('dd')?.textContent]),
    );
    expect(parts).toMatchObject({
      市: '杭州市写的是「杭洲市」，按写错认的',
      区县: '余杭区',
      收件人: '张**',
      电话: '138****0000',
      详细地址: '**路**号',
    });
    expect(parts.省).toMatch(/^浙江省没写，从/);
  });

  test('puts the reply into the editor or on the clipboard; without an editor only the latter', async () => {
    const view = await show('西藏自治区拉萨市城关区北京中路3号');
    view.press(view.named('填入'));
    view.press(view.named('复制'));
    const [[inserted] = []] = view.actions.insertText.mock.calls;
    expect(inserted).toMatch(/^亲，/);
    expect(view.actions.copy).toHaveBeenCalledWith(inserted);
    const without = await show('西藏自治区拉萨市城关区北京中路3号', { hasEditor: false });
    expect(() => without.named('填入')).toThrow();
  });

  test('writes the place the agent chooses in front of an open district', async () => {
    const view = await show('鼓楼区中山北路25号');
    view.press(view.named('河南省 开封市 鼓楼区'));
    expect(box(view).value).toBe('河南省开封市鼓楼区中山北路25号');
    await pause();
    expect(view.root.textContent).not.toContain('可能是这几处');
  });

  test('asks anew with what is typed of the order, and reads while typing pauses, not at every key', async () => {
    const view = await show('');
    for (const text of ['青海', '青海省西宁', '青海省西宁市城西区']) view.type(box(view), text);
    await pause();
    expect(view.actions.readAddress.mock.calls.map(([text]) => text)).toEqual(['', '青海省西宁市城西区']);
    const pieces = view.all('.sb-address-facts input')[0];
    if (!pieces) throw new Error('no field for pieces');
    view.type(pieces, '2');
    await pause();
    expect(view.actions.readAddress).toHaveBeenLastCalledWith('青海省西宁市城西区', { pieces: 2 });
    view.type(pieces, '两件');
    await pause();
    expect(view.root.textContent).toContain('件数要是整数');
    expect(view.actions.readAddress).toHaveBeenLastCalledWith('青海省西宁市城西区', {});
  });

  test('begins with the address and the facts of an order', async () => {
    const order = {
      key: 'o1',
      orderId: '298800001111',
      platform: 'jd' as const,
      amount: 4_990,
      address: '新疆乌鲁木齐市天山区****',
      lines: [{ title: '【秒杀】帆布包', quantity: 2 }],
    };
    const orders = {
      rows: 1,
      counts: [],
      merges: [],
      list: [{ order, flags: [] }],
      table: { name: '', example: true },
    };
    const actions = { readAddress: vi.fn(readAddress), insertText: vi.fn(), copy: vi.fn() };
    const view = stage(
      <AddressTool
        model={{
          ...model,
          pricing: { flashWords: ['秒杀'] } as unknown as NonNullable<DockModel['pricing']>,
          orders: orders as unknown as NonNullable<DockModel['orders']>,
        }}
        actions={actions as unknown as DockActions}
        start={{ orderKey: 'o1', turn: 1 }}
      />,
    );
    await pause();
    expect(actions.readAddress).toHaveBeenCalledWith(order.address, {
      pieces: 2,
      total: 4_990,
      flashSale: true,
    });
    expect(view.root.textContent).toContain('298800001111');
  });
});

test.each([
  [{ pieces: '２', total: '￥４９．９', weight: '1.5' }, { pieces: 2, total: 4_990, grams: 1_500 }, []],
  [{ pieces: '0', total: '-1', weight: '0' }, {}, ['pieces', 'total', 'weight']],
  [{ pieces: '1.5', total: '3.333', weight: '很重' }, {}, ['pieces', 'total', 'weight']],
  [{ pieces: '', total: ' ', weight: '' }, {}, []],
])('facts of an order as typed: %j', (typed, facts, bad) => {
  expect(readFacts({ ...noFacts, ...typed })).toEqual({ facts, bad });
});

test('facts of an order are read again as they are shown', () => {
  const facts: ZoneQuestion = { pieces: 3, total: 12_050, grams: 2_400, flashSale: true };
  expect(readFacts(draftOf(facts)).facts).toEqual(facts);
});
