// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, test, vi } from 'vitest';
import type { DockActions, DockModel } from '../../../components/dock/model.ts';
import { GuideTool } from '../../../components/dock/tools/GuideTool.tsx';
import type { GuideProgress, GuideState } from '../../../components/dock/tools/guide/guide.ts';
import { shippedTables } from '../../../rules/decisions/index.ts';
import { say } from '../../../rules/language/local-text.ts';
import type { Order } from '../../../rules/orders/order.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { DAY_MS, shanghaiEpoch } from '../../../rules/time/shanghai.ts';
import { type Stage, stage } from './stage.tsx';

const now = shanghaiEpoch(2026, 3, 2, 14) ?? 0;
const order: Order = {
  key: 'k1',
  platform: 'jd',
  orderId: '298800001111',
  buyer: '西瓜',
  amount: 5_990,
  status: 'refunding',
  statusText: '未发货，仅退款',
  lines: [{ title: '帆布斜挎包', sku: '黑色', code: 'RST182', quantity: 1 }],
};
const refundRow = {
  order,
  flags: [
    {
      name: 'refund-only' as const,
      level: 'stop' as const,
      label: say('仅退款', 'Refund only'),
      reasons: [],
    },
  ],
};
const stuckRow = {
  order: {
    ...order,
    key: 'k2',
    orderId: '298800002222',
    status: 'shipped' as const,
    statusText: '已发货',
    courier: '圆通快递',
    trackingNo: 'YT8801',
    lastTrackText: '快件已到达 武汉转运中心',
    lastTrackAt: now - 4 * DAY_MS,
    memo: '顾客要求尽快',
  },
  flags: [{ name: 'stuck' as const, level: 'stop' as const, label: say('停滞', 'Stuck'), reasons: [] }],
};
const state: GuideState = {
  tables: shippedTables,
  shop: exampleShop,
  agent: { agentNumber: '07', shopName: '包之恋' },
  platform: 'jd',
};
const model = (patch: Partial<DockModel> = {}): DockModel => ({
  language: 'zh-CN',
  theme: 'light',
  place: { collapsed: false, top: 0.5 },
  orphaned: false,
  health: [],
  hasEditor: true,
  waiting: [],
  phrases: [],
  categories: [],
  orders: {
    rows: 2,
    counts: [],
    merges: [],
    list: [refundRow, stuckRow],
    table: { name: '示例', example: true },
  },
  ...patch,
});

function actionsOf() {
  const kept = new Map<string, GuideProgress>();
  const tell: { changed?: (state: GuideState) => void } = {};
  const guide = {
    follow: vi.fn((changed: (next: GuideState) => void) => {
      tell.changed = changed;
      changed(state);
    }),
    chat: vi.fn(() => ({ values: { 买家: '桃子', 客服号: '07' } })),
    recall: (key: string) => kept.get(key),
    keep: vi.fn((key: string, progress: GuideProgress) => void kept.set(key, progress)),
    write: vi.fn(async () => 'written' as const),
  };
  const used = { insertText: vi.fn(), copy: vi.fn(), guide };
  return { tell, used, actions: used as unknown as DockActions };
}

const opened = (
  patch: Partial<DockModel> = {},
  start?: { orderKey?: string; turn: number },
  options: { trusted?: boolean } = { trusted: true },
) => {
  const parts = actionsOf();
  const view = stage(<GuideTool model={model(patch)} actions={parts.actions} {...(start && { start })} />, {
    ...options,
    now: () => now,
  });
  return { ...parts, view };
};
const answer = (view: Stage, id: string): void => view.press(view.one(`[data-answer="${id}"]`));
const text = (view: Stage, reader: string): string =>
  view.one(`[data-reader="${reader}"] blockquote`).textContent ?? '';

