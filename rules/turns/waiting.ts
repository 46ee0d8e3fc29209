import { rateLimitOf, replyLimits, rowPlatform, windowOf } from '../packs/platform-limits.ts';
import type { ReplyLimits } from '../packs/platform-row.ts';
import type { Platform } from '../platform.ts';
import { DAY_MS, startOfShanghaiDay } from '../time/shanghai.ts';
import type { TurnEvent } from './event.ts';
import { conversationKey } from './event-key.ts';
import { foldTurns } from './fold.ts';
import type { WaitingBuyer, WaitStep } from './queue.ts';
import type { Precision, Turn } from './turn.ts';
import { inWindow, readWindow } from './window.ts';

/** A wait that only the page's conversation list tells of. */
export interface ListedWait {
  platform: Platform;
  shop: string;
  buyer: string;
  nick?: string;
  since: number;
  precision: Precision;
}

export interface WaitingOptions {
  /** Epoch ms. */
  now: number;
  /** Seconds of each step, for a first answer or a later one; absent: the rule pack's (metrics.md §9). */
  limits?: (platform: Platform, first: boolean) => ReplyLimits;
  /** Conversation key (`platform|shop|buyer`) → nick as the page shows it. */
  nicks?: Readonly<Partial<Record<string, string>>>;
  /** Waits known only from conversation lists; ignored where the events know the conversation to be waiting. */
  hints?: readonly ListedWait[];
  /** Waits that began longer ago than this many ms are left to the last-word list. */
  liveFor?: number;
}

/** Platforms whose failing unit is the buyer of a day: one slow message fails the buyer (metrics.md §4). */
const personDay: ReadonlySet<Platform> = new Set(['pdd', 'kuaishou']);
/** Platforms where a message counts from the opening of the window on, though its turn began before (E5 D). */
const byMessage: ReadonlySet<Platform> = new Set(['pdd', 'kuaishou', 'doudian']);
/** Platforms with a published rate that an answer can fail. */
const rated: ReadonlySet<Platform> = new Set(['taobao', 'pdd', 'doudian', 'jd', 'kuaishou', '1688']);
/** Where the seller must have the last word; elsewhere nobody is nagged (metrics.md §6). */
const lastWordPlatforms: ReadonlySet<Platform> = new Set(['taobao', 'tmall', '1688', 'pdd']);

const isTurns = (source: readonly TurnEvent[] | readonly Turn[]): source is readonly Turn[] =>
  source.length > 0 && source.every((item) => 't_start' in item);

/** The live reading: the buyer's own clock, over transfers, session ids and midnight (F6, F7). */
function liveTurns(source: readonly TurnEvent[] | readonly Turn[]): readonly Turn[] {
  if (isTurns(source)) return source;
  return foldTurns(source, { transfer: 'continue', sessions: 'shared', day_end: 'run' });
}

function isWaiting(turn: Turn): boolean {
  if (turn.closed_by === undefined) return true;
  return (turn.closed_by === 'day_end' || turn.closed_by === 'leave_msg') && turn.late_reply === undefined;
}

/** The instant from which the platform counts the turn, undefined when it lies outside the platform's window. */
function countedFrom(turn: Pick<Turn, 'platform' | 't_first' | 'buyer_ts'>): number | undefined {
  const window = readWindow(windowOf(turn.platform));
  if (!window) return turn.t_first;
  if (inWindow(turn.t_first, window)) return turn.t_first;
  return byMessage.has(turn.platform) ? turn.buyer_ts.find((t) => inWindow(t, window)) : undefined;
}

/** Ms after which the unit of the platform's rate has failed; the agent's own breach where there is no rate. */
function failsAfter(platform: Platform, first: boolean, limits: WaitingBuyer['limits']): number {
  const later = platform === 'jd' && !first;
  return (rated.has(rowPlatform(platform)) && !later ? rateLimitOf(platform) : limits.breach) * 1_000;
}

interface Entry {
  buyer: WaitingBuyer;
  /** Epoch ms at which the unit fails; Infinity outside the window, where nothing can fail. */
  failsAt: number;
}

function fromTurns(turns: readonly Turn[], options: WaitingOptions): Entry | undefined {
  const open = turns.filter(isWaiting);
  const oldest = open.reduce<Turn | undefined>(
    (best, turn) => (best && best.t_first <= turn.t_first ? best : turn),
    undefined,
  );
  if (!oldest) return undefined;
  const { platform, shop, buyer, first, t_first: since } = oldest;
  const key = conversationKey(oldest);
  const limits = (options.limits ?? replyLimits)(platform, first);
  const messages = open.reduce((sum, turn) => sum + turn.buyer_ts.length, 0);
  const nick = options.nicks?.[key];
  const counted = countedFrom(oldest);
  const after = failsAfter(platform, first, limits);
  const failsAt = counted === undefined ? Number.POSITIVE_INFINITY : counted + after;
  const failedBefore = personDay.has(platform) && turns.some((turn) => failedOn(turn, since, after));
  return {
    buyer: {
      key,
      platform,
      shop,
      buyer,
      ...(nick !== undefined && { nick }),
      since,
      precision: oldest.start_precision,
      ...(messages > 0 && { messages }),
      first,
      limits,
      failed: failedBefore || options.now > failsAt,
    },
    failsAt,
  };
}

