import { describe, expect, it, test } from 'vitest';
import { say } from '../../../rules/language/local-text.ts';
import { withAddressCheck } from '../../../rules/orders/address-check.ts';
import { addressPrint } from '../../../rules/orders/address-print.ts';
import type { Flag } from '../../../rules/orders/flag.ts';
import { callingFlags, handledStanding } from '../../../rules/orders/handled.ts';
import type { OrderState } from '../../../rules/orders/order-state.ts';
import { HOUR_MS } from '../../../rules/time/shanghai.ts';

const now = Date.parse('2026-03-05T12:00+08:00');
const flag = (name: Flag['name'], level: Flag['level']): Flag => ({
  name,
  level,
  label: say(name, name),
  reasons: [say('因为', 'because')],
});
const handled = (flags: Flag[], ago = HOUR_MS): OrderState => ({
  platform: 'jd',
  orderId: '1',
  at: now - ago,
  handledAt: now - ago,
  handledFor: callingFlags(flags),
});

describe('an order that was handled', () => {
  const unpaid = flag('unpaid', 'warn');
  test.each<[string, OrderState | undefined, Flag[], string]>([
    ['never: it is open', undefined, [unpaid], 'open'],
    ['in this shift, and nothing changed: handled', handled([unpaid]), [unpaid], 'handled'],
    ['before this shift: open again', handled([unpaid], 9 * HOUR_MS), [unpaid], 'open'],
    ['as unpaid, and is late now: back', handled([unpaid]), [flag('ship-late', 'stop')], 'back'],
    ['at a lower level: back', handled([flag('ship-today', 'warn')]), [flag('ship-today', 'stop')], 'back'],
    ['and only news came: handled', handled([unpaid]), [unpaid, flag('memo', 'info')], 'handled'],
    [
      'as late, and is stuck as well: back',
      handled([flag('ship-late', 'stop')]),
      [flag('stuck', 'warn')],
      'back',
    ],
    [
      'and it is less than it was: handled',
      handled([flag('ship-late', 'stop')]),
      [flag('ship-late', 'warn')],
      'handled',
    ],
    ['without any flag: handled', handled([]), [], 'handled'],
  ])('%s', (_, state, flags, standing) => {
    expect(handledStanding(state, flags, now)).toBe(standing);
  });
});

describe('what was noted about an address', () => {
  const address = '北京市朝阳区建国路88号';
  const own = flag('confirm-address', 'info');
  const memo = flag('memo', 'info');
  const check = (state: 'asked' | 'confirmed' | 'changed', of = address) => ({
    state,
    at: now,
    address: addressPrint(of),
  });
  const labels = (flags: readonly Flag[]) => flags.map(({ label }) => label['zh-CN']);

  test.each<[string, Flag[], ReturnType<typeof check> | undefined, string[]]>([
    ['nothing: the flag stays', [memo, own], undefined, ['memo', 'confirm-address']],
    ['confirmed: it is not asked for again', [memo, own], check('confirmed'), ['memo']],
    [
      'confirmed, and the text changed: once more',
      [memo],
      check('confirmed', '上海市'),
      ['memo', '地址变了·再核对'],
    ],
    ['asked: the flag says so', [own], check('asked'), ['核对地址·已问']],
    ['asked of an order without a flag: it gets one', [], check('asked'), ['核对地址·已问']],
    ['to be changed: until the page shows another one', [], check('changed'), ['地址要改']],
    ['to be changed, and it is', [], check('changed', '上海市'), ['地址已改·待核对']],
  ])('%s', (_, flags, noted, expected) => {
    expect(labels(withAddressCheck(flags, { address }, noted))).toEqual(expected);
  });

  it('keeps why the address was doubtful at all', () => {
    const [flagged] = withAddressCheck([own], { address }, check('asked'));
    expect(flagged?.reasons.map((one) => one['zh-CN'])).toEqual(['03-05 12:00 已问买家，等回复', '因为']);
  });

  it('holds for an order whose page shows no address', () => {
    expect(withAddressCheck([own], {}, { state: 'confirmed', at: now })).toEqual([]);
  });
});
