// @vitest-environment happy-dom
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import type { DockActions, OrdersView } from '../../../components/dock/model.ts';
import { arrangeRows, summarizeDay } from '../../../components/dock/orders/arrange-rows.ts';
import { OrdersSection } from '../../../components/dock/orders/OrdersSection.tsx';
import type { OrderRowView } from '../../../components/dock/orders/order-row.ts';
import { firstLook } from '../../../components/dock/orders/orders-look.ts';
import { say } from '../../../rules/language/local-text.ts';
import type { Flag, FlagName } from '../../../rules/orders/flag.ts';
import { summarizeFlags } from '../../../rules/orders/index.ts';
import type { OrderState } from '../../../rules/orders/order-state.ts';
import { HOUR_MS } from '../../../rules/time/shanghai.ts';
import { stage } from './stage.tsx';

const now = Date.parse('2026-03-05T12:00+08:00');
const flag = (name: FlagName, level: Flag['level'], deadline?: number): Flag => ({
  name,
  level,
  label: say(`${name}!`, name),
  reasons: [say(`${name}的原因`, `why ${name}`)],
  rule: `rule-${name}`,
  ...(deadline !== undefined && { deadline }),
});
const handledAt = (at: number, orderId: string): OrderState => ({
  platform: 'jd',
  orderId,
  handledAt: at,
  at,
});

function row(id: string, flags: Flag[] = [], patch: Partial<OrderRowView['order']> = {}): OrderRowView {
  return {
    order: {
      key: `k${id}`,
      platform: 'jd',
      orderId: `30000000000${id}`,
      status: 'unshipped',
      buyer: `买家${id}`,
      lines: [],
      ...patch,
    },
    flags,
  };
}
const late = row('1', [flag('ship-late', 'stop', now - HOUR_MS), flag('memo', 'info')], { amount: 5_000 });
const soon = row('2', [flag('ship-today', 'warn', now + 2 * HOUR_MS)], { amount: 9_000 });
const quiet = row('3', [], { amount: 1_000, placedAt: now - 9 * HOUR_MS });
const memo = row('4', [flag('memo', 'info')], { placedAt: now - HOUR_MS });
const done: OrderRowView = { ...row('5', [flag('unpaid', 'info')]), state: handledAt(now - HOUR_MS, '5') };
const list = [quiet, soon, done, memo, late];

const viewOf = (rows: readonly OrderRowView[], patch: Partial<OrdersView> = {}): OrdersView => ({
  rows: rows.length,
  list: [...rows],
  counts: summarizeFlags(new Map(rows.flatMap((one) => (one.state ? [] : [[one.order.key, one.flags]])))).map(
    (count) => ({ ...count, orders: count.keys.map((key) => ({ key })) }),
  ),
  merges: [],
  table: { name: '本店', example: false },
  ...patch,
});

function Looked(props: { orders: OrdersView; hasEditor: boolean; actions: DockActions }) {
  const [look, setLook] = useState(firstLook);
  return <OrdersSection {...props} language="zh-CN" look={look} onLook={setLook} />;
}

function show(orders: OrdersView, hasEditor = false) {
  const actions = {
    noteOrder: vi.fn(),
    exportOrders: vi.fn(),
    copyOrderNumbers: vi.fn(),
    jumpToOrder: vi.fn(),
    copy: vi.fn(),
    insertText: vi.fn(),
    openTool: vi.fn(),
    openOptions: vi.fn(),
  } satisfies Partial<DockActions>;
  const draw = (next: OrdersView) => (
    <Looked orders={next} hasEditor={hasEditor} actions={actions as unknown as DockActions} />
  );
  const view = stage(draw(orders), { trusted: true, now: () => now });
  const listed = () => view.all('.sb-order').map((one) => one.dataset.order?.slice(-1));
  const rowButton = (id: string) => view.one(`.sb-order[data-order$="${id}"] > .sb-order-open`);
  return { ...view, actions, listed, rowButton, update: (next: OrdersView) => view.render(draw(next)) };
}