describe('the guide', () => {
  test('opens the table an order calls for, and says what it read', () => {
    const { view } = opened({}, { orderKey: 'k1', turn: 1 });
    expect(view.one('[data-guide]').dataset.guide).toBe('refund-only');
    expect(view.one('[data-fact="shipped"]').textContent).toBe('已发货：否');
    expect(view.one('[data-question]').dataset.question).toBe('memo');
  });

  test('answers by itself what the page tells, marked so, and asks the rest', () => {
    const { view } = opened({}, { orderKey: 'k1', turn: 1 });
    answer(view, 'none');
    expect(view.one('[data-step="shipped"]').dataset.by).toBe('fact');
    expect(view.one('[data-step="memo"]').dataset.by).toBe('agent');
    expect(view.one('[data-question]').dataset.question).toBe('pulled');
  });

  test('gives the texts of the outcome, filled from the order', () => {
    const { view, used } = opened({}, { orderKey: 'k1', turn: 1 });
    answer(view, 'none');
    answer(view, 'not-asked');
    expect(view.one('[data-outcome]').dataset.outcome).toBe('pull');
    expect(text(view, 'warehouse')).toContain('订单 298800001111，帆布斜挎包 黑色，金额 59.90 元');
    expect(text(view, 'memo')).toBe('03-02 07 买家申请仅退款，未发货，已请仓库拦件');
    view.press(view.one('[data-reader="buyer"] button[title="给买家：放入输入框"]'));
    expect(used.insertText).toHaveBeenCalledWith(text(view, 'buyer'));
    view.press(view.one('[data-reader="warehouse"] button'));
    expect(used.copy).toHaveBeenCalledWith(text(view, 'warehouse'));
  });

  test('writes the register entry once, with what the buyer was promised', async () => {
    const { view, used } = opened({}, { orderKey: 'k1', turn: 1 });
    answer(view, 'none');
    answer(view, 'not-asked');
    view.type(view.one('.sb-guide-register input'), '2');
    await act(async () => view.named('登记到「退款」').click());
    expect(used.guide.write).toHaveBeenCalledTimes(1);
    expect(used.guide.write).toHaveBeenCalledWith(
      expect.objectContaining({
        kind: 'refund',
        platform: 'jd',
        orderId: '298800001111',
        buyer: '西瓜',
        amount: 5_990,
        issue: '仅退款',
        promisedAt: now + 2 * 3_600_000,
        solution: '请仓库把包裹拦下来，拦到再退款',
      }),
    );
    expect(view.one('.sb-guide-register').textContent).toContain('已登记');
    expect((view.named('登记到「退款」') as HTMLButtonElement).disabled).toBe(true);
  });

  test('lets an answer of the page be changed, and keeps what was said behind it', () => {
    const { view } = opened({}, { orderKey: 'k1', turn: 1 });
    answer(view, 'none');
    view.press(view.named('改「发货了吗？」的回答'));
    expect(view.all('[data-answer]').map((one) => one.dataset.answer)).toEqual(['no', 'yes']);
    answer(view, 'yes');
    expect(view.one('[data-step="shipped"]').dataset.by).toBe('agent');
    expect(view.one('[data-question]').dataset.question).toBe('where');
  });

  test('asks for what the page does not tell and gives no text with a gap', () => {
    const { view, used } = opened({ openConversation: 'c1' });
    answer(view, 'none');
    expect(view.one('[data-outcome]').dataset.outcome).toBe('no-information');
    const copy = view.one('[data-reader="warehouse"] button') as HTMLButtonElement;
    expect(copy.disabled).toBe(true);
    expect(text(view, 'warehouse')).toContain('【单号】');
    for (const name of ['订单号', '快递', '单号', '金额']) view.type(view.one(`[data-field="${name}"]`), '9');
    expect(text(view, 'warehouse')).toBe(
      '【查物流】订单 9，9 9，金额 9 元：查不到任何物流，请核实有没有出库、单号对不对。',
    );
    view.press(copy);
    expect(used.copy).toHaveBeenCalledTimes(1);
  });

  test('opens beside a chat with what the buyer speaks of', () => {
    const parts = actionsOf();
    parts.used.guide.chat.mockReturnValue({ values: {}, message: '包带断了' } as never);
    const view = stage(<GuideTool model={model({ openConversation: 'c1' })} actions={parts.actions} />, {
      trusted: true,
      now: () => now,
    });
    expect(view.one('[data-guide]').dataset.guide).toBe('quality');
    expect(view.one('optgroup').getAttribute('label')).toBe('买家说到的');
  });

  test('offers choices to press, and any other word', () => {
    const { view } = opened({}, { orderKey: 'k2', turn: 1 });
    const select = view.one('select') as HTMLSelectElement;
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(
        select,
        'missing-pieces',
      );
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    for (const id of ['yes', 'ours', 'yes', 'reship']) answer(view, id);
    view.type(view.one('[data-field="少了什么"]'), '肩带');
    view.press(view.named('少发还是错发：错发'));
    expect(text(view, 'memo')).toBe('03-02 07 错发：肩带，补发');
    view.type(view.one('[data-field="少发还是错发"]'), '少发一半');
    expect(text(view, 'memo')).toBe('03-02 07 少发一半：肩带，补发');
  });

  test('is answered by number keys, not while an input method writes', () => {
    const { view } = opened({}, { orderKey: 'k1', turn: 1 });
    const guide = view.one('.sb-guide');
    view.key(guide, { key: '1', isComposing: true });
    expect(view.one('[data-question]').dataset.question).toBe('memo');
    view.key(guide, { key: '7' });
    expect(view.one('[data-question]').dataset.question).toBe('memo');
    view.key(guide, { key: '1' });
    expect(view.one('[data-question]').dataset.question).toBe('pulled');
  });

  test('is not answered by the page’s own events', () => {
    const { view } = opened({}, { orderKey: 'k1', turn: 1 }, {});
    answer(view, 'none');
    view.key(view.one('.sb-guide'), { key: '1' });
    expect(view.one('[data-question]').dataset.question).toBe('memo');
  });

  test('finds an order of the page by part of its number, and warns of a memo that stands there', () => {
    const { view } = opened();
    view.type(view.one('.sb-guide-order input'), '2222');
    view.press(view.named('选订单 298800002222'));
    expect(view.one('[data-guide]').dataset.guide).toBe('courier');
    expect(view.one('[data-question]').dataset.question).toBe('courier-says');
    answer(view, 'not-asked');
    expect(text(view, 'courier')).toContain('YT8801 已经 4 天没有更新');
    expect(view.one('[data-reader="memo"]').textContent).toContain('已有备注「顾客要求尽快」');
  });

  test('follows a change of the tables while it is open', () => {
    const { view, tell } = opened({}, { orderKey: 'k1', turn: 1 });
    const tables = structuredClone([...shippedTables]);
    const first = tables.find(({ id }) => id === 'refund-only')?.questions[0];
    if (!first) throw new Error('no question');
    first.text = { 'zh-CN': '备注写了什么？' };
    act(() => tell.changed?.({ ...state, tables }));
    expect(view.one('[data-question] h3').textContent).toBe('备注写了什么？');
  });

  test('takes nothing said of one buyer for another', () => {
    const parts = actionsOf();
    const tool = (conversation: string) => (
      <GuideTool model={model({ openConversation: conversation })} actions={parts.actions} />
    );
    const view = stage(tool('c1'), { trusted: true, now: () => now });
    answer(view, 'none');
    expect(view.all('[data-outcome]')).toHaveLength(1);
    view.render(tool('c2'));
    expect(view.all('[data-outcome]')).toHaveLength(0);
    view.render(tool('c1'));
    expect(view.all('[data-outcome]')).toHaveLength(1);
  });

  test('speaks English where the agent does', () => {
    const { view } = opened({ language: 'en' }, { orderKey: 'k1', turn: 1 });
    expect(view.one('[data-question] h3').textContent).toBe('Does the memo say what was agreed?');
    expect(view.one('[data-fact="shipped"]').textContent).toBe('Shipped: no');
  });
});
