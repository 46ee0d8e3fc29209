import { startOfShanghaiDay } from '../time/shanghai.ts';
import { conversationKey, type Turn, type TurnEvent } from '../turns/index.ts';
import type { Counted } from './scope.ts';
import { worstVerdict } from './tally.ts';
import { type Verdict, verdictOf } from './wait.ts';

/** A buyer of one day: the unit of 拼多多, 快手 and the reply rate (metrics.md §7). */
export const personDay = (place: Pick<Turn | TurnEvent, 'platform' | 'shop' | 'buyer'>, t: number): string =>
  `${startOfShanghaiDay(t)}|${conversationKey(place)}`;

/** Verdict of every buyer-day: one wait over the limit fails the buyer, later good answers do not repair it. */
export function judgeBuyers(
  counted: readonly Counted[],
  limitMs: number,
): { verdicts: Map<string, Verdict>; doubt: boolean } {
  const waits = new Map<string, Verdict[]>();
  for (const { turn, asked, wait } of counted) {
    const key = personDay(turn, asked.t);
    const list = waits.get(key);
    if (list) list.push(verdictOf(wait, limitMs));
    else waits.set(key, [verdictOf(wait, limitMs)]);
  }
  return {
    verdicts: new Map([...waits].map(([key, verdicts]) => [key, worstVerdict(verdicts)])),
    doubt: counted.some(({ wait }) => wait.doubt),
  };
}

/**
 * Buyers not failed ÷ buyers. A buyer whose only wait is still running has not failed (the platform subtracts
 * failures from consults); a buyer that minute labels leave open is in neither part.
 */
export function shareOfBuyers(
  verdicts: ReadonlyMap<string, Verdict>,
  buyers: ReadonlySet<string>,
): { ok: number; all: number; uncertain: number } {
  let failed = 0;
  let uncertain = 0;
  for (const key of buyers) {
    if (verdicts.get(key) === 'miss') failed += 1;
    if (verdicts.get(key) === 'uncertain') uncertain += 1;
  }
  const all = buyers.size - uncertain;
  return { ok: all - failed, all, uncertain };
}