describe('the list is in the order of', () => {
  const order = (choice: Partial<Parameters<typeof arrangeRows>[1]>) =>
    arrangeRows(list, { flags: new Set(), sort: 'due', handled: false, ...choice }, now).map(({ row: one }) =>
      one.order.key.slice(1),
    );
  test.each([
    ['what is due next, then what is worse', {}, ['1', '2', '4', '3']],
    ['the page', { sort: 'page' as const }, ['3', '2', '4', '1']],
    ['amount, unknown ones last', { sort: 'amount' as const }, ['2', '1', '3', '4']],
    ['age, unknown ones last', { sort: 'age' as const }, ['3', '4', '2', '1']],
    [
      'the page with the handled ones at the end',
      { sort: 'page' as const, handled: true },
      ['3', '2', '4', '1', '5'],
    ],
  ])('%s', (_, choice, expected) => expect(order(choice)).toEqual(expected));

  test.each<[string, FlagName[], string[]]>([
    ['one flag', ['memo'], ['1', '4']],
    ['two flags of one question: either', ['ship-late', 'ship-today'], ['1', '2']],
    ['flags of different questions: both', ['ship-late', 'memo'], ['1']],
    ['either deadline, and a memo', ['ship-late', 'ship-today', 'memo'], ['1']],
  ])('what was asked for: %s', (_, flags, expected) => {
    expect(order({ flags: new Set(flags) })).toEqual(expected);
  });

  test('an own deadline of the order goes before those of its flags', () => {
    const own = { ...quiet, due: { at: now - 2 * HOUR_MS, what: say('催付', 'urge') } };
    expect(arrangeRows([late, own], { flags: new Set(), sort: 'due', handled: false }, now)[0]?.row).toBe(
      own,
    );
  });

  test('the day is summed up over what is open', () => {
    expect(summarizeDay(list, now)).toEqual({ late: 1, today: 1, handled: 1 });
  });

  test('two thousand orders are arranged in a moment, and only those in sight are drawn', () => {
    const many = Array.from({ length: 2_000 }, (_, at) => row(String(at), [flag('memo', 'info')]));
    const view = show(viewOf(many));
    expect(view.all('.sb-order').length).toBeLessThan(40);
  });
});

