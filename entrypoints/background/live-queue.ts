import { browser } from '#imports';
import type { LastLook } from '../../rules/attention/due.ts';
import { DAY_MS, MINUTE_MS } from '../../rules/time/shanghai.ts';
import { nextStepAt, type TurnEvent, type WaitingBuyer, waitingBuyers } from '../../rules/turns/index.ts';
import type { QueueSnapshot, WaitHint } from '../../storage/schemas/queue.ts';
import { type Attention, createAttention } from './attention.ts';
import { queueLimits } from './queue-limits.ts';
import type { RecentEvents } from './recent-events.ts';
import type { Stores } from './stores.ts';

/** Waits older than this belong to the last-word list, not to the clock. */
const LIVE_FOR = DAY_MS;
/** Nicks are kept for buyers of the last two days only. */
const NICKS_FOR = 2 * DAY_MS;
export const ATTENTION_ALARM = 'attention';

const conversationOf = (item: { platform: string; shop: string; buyer: string }): string =>
  `${item.platform}|${item.shop}|${item.buyer}`;

/**
 * The queue of waiting buyers: derived from the ledger and from what conversation lists tell, kept as a snapshot
 * that every dock and the popup watch. Nothing here is truth; it is made again from the ledger after every wake.
 */
export interface HintSource {
  tabId: number;
  frameId: number;
}

export interface LiveQueue {
  /** Call after events were added to the recent ones. `changed`: keys of the conversations they changed. */
  learn(changed: ReadonlySet<string>, nicks: readonly { key: string; nick: string }[]): Promise<number>;
  /** What one page's conversation list tells, in place of what it told before. `source`: tab and frame. */
  hint(source: HintSource, hints: readonly WaitHint[]): Promise<number>;
  /** A tab was closed: its lists tell nothing any more. Without a tab: none of them does, the browser started anew. */
  forgetHints(tabId?: number): Promise<number>;
  /** Counts again at the present moment: steps, badge, notification. Returns how many wait. */
  refresh(): Promise<number>;
  /** Forgets what memory knows of the ledger: it was erased. */
  startOver(): Promise<number>;
}

export function createLiveQueue(
  stores: Stores,
  recent: RecentEvents,
  now: () => number,
  attention: Attention = createAttention(stores),
): LiveQueue {
  let tail: Promise<unknown> = Promise.resolve();

  async function derive(change: (snapshot: QueueSnapshot) => QueueSnapshot): Promise<number> {
    const at = now();
    const conversations = await recent.conversations();
    const settings = await stores.settings.read();
    let lastLook: LastLook | undefined;
    const snapshot = await stores.queue.update((before) => {
      lastLook = { at: before.updatedAt, waiting: before.waiting };
      const next = change(before);
      const nicks = Object.fromEntries(
        Object.entries(next.nicks).filter(([, entry]) => entry.at > at - NICKS_FOR),
      );
      const waiting = waitingBuyers([...conversations.values()].flat(), {
        now: at,
        limits: queueLimits(settings),
        nicks: Object.fromEntries(Object.entries(nicks).map(([key, entry]) => [key, entry.nick])),
        hints: mergedHints(unseenHints(next.hints, conversations)),
        liveFor: LIVE_FOR,
      });
      return { ...next, nicks, waiting, updatedAt: at };
    });
    const lookAgain = await attention.look(snapshot, settings, at, lastLook);
    await setAlarm(snapshot.waiting, at, lookAgain);
    return snapshot.waiting.length;
  }

  const inTurn = (change: (snapshot: QueueSnapshot) => QueueSnapshot): Promise<number> => {
    const next = tail.then(() => derive(change));
    tail = next.catch(() => undefined);
    return next;
  };

  return {
    async learn(_changed, nicks) {
      const at = now();
      return inTurn((snapshot) => ({
        ...snapshot,
        nicks: {
          ...snapshot.nicks,
          ...Object.fromEntries(nicks.map(({ key, nick }) => [key, { nick, at }])),
        },
      }));
    },
    hint: ({ tabId, frameId }, hints) =>
      inTurn((snapshot) => ({
        ...snapshot,
        hints: [
          ...snapshot.hints.filter(({ source }) => source?.tabId !== tabId || source.frameId !== frameId),
          ...hints.map((hint) => ({ ...hint, source: { tabId, frameId } })),
        ],
      })),
    forgetHints: (tabId) =>
      inTurn((snapshot) => ({
        ...snapshot,
        hints: tabId === undefined ? [] : snapshot.hints.filter(({ source }) => source?.tabId !== tabId),
      })),
    refresh: () => inTurn((snapshot) => snapshot),
    startOver() {
      return inTurn((snapshot) => ({ ...snapshot, hints: [], nicks: {}, told: {} }));
    },
  };
}

/** A hint is dropped once the ledger knows the conversation at least as well: its messages were read since. */
function unseenHints(
  hints: readonly WaitHint[],
  conversations: ReadonlyMap<string, readonly TurnEvent[]>,
): WaitHint[] {
  return hints.filter((hint) => {
    const slack = hint.precision === 'min' ? MINUTE_MS : 0;
    return (conversations.get(conversationOf(hint)) ?? []).every(({ t }) => t < hint.since - slack);
  });
}

/**
 * One hint for each conversation: two pages of one market tell of the same wait, and the one that saw it first knows
 * best since when. A time to the second that lies in the minute of a coarser one is the same moment, seen better.
 */
function mergedHints(hints: readonly WaitHint[]): WaitHint[] {
  const merged = new Map<string, WaitHint>();
  for (const hint of hints) {
    const key = conversationOf(hint);
    const known = merged.get(key);
    merged.set(key, known ? better(known, hint) : hint);
  }
  return [...merged.values()];
}

function better(a: WaitHint, b: WaitHint): WaitHint {
  const [earlier, later] = a.since <= b.since ? [a, b] : [b, a];
  const sameMinute = earlier.precision === 'min' && later.since < earlier.since + MINUTE_MS;
  return sameMinute && later.precision !== 'min' ? later : earlier;
}

/**
 * One alarm as a safety net: pages count the seconds, the alarm acts when no page is open (platform.md §8).
 * @param lookAgain when there is something to tell though no step is reached, epoch ms
 */
async function setAlarm(waiting: readonly WaitingBuyer[], now: number, lookAgain?: number): Promise<void> {
  const oldest = waiting.reduce((least, buyer) => Math.min(least, buyer.since), Number.POSITIVE_INFINITY);
  // Past the last step nothing changes any more until the wait leaves the live queue.
  const next = nextStepAt(waiting, now) ?? oldest + LIVE_FOR;
  const when = Math.min(next, lookAgain ?? Number.POSITIVE_INFINITY);
  if (Number.isFinite(when)) {
    await browser.alarms.create(ATTENTION_ALARM, { when: Math.max(when, now + MINUTE_MS / 2) });
  } else await browser.alarms.clear(ATTENTION_ALARM);
}
