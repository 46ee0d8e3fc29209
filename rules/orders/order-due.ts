import type { LocalText } from '../language/local-text.ts';
import type { Flag } from './flag.ts';

/** What is due next on an order, and when (epoch ms). */
export interface OrderDue {
  at: number;
  what: LocalText;
}

/** What is due next: as its timers were worked out, else the nearest deadline of its flags. */
export function dueOf({
  due,
  flags,
}: {
  due?: OrderDue;
  flags: readonly Pick<Flag, 'deadline' | 'label'>[];
}): OrderDue | undefined {
  if (due) return due;
  let next: OrderDue | undefined;
  for (const { deadline, label } of flags) {
    if (deadline !== undefined && (!next || deadline < next.at)) next = { at: deadline, what: label };
  }
  return next;
}
