import type { Page } from '@playwright/test';
import type { ChatTruth } from '../../../sandbox/simulator/control.ts';
import { practice } from '../../../sandbox/tour/desk-driver.mjs';

/** Somebody said something at a moment; what an independent count of a conversation needs. */
export interface Said {
  id: string;
  side: string;
  /** Epoch ms as the page shows it: the time above the message, else the milliseconds in its id (markets.md §1). */
  at: number;
}

export const truthOf = (page: Page): Promise<ChatTruth> => practice<ChatTruth>(page, 'practice.truth()');

/** The messages of the open conversation as a perfect reader reads them. */
export async function openMessages(page: Page): Promise<Said[]> {
  const { open } = await truthOf(page);
  return (open?.messages ?? []).map((message) => {
    const at = message.time?.ms ?? Number(message.id);
    if (message.id === undefined || !Number.isFinite(at)) throw new Error('a message without id and time');
    return { id: message.id, side: message.side, at };
  });
}

export interface CountedByHand {
  answered: number;
  /** Sum of the answered waits, ms. */
  waited: number;
  /** Turns that took, or have been waiting, longer than PDD's 180 s. */
  misses: number;
  human: number;
  buyer: number;
}

/**
 * Counts conversations as a person with a pencil would (metrics.md §2 F1–F4): a turn begins with the buyer's first
 * word, later words do not move it, the agent's next word ends it. Shares no code with the product.
 */
export function countByHand(conversations: readonly (readonly Said[])[], now = Date.now()): CountedByHand {
  const count: CountedByHand = { answered: 0, waited: 0, misses: 0, human: 0, buyer: 0 };
  for (const conversation of conversations) {
    let since: number | undefined;
    for (const { side, at } of [...conversation].sort((a, b) => a.at - b.at || Number(a.id) - Number(b.id))) {
      if (side === 'buyer') {
        count.buyer += 1;
        since ??= at;
      } else if (side === 'agent') {
        count.human += 1;
        if (since === undefined) continue;
        count.answered += 1;
        count.waited += at - since;
        if (at - since > 180_000) count.misses += 1;
        since = undefined;
      }
    }
    if (since !== undefined && now - since > 180_000) count.misses += 1;
  }
  return count;
}

/** PDD's chat with a clock that stands where the test puts it; nothing is thrown away by itself. */
export const chatUrl = (now: number, options: { rows?: number; seed?: number } = {}): string =>
  `https://mms.pinduoduo.com/chat-merchant/index.html?rows=${options.rows ?? 1}&seed=${options.seed ?? 1}&now=${now}&wipe=0&late=0#/`;

/** Opens a conversation by the agent's click in the list's group of all conversations. */
export async function openConversation(page: Page, id: string): Promise<void> {
  await page.locator(`.chat-item-box[data-random^="${id}-"][data-random$="-all"]`).click();
  await page.locator(`li.onemsg [currentuid="${id}"]`).first().waitFor();
}

export async function openFirst(page: Page, url: string): Promise<string> {
  await page.goto(url);
  const id = (await truthOf(page)).conversations[0]?.id ?? '';
  await openConversation(page, id);
  return id;
}

export const buyerSays = (page: Page, id: string, at: number, text = '在吗'): Promise<unknown> =>
  practice(page, 'practice.buyerWrites(value.id, value.text, { at: value.at })', { id, at, text });
export const agentSays = (page: Page, at: number, text = '在的亲'): Promise<unknown> =>
  practice(page, 'practice.agentReplies(value.text, { at: value.at })', { at, text });
