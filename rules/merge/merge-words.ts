import { shanghaiDay } from '../time/shanghai.ts';

/** The memo in the shop's format: date, agent's code, event (rules.md §8). Without a code there is none in it. */
export function mergeMemo(orderIds: readonly string[], now: number, agent: string): string {
  const day = shanghaiDay(now).slice(5);
  return `${[day, agent.trim()].filter((part) => part !== '').join(' ')} 合并发货: ${orderIds.join('、')}`;
}

/** What the buyer is asked before orders that were paid separately go in one parcel. */
export function mergeQuestion(orderIds: readonly string[]): string {
  const tails = orderIds.map((id) => id.slice(-4));
  // Two orders whose numbers end alike are told apart by the whole number.
  const shown = new Set(tails).size === tails.length ? tails.map((tail) => `尾号${tail}`) : orderIds;
  return `亲，您有${orderIds.length}笔订单（${shown.join('、')}）收货信息一样，想给您放在一个包裹里一起发出，您看可以吗？同意的话回复“可以”就好；想分开发也没问题，您说一声~`;
}
