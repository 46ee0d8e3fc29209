// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { DockActions, DockModel } from '../../../components/dock/model.ts';
import { RegisterStrip } from '../../../components/dock/registers/RegisterStrip.tsx';
import type { ReturnDesk, ScannedReturn } from '../../../components/dock/registers/register-actions.ts';
import { ReturnsTool } from '../../../components/dock/tools/ReturnsTool.tsx';
import { RegisterForm } from '../../../components/registers/RegisterForm.tsx';
import { say } from '../../../rules/language/local-text.ts';
import type { Order } from '../../../rules/orders/order.ts';
import type { EntryFacts, RegisterEntry } from '../../../rules/registers/entry.ts';
import { shanghaiEpoch } from '../../../rules/time/shanghai.ts';
import { stage } from './stage.tsx';

const noon = shanghaiEpoch(2026, 11, 22, 12) ?? 0;
const settle = (): Promise<void> => act(async () => {});

const order = (key: string, over: Partial<Order> = {}): Order => ({
  key,
  platform: 'taobao',
  orderId: key,
  lines: [{ title: '迷你链条包', sku: '黑色', code: 'RST182', quantity: 1 }],
  amount: 3990,
  ...over,
});
const model = (orders: readonly Order[], patch: Partial<DockModel> = {}): DockModel => ({
  language: 'zh-CN',
  theme: 'auto',
  place: { collapsed: false, top: 0 },
  orphaned: false,
  health: [],
  hasEditor: false,
  waiting: [],
  phrases: [],
  categories: [],
  orders: {
    rows: orders.length,
    counts: [],
    merges: [],
    list: orders.map((one) => ({ order: one, flags: [] })),
    table: { name: '', example: false },
  },
  ...patch,
});

function deskOf(entries: readonly RegisterEntry[] = []) {
  let scanned: readonly ScannedReturn[] = [];
  const registers = {
    platform: 'taobao' as const,
    look: vi.fn(async () => ({
      late: 0,
      today: 0,
      due: [] as RegisterEntry[],
      ofBuyer: [] as RegisterEntry[],
    })),
    watch: vi.fn(),
    write: vi.fn(async (_: EntryFacts, __?: 'open' | 'done') => 'written' as const),
    setStatus: vi.fn(async () => undefined),
    ofNumber: vi.fn(async () => entries),
    memo: vi.fn(() => 'memo'),
    followReturns: vi.fn((changed: (desk: ReturnDesk) => void) =>
      changed({
        rules: { acceptedReasons: ['不喜欢'], bagCodes: [{ match: '链条包', code: '包之恋955' }] },
      }),
    ),
    scanned: () => scanned,
    keepScanned: (items: readonly ScannedReturn[]) => {
      scanned = items;
    },
    showList: vi.fn(),
  };
  const actions = {
    registers,
    copy: vi.fn(),
    insertText: vi.fn(),
    jumpToOrder: vi.fn(),
    guide: { chat: () => ({ values: { 买家: '小王', 订单号: '123456789012' } }) },
  };
  return {
    actions: actions as unknown as DockActions,
    registers,
    copy: actions.copy,
    insertText: actions.insertText,
  };
}
const entry = (over: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id: 'e1',
  kind: 'customer-problem',
  platform: 'taobao',
  goods: [],
  issue: '包带断了',
  status: 'open',
  createdAt: noon,
  updatedAt: noon,
  ...over,
});