/** Whether an answered turn has already failed the buyer of the day on which the present wait began. */
function failedOn(turn: Turn, since: number, after: number): boolean {
  if (startOfShanghaiDay(turn.t_start) !== startOfShanghaiDay(since)) return false;
  const from = countedFrom(turn);
  const answered = turn.t_reply ?? turn.late_reply?.t;
  return from !== undefined && answered !== undefined && answered - from > after;
}

function fromHint(hint: ListedWait, known: readonly Turn[] | undefined, options: WaitingOptions): Entry {
  const { platform, shop, buyer, since, precision } = hint;
  const key = conversationKey(hint);
  const day = startOfShanghaiDay(since);
  const first = !known?.some((turn) => turn.t_start >= day && turn.t_start < day + DAY_MS);
  const limits = (options.limits ?? replyLimits)(platform, first);
  const counted = countedFrom({ platform, t_first: since, buyer_ts: [] });
  const after = failsAfter(platform, first, limits);
  const failsAt = counted === undefined ? Number.POSITIVE_INFINITY : counted + after;
  const nick = hint.nick ?? options.nicks?.[key];
  const failedBefore =
    personDay.has(platform) && (known?.some((turn) => failedOn(turn, since, after)) ?? false);
  return {
    buyer: {
      key,
      platform,
      shop,
      buyer,
      ...(nick !== undefined && { nick }),
      since,
      precision,
      first,
      limits,
      failed: failedBefore || options.now > failsAt,
    },
    failsAt,
  };
}

function inQueueOrder(a: Entry, b: Entry): number {
  if (a.buyer.failed !== b.buyer.failed) return a.buyer.failed ? 1 : -1;
  if (!a.buyer.failed && a.failsAt !== b.failsAt) return a.failsAt < b.failsAt ? -1 : 1;
  return a.buyer.since - b.buyer.since || (a.buyer.key < b.buyer.key ? -1 : 1);
}

/**
 * Everybody whose last word has no answer, one entry per conversation, in queue order (metrics.md §6): what can
 * still be kept within the limit by time left, then what has failed, longest wait first. Takes events, or turns
 * already folded.
 */
export function waitingBuyers(
  source: readonly TurnEvent[] | readonly Turn[],
  options: WaitingOptions,
): WaitingBuyer[] {
  const conversations = new Map<string, Turn[]>();
  for (const turn of liveTurns(source)) {
    const key = conversationKey(turn);
    const list = conversations.get(key);
    if (list) list.push(turn);
    else conversations.set(key, [turn]);
  }
  const entries = new Map<string, Entry>();
  for (const [key, turns] of conversations) {
    const entry = fromTurns(turns, options);
    if (entry) entries.set(key, entry);
  }
  for (const hint of options.hints ?? []) {
    const key = conversationKey(hint);
    if (!entries.has(key)) entries.set(key, fromHint(hint, conversations.get(key), options));
  }
  const earliest = options.liveFor === undefined ? Number.NEGATIVE_INFINITY : options.now - options.liveFor;
  return [...entries.values()]
    .filter(({ buyer }) => buyer.since >= earliest)
    .sort(inQueueOrder)
    .map(({ buyer }) => buyer);
}

/** Step a wait has reached. A limit is reached at its second, inclusive. */
export function stepOf(waiting: Pick<WaitingBuyer, 'since' | 'limits'>, now: number): WaitStep {
  const waited = now - waiting.since;
  if (waited >= waiting.limits.breach * 1_000) return 'breach';
  if (waited >= waiting.limits.warn * 1_000) return 'warn';
  if (waited >= waiting.limits.soft * 1_000) return 'soft';
  return 'fresh';
}

/** Next instant after `now` at which any step changes, epoch ms; undefined when every wait is past its last. */
export function nextStepAt(
  waiting: readonly Pick<WaitingBuyer, 'since' | 'limits'>[],
  now: number,
): number | undefined {
  let next: number | undefined;
  for (const { since, limits } of waiting) {
    for (const seconds of [limits.soft, limits.warn, limits.breach]) {
      const at = since + seconds * 1_000;
      if (at > now && (next === undefined || at < next)) next = at;
    }
  }
  return next;
}

/** A conversation in which the buyer spoke last, where that costs the shop (客户最后发言，一个表情即可). */
export interface LastWord {
  key: string;
  platform: Platform;
  shop: string;
  buyer: string;
  /** First unanswered message, epoch ms. */
  since: number;
  /** The buyer's last word, epoch ms. */
  last: number;
}

/** Conversations whose last word is the buyer's, on platforms that want the seller's; oldest first (metrics.md §6). */
export function lastWordOpen(source: readonly TurnEvent[] | readonly Turn[]): LastWord[] {
  const words = new Map<string, LastWord>();
  for (const turn of liveTurns(source)) {
    if (!lastWordPlatforms.has(turn.platform) || !isWaiting(turn)) continue;
    const key = conversationKey(turn);
    const before = words.get(key);
    words.set(key, {
      key,
      platform: turn.platform,
      shop: turn.shop,
      buyer: turn.buyer,
      since: Math.min(turn.t_first, before?.since ?? turn.t_first),
      last: Math.max(turn.buyer_ts.at(-1) ?? turn.t_start, before?.last ?? turn.t_start),
    });
  }
  return [...words.values()].sort((a, b) => a.since - b.since);
}
