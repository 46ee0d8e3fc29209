import { type Language, say } from '../../rules/language/local-text.ts';
import { isSameAddress } from '../../rules/orders/address-check.ts';
import type { Flag } from '../../rules/orders/flag.ts';
import { handledStanding } from '../../rules/orders/handled.ts';
import type { OrderState } from '../../rules/orders/order-state.ts';
import { shortShanghaiTime } from '../../rules/time/shanghai.ts';
import type { MarkChip } from '../marks/draw-mark.ts';
import type { MarkRow } from '../marks/mark-layer.ts';
import type { OrderFact } from '../site-map/facts.ts';

const flagChip = (flag: Flag, language: Language): MarkChip => ({
  text: flag.label[language],
  level: flag.level,
  title: flag.reasons.map((reason) => reason[language]).join('\n'),
});

/** What an agent did with the order: a sign, never a warning. */
function doneChips(
  { order }: OrderFact,
  state: OrderState | undefined,
  handled: boolean,
  language: Language,
): MarkChip[] {
  const chips: MarkChip[] = [];
  if (handled && state?.handledAt !== undefined) {
    const when = shortShanghaiTime(state.handledAt);
    chips.push({
      text: say('✓ 已处理', '✓ Handled')[language],
      level: 'done',
      title: say(`${when} 标为已处理，本班有效`, `Marked as handled ${when}; holds for this shift`)[language],
    });
  }
  const check = state?.addressCheck;
  const open = order.status === 'unpaid' || order.status === 'unshipped';
  if (open && check?.state === 'confirmed' && isSameAddress(check, order)) {
    const when = shortShanghaiTime(check.at);
    chips.push({
      text: say('✓ 地址已核对', '✓ Address confirmed')[language],
      level: 'done',
      title: say(`${when} 买家确认过地址`, `The buyer confirmed the address ${when}`)[language],
    });
  }
  return chips;
}

/** The mark of an order's row; undefined where there is nothing to say. Handled orders stay marked, only fainter. */
export function orderMark(
  row: OrderFact,
  flags: readonly Flag[],
  state: OrderState | undefined,
  { now, shiftStart }: { now: number; shiftStart?: number | undefined },
  language: Language,
): MarkRow | undefined {
  const { order } = row;
  const handled = handledStanding(state, flags, now, shiftStart) === 'handled';
  const chips = [
    ...doneChips(row, state, handled, language),
    ...flags.map((flag) => flagChip(flag, language)),
  ];
  if (chips.length === 0) return undefined;
  return {
    key: order.key,
    host: row.mark,
    attribute: 'data-order',
    id: order.orderId ?? order.key,
    flags: flags.map((flag) => flag.name),
    chips,
    ...(handled && { faint: true as const }),
  };
}
