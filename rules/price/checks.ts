import type { LocalText } from '../language/local-text.ts';
import { say } from '../language/local-text.ts';
import { formatFen, readMoney } from '../money/money.ts';
import type { OrderStatus } from '../orders/order.ts';
import type { PriceLimit } from './limits.ts';

/** Only an order awaiting payment takes a new price; a page that tells no status is warned about. */
export function checkStatus(
  status: OrderStatus | undefined,
  limit: PriceLimit,
  blocks: LocalText[],
  warnings: LocalText[],
): void {
  if (status === 'unpaid') return;
  if (status !== undefined) {
    blocks.push(say('只有待付款的订单能改价', 'Only an order awaiting payment can change its price'));
  } else if (!limit.opensOnlyUnpaid) {
    warnings.push(
      say(
        '页面上没读到订单状态，请确认是待付款',
        'The page shows no order status; make sure it awaits payment',
      ),
    );
  }
}

/** Freight after the change, fen: what was typed (包邮 is none), else what the dialog shows. */
export function newFreight(
  question: { freight?: number; request: { freight?: string } },
  limit: PriceLimit,
  blocks: LocalText[],
  warnings: LocalText[],
): number | undefined | 'unreadable' {
  const typed = question.request.freight;
  if (typed === undefined || typed.trim() === '') return question.freight;
  const amount = /^(?:包邮|免邮|免邮费|免运费)$/.test(typed.trim()) ? 0 : readMoney(typed);
  if (amount === undefined) {
    blocks.push(unreadable(typed));
    return 'unreadable';
  }
  if (amount < 0) blocks.push(say('邮费不能是负数', 'Freight cannot be negative'));
  if (limit.freight && amount > limit.freight.most) {
    blocks.push(
      say(
        `邮费只能在 ${formatFen(limit.freight.least)}–${formatFen(limit.freight.most)} 元之间`,
        `Freight must lie between ¥${formatFen(limit.freight.least)} and ¥${formatFen(limit.freight.most)}`,
      ),
    );
  }
  const raised = question.freight !== undefined && amount > question.freight;
  if (raised && limit.freightDownOnly) {
    warnings.push(
      say(
        '平台接口的邮费只能往低改，加邮费多半改不成',
        'The platform only documents lower postage; a raise may be refused',
      ),
    );
  }
  return amount;
}

/** A typed text that is no amount. */
export function unreadable(value: string): LocalText {
  return say(
    `「${value}」不是金额，最多两位小数，如 58.00`,
    `"${value}" is not an amount with at most two decimals, like 58.00`,
  );
}
