import { rateLimitOf, replyLimits, rowPlatform } from '../packs/platform-limits.ts';
import type { PlatformRow, ReplyLimits } from '../packs/platform-row.ts';
import type { Platform } from '../platform.ts';
import type { LiveWait } from './live-chat.ts';
import type { WaitingBuyer } from './queue.ts';

export interface QueueOptions {
  /** Epoch ms. */
  now: number;
  /** Rows in force: steps and limits (metrics.md §9); absent: the shipped ones. */
  rows?: readonly PlatformRow[];
  /** What the page calls the buyer of a conversation key. */
  nick?: (key: string) => string | undefined;
  /** Waits in which the buyer said nothing for this many ms are left to the last-word list. */
  liveFor?: number;
}

export interface Queue {
  /** In queue order (metrics.md §6). */
  waiting: WaitingBuyer[];
  /** Next instant at which, without any message, a buyer fails or leaves; epoch ms. Absent when none will. */
  changesAt?: number;
}

/** Platforms whose failing unit is the buyer of a day: one slow message fails the buyer (metrics.md §4). */
const personDay: ReadonlySet<Platform> = new Set(['pdd', 'kuaishou']);
/** Platforms with a published rate that an answer can fail. */
const rated: ReadonlySet<Platform> = new Set(['taobao', 'pdd', 'doudian', 'jd', 'kuaishou', '1688']);

interface Entry {
  buyer: WaitingBuyer;
  /** Epoch ms at which the unit fails; Infinity outside the window, where nothing can fail. */
  failsAt: number;
  leavesAt: number;
}

interface Judgement {
  limits: ReplyLimits;
  /** Ms after which the unit of the platform's rate has failed; the agent's own breach where there is no rate. */
  failsAfter: number;
}

/** Steps and limit of a platform's waits, looked up once for all of them. */
function judgements(
  rows: readonly PlatformRow[] | undefined,
): (platform: Platform, first: boolean) => Judgement {
  const known = new Map<string, Judgement>();
  return (platform, first) => {
    const name = `${platform}|${first}`;
    const before = known.get(name);
    if (before) return before;
    const limits = replyLimits(platform, first, rows);
    const later = platform === 'jd' && !first;
    const seconds = rated.has(rowPlatform(platform)) && !later ? rateLimitOf(platform, rows) : limits.breach;
    const judgement = { limits, failsAfter: seconds * 1_000 };
    known.set(name, judgement);
    return judgement;
  };
}

function entryOf(wait: LiveWait, { limits, failsAfter }: Judgement, options: QueueOptions): Entry {
  const { now, liveFor = Number.POSITIVE_INFINITY } = options;
  const { key, platform, shop, buyer, since, precision, messages, first, lastAsk } = wait;
  const nick = wait.nick ?? options.nick?.(key);
  const failsAt = wait.countedFrom === undefined ? Number.POSITIVE_INFINITY : wait.countedFrom + failsAfter;
  const failedBefore = personDay.has(platform) && wait.slowest > failsAfter;
  return {
    buyer: {
      key,
      platform,
      shop,
      buyer,
      ...(nick !== undefined && { nick }),
      since,
      precision,
      ...(messages !== undefined && { messages }),
      first,
      limits,
      failed: failedBefore || now > failsAt,
    },
    failsAt,
    leavesAt: lastAsk + liveFor,
  };
}

function inQueueOrder(a: Entry, b: Entry): number {
  if (a.buyer.failed !== b.buyer.failed) return a.buyer.failed ? 1 : -1;
  if (!a.buyer.failed && a.failsAt !== b.failsAt) return a.failsAt < b.failsAt ? -1 : 1;
  return a.buyer.since - b.buyer.since || (a.buyer.key < b.buyer.key ? -1 : 1);
}

/**
 * The waits as every surface lists them (metrics.md §6): what can still be kept within the limit by time left, then
 * what has failed, longest wait first. The order of a snapshot is this one; views keep it.
 */
export function queueOf(waits: Iterable<LiveWait>, options: QueueOptions): Queue {
  const entries: Entry[] = [];
  let changesAt = Number.POSITIVE_INFINITY;
  const judge = judgements(options.rows);
  for (const wait of waits) {
    const entry = entryOf(wait, judge(wait.platform, wait.first), options);
    if (entry.leavesAt < options.now) continue;
    entries.push(entry);
    // Past its limit by one millisecond a wait has failed; past its last hour it has left.
    const next = entry.buyer.failed ? entry.leavesAt : Math.min(entry.failsAt, entry.leavesAt);
    changesAt = Math.min(changesAt, next + 1);
  }
  return {
    waiting: entries.sort(inQueueOrder).map(({ buyer }) => buyer),
    ...(Number.isFinite(changesAt) && { changesAt }),
  };
}
