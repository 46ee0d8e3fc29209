import { type Browser, browser } from '#imports';
import type { Platform } from '../../rules/platform.ts';
import { SECOND_MS } from '../../rules/time/shanghai.ts';
import { openChat } from '../../storage/contracts/open-chat.ts';
import { sendNotice } from '../../storage/messages/notices.ts';
import type { ChatPlace } from '../../storage/schemas/queue.ts';
import type { ChatPlaces } from './chat-places.ts';
import type { LiveQueue } from './live-queue.ts';
import { mapsThatAreOn } from './markets.ts';
import type { Stores } from './stores.ts';

type Tab = Browser.tabs.Tab;

/** A tab the browser had put to sleep needs so long at most until its desk hears; later the agent went on. */
const HEARS_WITHIN = 30 * SECOND_MS;

export interface ChatFocus {
  /**
   * Brings the tab forward in which the conversation was last read or listed, else any tab of its marketplace, and has
   * its desk open the conversation.
   * @param except tab that has looked already
   * @returns whether there was such a tab
   */
  focusConversation(chat: ChatPlace, except?: number): Promise<boolean>;
  /** Brings a tab of the marketplace forward. */
  focusMarket(platform: Platform): Promise<boolean>;
  /** A desk of this tab has spoken: what it could not hear before is said now. */
  heardFrom(tabId: number): void;
}

export function createChatFocus(
  stores: Stores,
  places: Pick<ChatPlaces, 'tabOf'>,
  queue: Pick<LiveQueue, 'listedIn'>,
  now: () => number,
): ChatFocus {
  let unheard: { chat: ChatPlace; tabId: number; until: number } | undefined;

  /** Tabs of the marketplace, the one used last first. */
  async function tabsOf(platform: Platform): Promise<Tab[]> {
    const maps = (await mapsThatAreOn(stores)).filter((map) => map.platform === platform);
    const hosts = maps.flatMap((map) => map.hosts);
    if (hosts.length === 0) return [];
    const tabs = await browser.tabs.query({ url: hosts });
    // Not every browser tells when a tab was last used.
    return tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  }

  async function tell(chat: ChatPlace, tabId: number): Promise<void> {
    unheard = undefined;
    if (await sendNotice(openChat, { chat }, { tabId, frameId: 0 })) return;
    unheard = { chat, tabId, until: now() + HEARS_WITHIN };
  }

  return {
    async focusConversation(chat, except) {
      const tabs = (await tabsOf(chat.platform)).filter(({ id }) => id !== undefined && id !== except);
      // A tab that has gone elsewhere since is none of the marketplace's any more.
      const known = [await places.tabOf(chat.key), ...(await queue.listedIn(chat.key))];
      const tab = tabs.find(({ id }) => id === known.find((one) => tabs.some((open) => open.id === one)));
      const chosen = tab ?? tabs[0];
      if (chosen?.id === undefined || !(await bringForward(chosen))) return false;
      await tell(chat, chosen.id);
      return true;
    },
    async focusMarket(platform) {
      const [tab] = await tabsOf(platform);
      return tab !== undefined && bringForward(tab);
    },
    heardFrom(tabId) {
      if (unheard?.tabId !== tabId) return;
      const { chat, until } = unheard;
      unheard = undefined;
      if (now() < until) void tell(chat, tabId);
    },
  };
}

/** False where the tab was closed meanwhile. */
async function bringForward({ id, windowId }: Tab): Promise<boolean> {
  if (id === undefined) return false;
  try {
    await browser.tabs.update(id, { active: true });
  } catch {
    return false;
  }
  // Where there is one window only (Firefox on phones), the browser has no such call.
  const windows = browser.windows as typeof browser.windows | undefined;
  if (!windows || windowId === undefined) return true;
  try {
    const { state } = await windows.get(windowId);
    await windows.update(windowId, { focused: true, ...(state === 'minimized' && { state: 'normal' }) });
  } catch {
    // The tab is the active one of its window; a window that will not come forward stays where it is.
  }
  return true;
}
