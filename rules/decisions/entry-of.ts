import type { Order } from '../orders/order.ts';
import { answerTo, type FormAnswers } from '../phrases/template/fields.ts';
import type { Platform } from '../platform.ts';
import type { EntryFacts } from '../registers/entry.ts';
import { bagCodesOf } from '../returns/bag-code.ts';
import type { BagCode } from '../returns/return-rules.ts';
import { HOUR_MS } from '../time/shanghai.ts';
import type { DecisionOutcome, DecisionTable } from './decision-table.ts';
import type { FilledOutcome } from './fill-outcome.ts';

/**
 * The entry an outcome asks for, filled from the order; undefined for one that needs none. What was read only in part
 * stays as it was shown.
 * @param hours until it is to be solved, as the agent set it; absent: as the outcome says
 */
export function entryOf(
  table: DecisionTable,
  outcome: DecisionOutcome,
  filled: FilledOutcome,
  from: {
    order?: Order | undefined;
    platform: Platform;
    buyer?: string | undefined;
    /** Names the open conversation, where the guide was used beside it. */
    conversation?: string | undefined;
    /** What the agent wrote into the form. */
    answers: FormAnswers;
    bagCodes: readonly BagCode[];
    now: number;
  },
  hours: number | undefined = outcome.register?.dueHours,
): EntryFacts | undefined {
  if (!outcome.register) return undefined;
  const { order } = from;
  const memo = filled.texts.find(({ reader }) => reader === 'memo')?.text;
  const buyer = order?.buyer ?? from.buyer;
  // The order's own number is that of the way out; of a return the way back is kept.
  const comesBack = outcome.register.kind === 'return';
  const trackingNo = comesBack ? answerTo(from.answers, '退货单号') : order?.trackingNo;
  const bagCode = comesBack ? bagCodesOf(order?.lines ?? [], from.bagCodes) : undefined;
  const reason = comesBack ? answerTo(from.answers, '退货原因') : undefined;
  return {
    kind: outcome.register.kind,
    platform: order?.platform ?? from.platform,
    ...(order?.shop !== undefined && { shop: order.shop }),
    ...(buyer !== undefined && { buyer }),
    ...(from.conversation !== undefined && { conversation: from.conversation }),
    ...(order?.orderId !== undefined && { orderId: order.orderId }),
    goods: (order?.lines ?? []).map(({ title, sku, code, quantity }) => ({
      ...(title !== undefined && { title }),
      ...(sku !== undefined && { sku }),
      ...(code !== undefined && { code }),
      ...(quantity !== undefined && { quantity }),
    })),
    issue: table.name['zh-CN'],
    ...(reason !== undefined && { reason }),
    ...(order?.courier !== undefined && !comesBack && { courier: order.courier }),
    ...(trackingNo !== undefined && { trackingNo }),
    ...(order?.amount !== undefined && { amount: order.amount }),
    ...(hours !== undefined && { promisedAt: from.now + hours * HOUR_MS }),
    solution: filled.nextStep,
    ...(memo !== undefined && { note: memo }),
    ...(bagCode !== undefined && { bagCode }),
  };
}
