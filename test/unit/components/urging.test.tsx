// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, test, vi } from 'vitest';
import type { OrderRowView } from '../../../components/dock/orders/order-row.ts';
import { UrgingPart } from '../../../components/dock/orders/UrgingPart.tsx';
import { say } from '../../../rules/language/local-text.ts';
import type { UrgingAdvice } from '../../../rules/urging/index.ts';
import { stage } from './stage.tsx';

const may: UrgingAdvice = {
  done: 1,
  most: 2,
  may: true,
  step: 1,
  text: '亲',
  says: say('可以催第 2/2 次', 'Touch 2/2'),
};

function show(urging: OrderRowView['urging'], extra: Partial<OrderRowView> = {}, hasEditor = false) {
  const actions = { insertText: vi.fn(), copy: vi.fn(), noteOrder: vi.fn() };
  const row: OrderRowView = {
    order: { key: 'k', platform: 'taobao', status: 'unpaid', lines: [] },
    flags: [],
    ...(urging && { urging }),
    ...extra,
  };
  const { root } = stage(<UrgingPart row={row} language="zh-CN" actions={actions} hasEditor={hasEditor} />, {
    trusted: true,
  });
  const button = (name: string) =>
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  return { actions, root, button, press: (name: string) => act(() => button(name)?.click()) };
}

describe('urging one order', () => {
  test('the words are shown whole, and are copied or inserted, and nothing is counted by that', () => {
    const { actions, root, press } = show(
      { advice: may, text: '亲，还没有付款~', memo: '11-22 07 已催付(2/2)' },
      {},
      true,
    );
    expect(root.textContent).toContain('亲，还没有付款~');
    expect(root.textContent).toContain('已催 1/2');
    press('放入输入框');
    press('复制话术');
    press('复制备注');
    expect(actions.insertText).toHaveBeenCalledWith('亲，还没有付款~');
    expect(actions.copy.mock.calls).toEqual([['亲，还没有付款~'], ['11-22 07 已催付(2/2)']]);
    expect(actions.noteOrder).not.toHaveBeenCalled();
  });

  test('a touch is counted by the agent’s own click, with its step', () => {
    const { actions, press } = show({ advice: may, text: '亲', memo: 'm' });
    press('记一次已催');
    expect(actions.noteOrder).toHaveBeenCalledWith(['k'], { urge: { step: 1 } });
  });

  test('without an editor nothing is offered to insert', () => {
    expect(show({ advice: may, text: '亲', memo: 'm' }).button('放入输入框')).toBeUndefined();
  });

  test('what the words lack is named, and they are not offered', () => {
    const { root, button } = show({ advice: may, missing: ['商品名'], memo: 'm' });
    expect(root.textContent).toContain('话术里还缺：商品名');
    expect(button('复制话术')).toBeUndefined();
  });

  test('an order that must wait offers no words, only to stop', () => {
    const wait: UrgingAdvice = {
      done: 1,
      most: 2,
      may: false,
      why: 'gap',
      until: 9,
      says: say('1 小时后再催', 'later'),
    };
    const { actions, root, button, press } = show({ advice: wait });
    expect(root.textContent).toContain('1 小时后再催');
    expect(button('记一次已催')).toBeUndefined();
    press('不再催');
    expect(actions.noteOrder).toHaveBeenCalledWith(['k'], { urgeStop: '客服决定不再催' });
  });

  test('what the agent stopped can be taken up again, what the buyer refused cannot', () => {
    const stopped: UrgingAdvice = {
      done: 0,
      most: 2,
      may: false,
      why: 'stopped',
      says: say('不再催', 'stopped'),
    };
    const { actions, press } = show(
      { advice: stopped },
      { state: { platform: 'taobao', orderId: '1', at: 1, urgeStop: { at: 1, why: 'x' } } },
    );
    press('恢复催付');
    expect(actions.noteOrder).toHaveBeenCalledWith(['k'], { urgeStop: null });
    expect(show({ advice: stopped }).button('恢复催付')).toBeUndefined();
  });

  test('an order that is not unpaid shows nothing', () => {
    expect(show(undefined).root.querySelector('.sb-urging')).toBeNull();
  });
});
