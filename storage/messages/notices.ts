import { browser } from '#imports';
import type { NoticeContract } from '../contracts/contract.ts';

/**
 * Background → one frame of a tab, or all of its frames where none is named. A frame that is gone is not an error.
 * @returns whether a desk was there to hear it
 */
export async function sendNotice<Input>(
  contract: NoticeContract<Input>,
  input: Input,
  { tabId, frameId }: { tabId: number; frameId?: number },
): Promise<boolean> {
  try {
    const options = frameId === undefined ? {} : { frameId };
    await browser.tabs.sendMessage(tabId, { shoubian: contract.name, input }, options);
    return true;
  } catch {
    // The frame was closed or navigated away between the message and now.
    return false;
  }
}

/** Listens for a notice in a content script until the signal aborts. Only our own background is heard. */
export function onNotice<Input>(
  contract: NoticeContract<Input>,
  signal: AbortSignal,
  heard: (input: Input) => void,
): void {
  const listener = (message: unknown, sender: { id?: string; tab?: unknown }): undefined => {
    if (sender.id !== browser.runtime.id || sender.tab) return undefined;
    if ((message as { shoubian?: unknown } | null)?.shoubian !== contract.name) return undefined;
    const parsed = contract.input.safeParse((message as { input?: unknown }).input);
    if (parsed.success) heard(parsed.data);
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}
