import type { DispatchCutOff, ShopPack } from '../packs/shop.ts';
import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  msOfShanghaiDay,
  shanghaiParts,
  startOfShanghaiDay,
} from '../time/shanghai.ts';

/** `HH:mm` as ms after midnight; undefined for anything else. */
export function clockMs(clock: string): number | undefined {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(clock.trim());
  return match ? Number(match[1]) * HOUR_MS + Number(match[2]) * MINUTE_MS : undefined;
}

/** The batch an order paid at `paidAt` belongs to (A10). */
export interface Batch {
  row: DispatchCutOff;
  /** Shanghai midnight of the day it leaves. */
  day: number;
  /** Epoch ms by which it has left. */
  leavesAt: number;
}

/** The first row whose cut-off lies after the time of payment; a payment at the cut-off itself is in the next one. */
export function batchOf(dispatch: readonly DispatchCutOff[], paidAt: number): Batch | undefined {
  const paid = msOfShanghaiDay(paidAt);
  const row = dispatch.find(({ before }) => before === undefined || paid < (clockMs(before) ?? 0));
  if (!row) return undefined;
  const day = startOfShanghaiDay(paidAt) + row.plusDays * DAY_MS;
  return { row, day, leavesAt: day + (clockMs(row.leavesBy) ?? DAY_MS) };
}

const dayWord = /^(?:今天|今日|当天|当日|明天|明日|次日|隔天|后天)/;

/**
 * What buyers are told about the shipping time, the variable {发货时间} (A10). `paidAt` undefined: as if paid now.
 * The day is said as seen from `now`: what an order paid yesterday evening was promised as 明天 is 今天 today. A batch
 * that has left already promises nothing; then the next one is named.
 * @returns '' where the shop has set no cut-offs, which blocks the phrase.
 */
export function dispatchSays(
  pack: Pick<ShopPack, 'dispatch'>,
  paidAt: number | undefined,
  now: number,
): string {
  const own = batchOf(pack.dispatch, paidAt ?? now);
  const batch = own && own.leavesAt > now ? own : batchOf(pack.dispatch, now);
  if (!batch) return '';
  const away = Math.round((batch.day - startOfShanghaiDay(now)) / DAY_MS);
  const part = batch.row.says.replace(dayWord, '');
  return `${nameOfDay(away, batch.day)}${part}`;
}

function nameOfDay(away: number, day: number): string {
  const word = ['今天', '明天', '后天'][away];
  if (word !== undefined) return word;
  const { month, day: date } = shanghaiParts(day);
  return `${month}月${date}日`;
}