describe('the return desk', () => {
  const rows = [
    order('1234567890123456789', { trackingNo: 'YT8812345678901' }),
    order('1234567890123456780', { trackingNo: 'YT8812345678901' }),
  ];
  const open = (patch: Partial<DockModel> = {}, entries: readonly RegisterEntry[] = [], trusted = true) => {
    const desk = deskOf(entries);
    const view = stage(<ReturnsTool model={model(rows, patch)} actions={desk.actions} />, {
      trusted,
      now: () => noon,
    });
    const box = view.one('[data-returns-scan]');
    const scan = async (text: string, init: KeyboardEventInit = {}): Promise<void> => {
      view.type(box, text);
      view.key(box, { key: 'Enter', ...init });
      await settle();
    };
    return { ...view, ...desk, box, scan };
  };

  it('holds the caret and lists every order of one parcel', async () => {
    const desk = open();
    expect(document.activeElement).toBe(desk.box);
    await desk.scan('yt 8812 3456 7890 1');
    expect(desk.all('[data-order]').map((one) => one.dataset.order)).toEqual([
      '1234567890123456789',
      '1234567890123456780',
    ]);
    expect(desk.root.textContent).toContain('对上 2 个订单');
    expect((desk.box as HTMLTextAreaElement).value).toBe('');
    expect(document.activeElement).toBe(desk.box);
  });

  it('takes a pasted list apart and keeps a parcel scanned twice once', async () => {
    const desk = open();
    await desk.scan('SF1234567890123\nSF1234567890124');
    await desk.scan('SF1234567890123');
    expect(desk.all('[data-scanned]').map((one) => one.dataset.scanned)).toEqual([
      'SF1234567890123',
      'SF1234567890124',
    ]);
  });

  it('leaves the Enter of an input method to it, and does nothing on a page’s own event', async () => {
    const desk = open();
    await desk.scan('SF1234567890123', { isComposing: true });
    expect(desk.all('[data-scanned]')).toHaveLength(0);
    const untrusted = open({}, [], false);
    await untrusted.scan('SF1234567890123');
    expect(untrusted.all('[data-scanned]')).toHaveLength(0);
  });

  it('registers an order with number, goods and bag code by one press, and copies what was written', async () => {
    const desk = open();
    await desk.scan('YT8812345678901');
    desk.press(desk.named('登记退货'));
    await settle();
    expect(desk.registers.write).toHaveBeenCalledWith(
      {
        kind: 'return',
        platform: 'taobao',
        goods: [{ title: '迷你链条包', sku: '黑色', code: 'RST182', quantity: 1 }],
        issue: '退货',
        orderId: '1234567890123456789',
        amount: 3990,
        trackingNo: 'YT8812345678901',
        bagCode: '包之恋955',
      },
      'open',
    );
    expect(desk.copy).toHaveBeenCalledWith(expect.stringContaining('袋上写：包之恋955'));
    expect(desk.one('[data-order="1234567890123456789"]').textContent).toContain('已登记');
    expect(desk.one('[data-order="1234567890123456780"]').textContent).toContain('登记退货');
  });

  it('tells a reason that does not stand and writes to the buyer, in the editor where there is one', async () => {
    const refunds = [
      { key: 'r', orderId: '1234567890123456789', reason: '质量问题', returnTrackingNo: 'SF1234567890123' },
    ];
    const desk = open({ refunds, hasEditor: true });
    await desk.scan('SF1234567890123');
    desk.press(desk.named('请买家改原因'));
    expect(desk.insertText).toHaveBeenCalledWith(expect.stringContaining('质量问题'));
    const without = open({ refunds });
    await without.scan('SF1234567890123');
    without.press(without.named('请买家改原因'));
    expect(without.copy).toHaveBeenCalledTimes(1);
  });

  it('says that nobody knows a number and offers to write it down', async () => {
    const desk = open();
    await desk.scan('SF0000000000000');
    expect(desk.root.textContent).toContain('都没有这个单号');
    desk.press(desk.named('登记'));
    expect(desk.one('[data-register-form]').innerHTML).toContain('SF0000000000000');
    await desk.scan('谢谢');
    expect(desk.root.textContent).toContain('「谢谢」里没有单号');
  });

  it('shows what the register holds of the number', async () => {
    const desk = open({}, [entry({ kind: 'return', trackingNo: 'SF1234567890123', issue: '没找到订单' })]);
    await desk.scan('SF1234567890123');
    expect(desk.one('[data-entry="e1"]').textContent).toContain('没找到订单');
    desk.press(desk.named('解决了'));
    expect(desk.registers.setStatus).toHaveBeenCalledWith('e1', 'done');
  });
});