describe('the orders view', () => {
  test('counts each flag, and chips pressed together narrow the list', () => {
    const view = show(viewOf(list));
    expect(view.one('[data-flag=memo] b').textContent).toBe('2');
    expect(view.listed()).toEqual(['1', '2', '4', '3']);
    view.press(view.one('[data-flag=memo]'));
    expect(view.listed()).toEqual(['1', '4']);
    view.press(view.one('[data-flag=ship-late]'));
    expect(view.listed()).toEqual(['1']);
    expect(view.one('[data-flag=ship-late]').getAttribute('aria-pressed')).toBe('true');
    view.press(view.named('全部'));
    expect(view.listed()).toHaveLength(4);
  });

  test('arrow keys go along the flags, and one of them is in the order of Tab', () => {
    const view = show(viewOf(list));
    const chips = view.all('.sb-flags > button');
    chips[0]?.focus();
    view.key(chips[0] as HTMLElement, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(chips[1]);
    expect(chips.filter((chip) => chip.tabIndex === 0)).toEqual([chips[1]]);
  });

  test('what can be done with all that is shown means just that', () => {
    const view = show(viewOf(list));
    view.press(view.one('[data-flag=memo]'));
    view.press(view.named('复制单号 (2)'));
    expect(view.actions.copyOrderNumbers).toHaveBeenCalledExactlyOnceWith(['k1', 'k4']);
    view.press(view.named('都标为已处理 (2)'));
    expect(view.actions.noteOrder).toHaveBeenCalledExactlyOnceWith(['k1', 'k4'], { handled: true });
  });

  test('what was marked by mistake is taken back in one press', () => {
    const view = show(viewOf(list));
    view.press(view.named('都标为已处理 (4)'));
    const handled = list.map((one) => ({
      ...one,
      state: {
        ...handledAt(now, 'x'),
        handledFor: one.flags.map(({ name }) => ({ flag: name, level: 'stop' as const })),
      },
    }));
    view.update(viewOf(handled));
    expect(view.root.textContent).toContain('4 单已标为已处理');
    view.press(view.named('撤回'));
    expect(view.actions.noteOrder).toHaveBeenLastCalledWith(['k1', 'k2', 'k4', 'k3'], { handled: false });
  });

  test('handled ones are out of sight until asked for; one that got worse is back and says so', () => {
    const view = show(viewOf(list));
    view.press(view.named('已处理 1'));
    expect(view.listed()).toEqual(['1', '2', '4', '3', '5']);
    const worse = { ...done, flags: [flag('ship-late', 'stop', now - 9 * HOUR_MS)] };
    view.update(viewOf([...list.filter((one) => one !== done), worse]));
    expect(view.listed()[0]).toBe('5');
    expect(view.one('.sb-order[data-standing=back]').textContent).toContain('处理后又有新情况');
  });

  test('keys go through the list, mark and open; a key of an input method does not', () => {
    const view = show(viewOf(list));
    const first = view.rowButton('1');
    first.focus();
    view.key(first, { key: 'ArrowDown', isComposing: true });
    expect(document.activeElement).toBe(first);
    view.key(first, { key: 'ArrowDown' });
    const second = view.rowButton('2');
    expect(document.activeElement).toBe(second);
    view.key(second, { key: ' ' });
    expect(view.actions.noteOrder).toHaveBeenCalledExactlyOnceWith(['k2'], { handled: true });
    view.key(second, { key: 'End' });
    expect(document.activeElement).toBe(view.rowButton('3'));
    view.press(view.rowButton('3'));
    expect(view.one('.sb-order-details').dataset.order).toBe('300000000003');
    view.key(view.one('.sb-order-details button'), { key: 'Escape' });
    expect(view.listed()).toHaveLength(4);
  });

  test('a row shows its place on the page and copies its number without being opened', () => {
    const view = show(viewOf(list));
    view.press(view.named('定位到订单 300000000002'));
    expect(view.actions.jumpToOrder).toHaveBeenCalledExactlyOnceWith('k2');
    view.press(view.named('复制单号 300000000002'));
    expect(view.actions.copy).toHaveBeenCalledExactlyOnceWith('300000000002');
    expect(view.all('.sb-order-details')).toEqual([]);
  });

  test('presses leave the focus in the page', () => {
    const view = show(viewOf(list));
    for (const button of [view.rowButton('1'), view.one('[data-flag=memo]')]) {
      const event = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
      button.dispatchEvent(event);
      expect(event.defaultPrevented).toBe(true);
    }
  });
});

describe('the details of an order', () => {
  const full: OrderRowView = {
    ...row('7', [flag('surcharge', 'warn')], {
      receiver: '张三',
      phone: '13812345678',
      address: '北京市朝阳区建国路1号',
      memo: '发顺丰',
      amount: 9_900,
      statusText: '等待出库',
      lines: [{ title: '托特包', sku: '黑色', quantity: 2, price: 4_950 }],
    }),
    verdict: { name: '中国邮政', label: say('加收¥18', '+¥18'), level: 'warn' },
  };
  const opened = (patch: Partial<OrderRowView> = {}, hasEditor = false) => {
    const view = show(viewOf([{ ...full, ...patch }, memo]), hasEditor);
    view.press(view.rowButton('7'));
    return view;
  };

  test('say everything the page shows, each flag with its reason and rule, and the verdict', () => {
    const text = opened().root.textContent;
    for (const part of [
      'surcharge!',
      'surcharge的原因',
      '规则 rule-surcharge',
      '张三',
      '13812345678',
      '建国路1号',
      '发顺丰',
      '¥99.00',
      '等待出库',
      '托特包 黑色 ×2',
      '加收¥18',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('open the tools with the order, and hand the address over', () => {
    const view = opened();
    view.press(view.named('处理步骤'));
    expect(view.actions.openTool).toHaveBeenLastCalledWith('guide', { orderKey: 'k7' });
    view.press(view.named('查地址'));
    expect(view.actions.openTool).toHaveBeenLastCalledWith('address', {
      orderKey: 'k7',
      text: '北京市朝阳区建国路1号',
    });
  });

  test('go on to the neighbours in the list, and to the one that took the place of one just handled', () => {
    const view = opened();
    expect(view.named('上一单')).toHaveProperty('disabled', true);
    view.press(view.named('下一单'));
    expect(view.one('.sb-order-details').dataset.order).toBe('300000000004');
    expect(view.named('下一单')).toHaveProperty('disabled', true);
    view.press(view.named('上一单'));
    view.press(view.named('已处理'));
    expect(view.actions.noteOrder).toHaveBeenLastCalledWith(['k7'], { handled: true });
    const state = { ...handledAt(now, '7'), handledFor: [{ flag: 'surcharge', level: 'warn' as const }] };
    view.update(viewOf([{ ...full, state }, memo]));
    expect(view.one('.sb-order-details').dataset.order).toBe('300000000007');
    expect(view.named('撤回已处理')).toBeDefined();
    view.press(view.named('下一单'));
    expect(view.one('.sb-order-details').dataset.order).toBe('300000000004');
  });

  test('the confirm text names the courier of the verdict; it is copied, or put into an editor where there is one', () => {
    const view = opened();
    view.press(view.named('复制话术'));
    expect(view.actions.copy).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/托特包，黑色 ×2[\s\S]*北京市朝阳区建国路1号[\s\S]*默认发中国邮政/),
    );
    const editing = opened({}, true);
    editing.press(editing.named('放进输入框'));
    expect(editing.actions.insertText).toHaveBeenCalledOnce();
  });

  test('the address check is noted by the agent, and taken back by the same press', () => {
    const view = opened();
    view.press(view.named('已问'));
    expect(view.actions.noteOrder).toHaveBeenLastCalledWith(['k7'], { addressCheck: 'asked' });
    view.update(
      viewOf([
        {
          ...full,
          state: { platform: 'jd', orderId: '7', at: now, addressCheck: { state: 'asked', at: now } },
        },
        memo,
      ]),
    );
    expect(view.one('[data-check]').dataset.check).toBe('asked');
    view.press(view.named('已问'));
    expect(view.actions.noteOrder).toHaveBeenLastCalledWith(['k7'], { addressCheck: null });
  });

  test('of a shipped order nothing is asked about its address', () => {
    expect(opened({ order: { ...full.order, status: 'shipped' } }).all('[data-check]')).toEqual([]);
  });
});

describe('the export', () => {
  test('holds what is shown, masked; in the clear only when that is chosen, anew each time, with a warning', () => {
    const view = show(viewOf(list));
    view.press(view.one('[data-flag=memo]'));
    view.press(view.named('导出 (2)'));
    view.press(view.named('CSV'));
    expect(view.actions.exportOrders).toHaveBeenLastCalledWith(['k1', 'k4'], { format: 'csv', clear: false });
    view.press(view.named('导出 (2)'));
    view.press(view.one('.sb-export input'));
    expect(view.one('.sb-export [role=alert]').textContent).toContain('真实信息');
    view.press(view.named('Excel 表格'));
    expect(view.actions.exportOrders).toHaveBeenLastCalledWith(['k1', 'k4'], { format: 'xlsx', clear: true });
    view.press(view.named('导出 (2)'));
    expect(view.one('.sb-export input')).toHaveProperty('checked', false);
  });
});
