import type { DockModel, DockNotice } from '../../components/dock/model.ts';
import type { Language } from '../../rules/language/local-text.ts';
import { rowsInForce } from '../../rules/packs/rows-in-force.ts';
import type { Platform } from '../../rules/platform.ts';
import { focusBuyer } from '../../storage/contracts/ledger.ts';
import type { KeptKey, KeptState } from '../../storage/kept-state.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { ChatPlace } from '../../storage/schemas/queue.ts';
import { onLongTyping } from '../compose/long-typing.ts';
import type { RowClocks } from '../marks/row-clocks.ts';
import { rowNotes } from '../marks/row-notes.ts';
import type { ChatFact } from '../site-map/facts.ts';
import { type AskedBy, createChatOpener } from './chat-opener.ts';

export interface QueueDesk {
  /** Takes the agent to a conversation, in this page or in the tab it stands in. */
  openChat(chat: ChatPlace, by: AskedBy): void;
  /** What the dock shows of the queue. */
  shown(): Pick<DockModel, 'waiting' | 'lastWords' | 'closable' | 'quietCounts' | 'rows'>;
  /** Call when the page was read: clocks stand on the rows there are now. */
  showClocks(): void;
  /** Call when a store changed, before `shown`. */
  restock(key: KeptKey): void;
}

/** The queue of waiting buyers as one page has it: in its dock, on the rows of its own list, and the way to a chat. */
export function createQueueDesk(options: {
  document: Document;
  platform: Platform;
  rowClocks: RowClocks;
  state(): KeptState;
  language(): Language;
  chat(): ChatFact | undefined;
  /** A frame of this page has a chat. */
  inFrames(): boolean;
  tell(told: DockNotice): void;
  signal: AbortSignal;
}): QueueDesk {
  const { document, platform, rowClocks, state, language, chat, inFrames, tell, signal } = options;
  let rows = rowsInForce(state().rules.rows);

  let isTyping = false;
  onLongTyping(document, signal, (underWay) => {
    isTyping = underWay;
    if (underWay) rowClocks.sync([]);
    else showClocks();
  });

  function showClocks(): void {
    if (isTyping) return;
    const { queue, settings } = state();
    rowClocks.sync(rowNotes(chat(), queue, `${platform}|${settings.shopId}`, language(), rows));
  }

  return {
    openChat: createChatOpener({
      document,
      platform,
      shop: () => state().settings.shopId,
      chat,
      inFrames,
      focus: async (place) =>
        (await sendRequest(focusBuyer, { platform: place.platform, chat: place }).catch(() => undefined))
          ?.found ?? false,
      tell,
      signal,
    }),
    shown() {
      const { waiting, lastWords, closable, counts } = state().queue;
      return { waiting, lastWords, closable, quietCounts: counts, rows };
    },
    showClocks,
    restock(key) {
      if (key === 'rules') rows = rowsInForce(state().rules.rows);
      if (key === 'queue' || key === 'settings' || key === 'rules') {
        rowClocks.setTheme(state().settings.theme);
        showClocks();
      }
    },
  };
}
