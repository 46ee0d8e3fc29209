import type { DockNotice } from '../../components/dock/model.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import type { Platform } from '../../rules/platform.ts';
import type { ChatPlace } from '../../storage/schemas/queue.ts';
import type { ChatFact } from '../site-map/facts.ts';
import { notice } from './insert-phrase.ts';
import { openChatRow } from './open-chat.ts';

/** Who asks: the agent in this page's dock, or the queue, which has brought this very tab forward for it. */
export type AskedBy = 'agent' | 'queue';

const shownText: LocalText = say(
  '这个页面不让扩展代点，已把这位买家的那一行标出来，请您点一下',
  'This page takes no clicks from an extension; the row is shown, please click it',
);
const missingText: LocalText = say(
  '没有找到和这位买家的会话：列表里没有，别的标签页也没有开着',
  'The chat with this buyer was not found: it is in no list here, and no other tab has it',
);

/**
 * Takes the agent to a conversation: to its row in this page, else to the tab it stands in. The queue asks only the
 * tab it chose, which then looks no further, so that two tabs never send the agent to and fro.
 */
export function createChatOpener(options: {
  document: Document;
  platform: Platform;
  shop(): string;
  chat(): ChatFact | undefined;
  /** A frame of this page has a chat, and is asked as well. */
  inFrames(): boolean;
  /** Brings the tab of the conversation forward; false where no tab has it. */
  focus(chat: ChatPlace): Promise<boolean>;
  tell(told: DockNotice): void;
  signal: AbortSignal;
}): (chat: ChatPlace, by: AskedBy) => void {
  let running = new AbortController();

  async function open(chat: ChatPlace, by: AskedBy, signal: AbortSignal): Promise<void> {
    const ours = chat.platform === options.platform && chat.shop === options.shop();
    if (ours && options.chat()) {
      const outcome = await openChatRow(chat.buyer, {
        document: options.document,
        rows: () => options.chat()?.conversations ?? [],
        open: () => options.chat()?.conversationKey,
        signal,
      });
      if (outcome === 'shown') options.tell(notice('info', shownText));
      if (outcome !== 'missing') return;
    } else if (ours && options.inFrames()) return;
    if (signal.aborted) return;
    if (by === 'agent' && (await options.focus(chat))) return;
    if (!signal.aborted) options.tell(notice('info', missingText));
  }

  return (chat, by) => {
    // The newest click is what the agent wants.
    running.abort();
    running = new AbortController();
    void open(chat, by, AbortSignal.any([options.signal, running.signal]));
  };
}
