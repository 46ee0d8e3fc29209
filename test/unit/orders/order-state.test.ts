import { describe, expect, it, test } from 'vitest';
import { addressPrint, isAddressOf } from '../../../rules/orders/address-print.ts';
import { changeState } from '../../../rules/orders/change-state.ts';
import type { NotedOrder, OrderState, OrderStateChange } from '../../../rules/orders/order-state.ts';

const order: NotedOrder = { platform: 'jd', orderId: '1001' };
const base = { ...order, at: 5 };
const now = { at: 9, by: '8' };

describe('what is known of an order after a change', () => {
  test.each<[string, OrderState | undefined, OrderStateChange, Partial<OrderState> | undefined]>([
    ['handled says when', undefined, { handled: true }, { handledAt: 9 }],
    [
      'taking back the only thing known leaves nothing',
      { ...base, handledAt: 5 },
      { handled: false },
      undefined,
    ],
    [
      'taking back keeps what else is known',
      { ...base, handledAt: 5, urgeStop: { at: 4, why: '不要了' } },
      { handled: false },
      { urgeStop: { at: 4, why: '不要了' } },
    ],
    [
      'an address check says when',
      undefined,
      { addressCheck: 'asked' },
      { addressCheck: { state: 'asked', at: 9 } },
    ],
    [
      'a later answer takes the place of the question',
      { ...base, addressCheck: { state: 'asked', at: 5 } },
      { addressCheck: 'confirmed' },
      { addressCheck: { state: 'confirmed', at: 9 } },
    ],
    [
      'a touch is added after those before, with who did it',
      { ...base, urges: [{ at: 5, step: 0 }] },
      { urge: { step: 1 } },
      {
        urges: [
          { at: 5, step: 0 },
          { at: 9, step: 1, by: '8' },
        ],
      },
    ],
    [
      'no more urging, and why',
      undefined,
      { urgeStop: '买家说不买了' },
      { urgeStop: { at: 9, why: '买家说不买了' } },
    ],
    ['urging may go on', { ...base, urgeStop: { at: 5, why: 'x' } }, { urgeStop: null }, undefined],
    ['consent to merge', undefined, { mergeConsent: 'agreed' }, { mergeConsent: { state: 'agreed', at: 9 } }],
    ['a change that says nothing of an unknown order leaves nothing', undefined, {}, undefined],
  ])('%s', (_, before, change, expected) => {
    expect(changeState(before, order, change, now)).toEqual(expected && { ...order, at: 9, ...expected });
  });

  it('remembers what an order was handled for, anew each time', () => {
    const flags = [{ flag: 'unpaid', level: 'warn' as const }];
    const first = changeState(undefined, { ...order, flags }, { handled: true }, { at: 1 });
    expect(first?.handledFor).toEqual(flags);
    const second = changeState(first, order, { handled: true }, { at: 2 });
    expect(second).toEqual({ ...order, handledAt: 2, at: 2 });
  });

  it('never keeps more touches than fifty', () => {
    let state: OrderState | undefined;
    for (let at = 0; at < 60; at += 1) state = changeState(state, order, { urge: { step: 0 } }, { at });
    expect(state?.urges).toHaveLength(50);
    expect(state?.urges?.[0]?.at).toBe(10);
  });
});

describe('an address is known again by its print', () => {
  const text = '北京市朝阳区 建国路88号1栋, 302';
  test.each([
    ['the same text', text, text, true],
    ['other blanks and commas', text, '北京市 朝阳区建国路88号1栋，302', true],
    ['another house', text, '北京市朝阳区建国路89号1栋302', false],
    ['more behind it', text, `${text}号`, false],
    ['uncovered: the masked text began the same', '北京市朝阳区****', text, true],
    ['uncovered, and it is another place', '上海市徐汇区****', text, false],
    ['covered again', text, '北京市朝阳区****', true],
    [
      'covered, and what still shows is longer than what was known',
      '北京市朝阳区****',
      '北京市朝阳区建国路***',
      true,
    ],
    ['two masked texts of other districts', '北京市朝阳区***', '北京市海淀区***', false],
  ])('%s', (_, before, after, same) => {
    expect(isAddressOf(addressPrint(before), after)).toBe(same);
  });

  it('holds no word of the address', () => {
    expect(addressPrint(text)).toMatch(/^\d+:[\da-f]{8}\*?$/);
  });
});
