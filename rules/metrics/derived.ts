import { DAY_MS, startOfShanghaiDay } from '../time/shanghai.ts';
import { conversationKey, type TurnEvent } from '../turns/index.ts';
import { type Figure, rate } from './figure.ts';
import { decimalText, floorDiv } from './integers.ts';

/** A buyer who asked or paid, epoch ms. The buyer's name only has to be the same in both lists. */
export interface BuyerAt {
  buyer: string;
  t: number;
}

export interface Conversion {
  figure: Figure;
  /** Epoch ms from which the figure is final; before, show 数据未到齐. */
  readyAt: number;
}

/**
 * 询单→付款 of one day (metrics.md §8): buyers who asked on the day of `day`, and of those, who paid by the end of the
 * next day and who paid at all within the four days after which the figure is final. An earlier payment is none of
 * this inquiry's.
 */
export function inquiryConversion(
  inquiries: readonly BuyerAt[],
  payments: readonly BuyerAt[],
  day: number,
): { nextDay: Conversion; final: Conversion } {
  const start = startOfShanghaiDay(day);
  const asked = new Map<string, number>();
  for (const { buyer, t } of inquiries) {
    if (startOfShanghaiDay(t) !== start) continue;
    asked.set(buyer, Math.min(t, asked.get(buyer) ?? t));
  }
  const paidBy = (end: number): number =>
    new Set(
      payments
        .filter(({ buyer, t }) => {
          const since = asked.get(buyer);
          return since !== undefined && t >= since && t < end;
        })
        .map(({ buyer }) => buyer),
    ).size;
  const conversion = (id: string, daysLater: number): Conversion => {
    const readyAt = start + (daysLater + 1) * DAY_MS;
    return { figure: rate(id, paidBy(readyAt), asked.size, { unsettled: true }), readyAt };
  };
  return { nextDay: conversion('inquiry-next-day', 1), final: conversion('inquiry-final', 4) };
}

/** 客单价: paid amount ÷ paying buyers, in whole fen, half up; null without buyers. */
export function customerPrice(paidFen: number, payingBuyers: number): number | null {
  return payingBuyers === 0 ? null : floorDiv(2 * paidFen + payingBuyers, 2 * payingBuyers);
}

/** 客件数: units ÷ paying buyers, two decimals; "—" without buyers. */
export function unitsPerBuyer(units: number, payingBuyers: number): string {
  return payingBuyers === 0 ? '—' : decimalText(units, payingBuyers, 2);
}

/**
 * Accounts to which a payment belongs when several talked with the buyer (metrics.md §8): the last person before the
 * payment, the first, or all, who then share it. Empty where nobody known spoke before it.
 */
export function attributePayment(
  events: readonly TurnEvent[],
  payment: Pick<TurnEvent, 'platform' | 'shop' | 'buyer' | 't'>,
  mode: 'last' | 'first' | 'all' = 'last',
): string[] {
  const place = conversationKey(payment);
  const spoke = events
    .filter((event) => event.type === 'human' && event.t <= payment.t && conversationKey(event) === place)
    .sort((a, b) => a.t - b.t)
    .flatMap(({ agent }) => (agent === undefined ? [] : [agent]));
  if (mode === 'all') return [...new Set(spoke)];
  const one = mode === 'first' ? spoke[0] : spoke.at(-1);
  return one === undefined ? [] : [one];
}

/** Splits fen over accounts so that the parts sum to the whole; the odd fen go to the first ones. */
export function splitFen(fen: number, accounts: readonly string[]): Map<string, number> {
  const each = accounts.length === 0 ? 0 : floorDiv(fen, accounts.length);
  const odd = fen - each * accounts.length;
  return new Map(accounts.map((account, i) => [account, each + (i < odd ? 1 : 0)]));
}