describe('the form of an entry', () => {
  const form = (onSubmit = vi.fn(async () => undefined as undefined | ReturnType<typeof say>)) => {
    const onCancel = vi.fn();
    const view = stage(
      <RegisterForm
        language="zh-CN"
        start={{ platform: 'pdd', buyer: '小王', conversation: 'k', orderId: '1' }}
        now={noon}
        onSubmit={onSubmit}
        onCancel={onCancel}
      />,
      { trusted: true },
    );
    return { ...view, onSubmit, onCancel, issue: () => view.one('[data-field="issue"]') };
  };

  it('begins where only the agent can go on, and is written by Ctrl+Enter', async () => {
    const view = form();
    expect(document.activeElement).toBe(view.issue());
    view.type(view.issue(), '包带断了');
    view.type(view.one('[data-field="promisedAt"]'), '明天 9:30');
    view.key(view.issue(), { key: 'Enter', ctrlKey: true, isComposing: true });
    expect(view.onSubmit).not.toHaveBeenCalled();
    view.key(view.issue(), { key: 'Enter', ctrlKey: true });
    await settle();
    expect(view.onSubmit).toHaveBeenCalledWith({
      kind: 'customer-problem',
      platform: 'pdd',
      buyer: '小王',
      conversation: 'k',
      orderId: '1',
      goods: [],
      issue: '包带断了',
      promisedAt: shanghaiEpoch(2026, 11, 23, 9, 30),
    });
  });

  it('says at the field what is wrong, and what the register would not take', async () => {
    const view = form(vi.fn(async () => say('放不下了', 'full')));
    view.type(view.one('[data-field="promisedAt"]'), '尽快');
    view.key(view.issue(), { key: 'Enter', ctrlKey: true });
    await settle();
    expect(view.onSubmit).not.toHaveBeenCalled();
    expect(view.all('[role=alert]').map((one) => one.textContent)).toEqual([
      '请写一下是什么问题',
      '读不懂，请写成 明天 9:30 或 11-23 18:00',
    ]);
    view.type(view.issue(), '慢');
    view.type(view.one('[data-field="promisedAt"]'), '');
    view.key(view.issue(), { key: 'Enter', ctrlKey: true });
    await settle();
    expect(view.one('[role=alert]').textContent).toBe('放不下了');
    view.key(view.issue(), { key: 'Escape' });
    expect(view.onCancel).toHaveBeenCalled();
  });
});

describe('the register in the dock', () => {
  it('is nothing where no chat is open and nothing is due', async () => {
    const desk = deskOf();
    const view = stage(<RegisterStrip model={model([])} actions={desk.actions} />, { trusted: true });
    await settle();
    expect(view.all('.sb-register')).toHaveLength(0);
  });

  it('says what is due, lists it, and marks it as solved by one press', async () => {
    const desk = deskOf();
    desk.registers.look.mockResolvedValue({
      late: 1,
      today: 2,
      due: [entry({ promisedAt: noon - 1 })],
      ofBuyer: [],
    });
    const view = stage(<RegisterStrip model={model([])} actions={desk.actions} />, {
      trusted: true,
      now: () => noon,
    });
    await settle();
    view.press(view.named('1 件登记已过期，2 件登记今天到期'));
    expect(view.one('[data-entry="e1"]').dataset.due).toBe('late');
    view.press(view.named('解决了'));
    await settle();
    expect(desk.registers.setStatus).toHaveBeenCalledWith('e1', 'done');
  });

  it('writes down for the buyer whose chat is open, and drops the draft when another chat opens', async () => {
    const desk = deskOf();
    const at = (openConversation: string) => model([], { openConversation });
    const view = stage(<RegisterStrip model={at('taobao|s|k')} actions={desk.actions} />, { trusted: true });
    await settle();
    expect(desk.registers.look).toHaveBeenCalledWith({
      platform: 'taobao',
      conversation: 'taobao|s|k',
      buyer: '小王',
      orderIds: ['123456789012'],
    });
    view.press(view.one('[data-register]'));
    view.type(view.one('[data-field="issue"]'), '包带断了');
    view.render(<RegisterStrip model={at('taobao|s|other')} actions={desk.actions} />);
    await settle();
    expect(view.all('[data-register-form]')).toHaveLength(0);
    view.press(view.one('[data-register]'));
    view.type(view.one('[data-field="issue"]'), '少了一件');
    view.key(view.one('[data-field="issue"]'), { key: 'Enter', ctrlKey: true });
    await settle();
    expect(desk.registers.write).toHaveBeenCalledWith(
      expect.objectContaining({ conversation: 'taobao|s|other', buyer: '小王', issue: '少了一件' }),
    );
    expect(view.all('[data-register-form]')).toHaveLength(0);
  });
});
