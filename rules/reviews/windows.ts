import type { LocalText } from '../language/local-text.ts';
import { say } from '../language/local-text.ts';
import type { Platform } from '../platform.ts';
import { DAY_MS, shanghaiDay } from '../time/shanghai.ts';

/** One platform's rule for answering reviews (rules.md §6, §9 REV rows); an absent field is unpublished. */
export interface ReviewWindowRow {
  id: string;
  platform: Platform;
  /** Days to answer, counted from the review (`review`) or from receipt, when the review itself was in time. */
  days?: number;
  from?: 'review' | 'receipt';
  mostCharacters?: number;
  /** The buyer's later addition closes the first answer and opens one of its own. */
  closedByAppend?: boolean;
  once?: boolean;
  notEditable?: boolean;
  tag: 'A' | 'B' | 'unknown';
  source: string;
}

export const reviewWindows: readonly ReviewWindowRow[] = [
  {
    id: 'REV-TB',
    platform: 'taobao',
    days: 30,
    from: 'review',
    mostCharacters: 500,
    closedByAppend: true,
    tag: 'A',
    source: 'opentaobao TaobaoTraderateExplainAdd',
  },
  {
    id: 'REV-DD',
    platform: 'doudian',
    days: 90,
    from: 'receipt',
    once: true,
    tag: 'B',
    source: 'gtc8.cn/news/i284720.html; richlegacy2u.com/article/8345.html',
  },
  {
    id: 'REV-KS',
    platform: 'kuaishou',
    days: 30,
    from: 'review',
    once: true,
    notEditable: true,
    tag: 'A',
    source: 'open.comment.add (public SDK text)',
  },
  { id: 'REV-PDD', platform: 'pdd', tag: 'unknown', source: '-' },
  { id: 'REV-JD', platform: 'jd', tag: 'unknown', source: '-' },
];

export interface ReviewTimes {
  platform: Platform;
  /** Epoch ms; absent where the page does not show it. */
  reviewedAt?: number;
  receivedAt?: number;
  appendedAt?: number;
  now: number;
}

export interface ReplyWindow {
  /** `unknown` carries no number: the back office decides. */
  state: 'open' | 'closed' | 'unknown';
  /** Which text may still be explained; after an addition on Taobao only that addition. */
  answers: 'review' | 'append';
  /** Whole days left, counted to the last moment; absent when unknown or closed. */
  daysLeft?: number;
  /** Epoch ms of the last moment. */
  until?: number;
  /** `YYYY-MM-DD`, one day early because "30 days" may be counted by date or by hour. */
  lastSafeDay?: string;
  mostCharacters?: number;
  /** Set at 3 days and at 1 day left. */
  lastChance?: 3 | 1;
  notes: LocalText[];
}

const unknownNote = say('回复期限未知，请以后台为准', 'Reply window unknown; the back office decides');

/** How long a review can still be answered (rules.md §6). Time comes in; nothing is guessed where a row is unknown. */
export function replyWindow(
  times: ReviewTimes,
  rows: readonly ReviewWindowRow[] = reviewWindows,
): ReplyWindow {
  const row = rows.find((candidate) => candidate.platform === times.platform);
  const notes: LocalText[] = [];
  if (row?.once) notes.push(say('只有一次回复机会', 'Only one reply is possible'));
  if (row?.notEditable) notes.push(say('回复后不可修改', 'A reply cannot be edited'));
  const base = row?.mostCharacters === undefined ? {} : { mostCharacters: row.mostCharacters };

  if (row?.closedByAppend && times.appendedAt !== undefined && times.appendedAt <= times.now) {
    notes.push(
      say(
        '买家已追评，首次解释已关闭，还可对追评解释一次；期限未知，请以后台为准',
        'The buyer added a review: the first explanation is closed, one explanation of the addition remains; its window is unknown',
      ),
    );
    return { ...base, state: 'open', answers: 'append', notes };
  }
  const start = row?.from === 'receipt' ? times.receivedAt : times.reviewedAt;
  if (row?.days === undefined || start === undefined) {
    return { ...base, state: 'unknown', answers: 'review', notes: [...notes, unknownNote] };
  }
  const until = start + row.days * DAY_MS;
  const left = until - times.now;
  if (left <= 0) {
    notes.push(say('已过回复期限', 'The reply window has closed'));
    return { ...base, state: 'closed', answers: 'review', until, notes };
  }
  if (row.closedByAppend) {
    notes.push(say('买家追评后首次解释会关闭', 'An addition by the buyer closes the first explanation'));
  }
  const window: ReplyWindow = {
    ...base,
    state: 'open',
    answers: 'review',
    daysLeft: Math.floor(left / DAY_MS),
    until,
    lastSafeDay: shanghaiDay(until - DAY_MS),
    notes,
  };
  if (left <= DAY_MS) window.lastChance = 1;
  else if (left <= 3 * DAY_MS) window.lastChance = 3;
  return window;
}
