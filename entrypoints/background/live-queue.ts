import { browser } from '#imports';
import type { LastLook } from '../../rules/attention/due.ts';
import { rowsInForce } from '../../rules/packs/rows-in-force.ts';
import type { UserRows } from '../../rules/packs/user-rows.ts';
import { DAY_MS, MINUTE_MS } from '../../rules/time/shanghai.ts';
import { createQueueBook, nextStepAt, type QueueBook, type QueueView } from '../../rules/turns/index.ts';
import type { QueueSnapshot, WaitHint } from '../../storage/schemas/queue.ts';
import { type Attention, createAttention } from './attention.ts';
import { createClockSkew } from './clock-skew.ts';
import { createHintBook, type HintSource } from './hint-book.ts';
import { createOpenMatters } from './open-matters.ts';
import type { RecentEvents } from './recent-events.ts';
import type { Stores } from './stores.ts';

/** A buyer who has said nothing for so long belongs to the last-word list, not to the clock. */
const LIVE_FOR = DAY_MS;
/** Safety net of the clocks: pages count the seconds, the alarm acts when no page is open (platform.md §8). */
export const ATTENTION_ALARM = 'attention';
/** When the other two lists change without any message: a conversation is silent long enough, the day ends. */
export const QUIET_ALARM = 'quiet-chats';
/** Chrome rings no sooner. */
const SOONEST_ALARM = MINUTE_MS / 2;
/** Where the moment of the last look lies in `storage.session`. */
const LOOKED_KEY = 'queue-looked';

export type { HintSource };

/**
 * The queue of waiting buyers: derived from the ledger and from what conversation lists tell, kept as a snapshot
 * that every dock and the popup watch. Nothing here is truth; it is made again from the ledger after every wake. A
 * message costs what its conversation costs, and a look at those who wait.
 */
export interface LiveQueue {
  /** Call after events were added to the recent ones. `changed`: keys of the conversations they changed. */
  learn(changed: ReadonlySet<string>, nicks: readonly { key: string; nick: string }[]): Promise<number>;
  /** What one page's conversation list tells, in place of what it told before. `source`: tab and frame. */
  hint(source: HintSource, hints: readonly WaitHint[]): Promise<number>;
  /** A tab was closed: its lists tell nothing any more. Without a tab: none of them does, the browser started anew. */
  forgetHints(tabId?: number): Promise<number>;
  /** Tabs whose conversation list names the conversation. */
  listedIn(key: string): Promise<number[]>;
  /** Counts again at the present moment: steps, badge, notification. Returns how many wait. */
  refresh(): Promise<number>;
  /** The registers were changed: what is left to do in a conversation keeps it from being closed. */
  mattersChanged(): Promise<number>;
  /** Forgets what memory knows of the ledger: it was erased. */
  startOver(): Promise<number>;
}

