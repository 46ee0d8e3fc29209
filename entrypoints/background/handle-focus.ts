import { focusBuyer } from '../../storage/contracts/ledger.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import type { ChatFocus } from './focus-chat.ts';

/** From a view to the buyer's chat, in whichever tab it stands. */
export function handleFocus(server: RequestServer, focus: ChatFocus): void {
  server.handle(focusBuyer, async ({ platform, chat }, { tab }) => {
    if (!chat) return { found: await focus.focusMarket(platform) };
    // A desk has looked in its own page; a page of ours that stands in a tab has no chats.

    return { found: await focus.focusConversation(chat, tab?.id) };
  });
}
