import { MINUTE_MS, shanghaiEpoch, shanghaiParts } from '../time/shanghai.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * The line an agent adds to the order's memo, so that nobody urges twice (rules.md §5): `11-22 07 已催付(1/2)`.
 * Without a number of the agent, the number is left out.
 */
export function memoOfTouch(at: number, agent: string, touch: number, touches: number): string {
  const { month, day } = shanghaiParts(at);
  const who = agent.trim();
  return `${two(month)}-${two(day)} ${who === '' ? '' : `${who} `}已催付(${touch}/${touches})`;
}

/** A touch that a memo tells of. */
export interface MemoTouch {
  /** Shanghai midnight of its day; absent where the memo names none. */
  day?: number;
  /** Which touch it was, where the memo counts. */
  touch?: number;
  /** The words before 已催付 that are no date: a number, a name. */
  by?: string;
}

// 催付, 催过付款, 催拍 and 催过; 催单 and 催发货 are the buyer's urging.
const line =
  /(?:(?<month>\d{1,2})\s*(?:[-/.]|月)\s*(?<day>\d{1,2})\s*日?)?[\s,，:：]*(?<by>(?!已|又|再|催)[^\s,，;；。\d][^\s,，;；。]{0,9}?|\d{1,3}号?)?\s*(?:已|又|再)?催(?:过?(?:付款?|款|拍)过?|过(?!\s*[单货发件快]))(?:\s*[（(]\s*(?<touch>\d{1,2})\s*\/\s*\d{1,2}\s*[)）])?/g;
const denied = /(?:不要|不用|别|勿|未|没有?|不|请)\s*$/;

/**
 * Touches other agents wrote into the memo (`4月15日 阿华已催付`). A date is taken as the last one not after `now`:
 * memos carry no year. Memos that forbid urging (勿催付) tell of none.
 */
export function memoTouches(memo: string, now: number): MemoTouch[] {
  return [...memo.matchAll(line)].flatMap((match): MemoTouch[] => {
    const { month, day, by, touch } = match.groups ?? {};
    if (denied.test(memo.slice(0, match.index)) || (by !== undefined && denied.test(by))) return [];
    const at = month === undefined || day === undefined ? undefined : dayOf(Number(month), Number(day), now);
    return [
      {
        ...(at !== undefined && { day: at }),
        ...(touch !== undefined && { touch: Number(touch) }),
        ...(by !== undefined && { by: by.replace(/号$/, '') }),
      },
    ];
  });
}

/** Whether the memo asks not to be urged. */
export const forbidsUrging = (memo: string): boolean => /(?:不要|不用|别|勿)(?:再)?催/.test(memo);

function dayOf(month: number, day: number, now: number): number | undefined {
  const { year } = shanghaiParts(now);
  const thisYear = shanghaiEpoch(year, month, day);
  if (thisYear !== undefined && thisYear <= now + MINUTE_MS) return thisYear;
  return shanghaiEpoch(year - 1, month, day);
}