export function createLiveQueue(
  stores: Stores,
  recent: RecentEvents,
  now: () => number,
  attention: Attention = createAttention(stores),
): LiveQueue {
  const hints = createHintBook(now);
  const matters = createOpenMatters(stores);
  const skew = createClockSkew(now);
  let kept: { book: QueueBook; of: string } | undefined;
  /** Conversations that changed since the book was last brought up to date; none is forgotten when a step fails. */
  const changed = new Set<string>();
  let lookedAt: number | undefined;
  let tail: Promise<unknown> = Promise.resolve();

  /** The book as of now. Everything is put in again only after a wake, at midnight and when the rows change. */
  async function bookOf(user: UserRows): Promise<QueueBook> {
    const conversations = await recent.conversations();
    const of = JSON.stringify([recent.generation(), recent.from(), user]);
    if (kept?.of === of) {
      for (const key of changed) {
        const events = conversations.get(key) ?? [];
        kept.book.put(key, events);
        changed.delete(key);
        await skew.learn(events);
      }
      return kept.book;
    }
    const book = createQueueBook(rowsInForce(user));
    for (const [key, events] of conversations) book.put(key, events);
    for (const events of conversations.values()) await skew.learn(events);
    changed.clear();
    kept = { book, of };
    return book;
  }

  async function look(): Promise<number> {
    const at = now();
    const [settings, rules, nicks] = await Promise.all([
      stores.settings.read(),
      stores.rules.read(),
      stores.nicks.all(),
    ]);
    const book = await bookOf(rules.rows);
    const view = book.view({
      now: at,
      liveFor: LIVE_FOR,
      nick: (key) => nicks.get(key),
      hints: await hints.hints(),
      behind: await skew.behind(),
      openMatters: await matters.keys(nicks),
    });
    const before = await stores.queue.read();
    const lastLook: LastLook = { at: await lastLooked(before), waiting: before.waiting };
    const snapshot = await keep(before, view, at);
    const lookAgain = await attention.look(snapshot, settings, at, lastLook);
    await setAlarms(view, at, lookAgain);
    await noteLook(at);
    return view.waiting.length;
  }

  /** Written only when a view would show something else: every dock reads it again. */
  async function keep(before: QueueSnapshot, view: QueueView, at: number): Promise<QueueSnapshot> {
    const { waiting, lastWords, closable, counts } = view;
    const next = { waiting, lastWords, closable, counts };
    const shown = ({ waiting, lastWords, closable, counts }: typeof next): string =>
      JSON.stringify([waiting, lastWords, closable, counts].map(inFixedOrder));
    if (shown(before) === shown(next)) return before;
    return stores.queue.update((queue) => ({ ...queue, ...next, updatedAt: at }));
  }

  async function lastLooked(before: QueueSnapshot): Promise<number> {
    if (lookedAt === undefined) {
      const found: Record<string, unknown> = await browser.storage.session.get(LOOKED_KEY);
      const at = found[LOOKED_KEY];
      lookedAt = typeof at === 'number' ? at : before.updatedAt;
    }
    return lookedAt;
  }

  async function noteLook(at: number): Promise<void> {
    lookedAt = at;
    await browser.storage.session.set({ [LOOKED_KEY]: at }).catch(warn('look'));
  }

  /** One after the other; after a failed look the next one does what is left, and one is made soon. */
  const inTurn = (change: () => Promise<unknown> | unknown): Promise<number> => {
    const next = tail.then(async () => {
      await change();
      return look();
    });
    tail = next.catch(() => {
      const when = now() + SOONEST_ALARM;
      return browser.alarms.create(ATTENTION_ALARM, { when }).catch(warn('alarm'));
    });
    return next;
  };

  return {
    learn(keys, nicks) {
      for (const key of keys) changed.add(key);
      return inTurn(async () => {
        // A nick is a comfort: without room for it the buyer waits all the same.
        await stores.nicks.learn(nicks).catch(warn('nicks'));
        matters.learn(nicks);
      });
    },
    hint: (source, told) => inTurn(() => hints.tell(source, told)),
    forgetHints: (tabId) => inTurn(() => hints.forget(tabId)),
    listedIn: (key) => hints.tabsOf(key),
    refresh: () => inTurn(() => undefined),
    mattersChanged: () => inTurn(() => matters.startOver()),
    startOver: () =>
      inTurn(async () => {
        kept = undefined;
        matters.startOver();
        await hints.forget();
        await stores.queue.update((queue) => ({ ...queue, told: {} }));
      }),
  };
}

const warn =
  (what: string) =>
  (error: unknown): void =>
    console.warn('[shoubian]', what, error);

/** Names in the order of the alphabet, so that what was read and what was made compare. */
const inFixedOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inFixedOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => [name, inFixedOrder(one)]);
};

/** @param lookAgain when there is something to tell though no step is reached, epoch ms */
async function setAlarms(view: QueueView, at: number, lookAgain: number | undefined): Promise<void> {
  const attention = [nextStepAt(view.waiting, at), view.waitingChangesAt, lookAgain];
  await setAlarm(ATTENTION_ALARM, attention, at);
  await setAlarm(QUIET_ALARM, [view.quietChangesAt], at);
}

async function setAlarm(name: string, times: readonly (number | undefined)[], at: number): Promise<void> {
  const when = Math.min(...times.map((time) => time ?? Number.POSITIVE_INFINITY));
  if (Number.isFinite(when)) await browser.alarms.create(name, { when: Math.max(when, at + SOONEST_ALARM) });
  else await browser.alarms.clear(name);
}
