import type { GivingView, PhraseOffer } from '../../components/dock/model.ts';
import { type ManyTexts, textsOf } from '../../rules/phrases/next-text.ts';
import { sketchOf } from '../../rules/phrases/suggest-memory.ts';
import type { Platform } from '../../rules/platform.ts';
import { forgetGiven, phraseUsed, textsGiven } from '../../storage/contracts/library.ts';
import { learnAnswer, suggestAnswers } from '../../storage/contracts/suggest.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { readText } from '../compose/read-text.ts';
import type { ChatFact, MessageFact } from '../site-map/facts.ts';
import { inTimeOrder } from '../site-map/message-order.ts';
import { messageIdentities } from './message-identity.ts';

/** Suggestions shown; more are asked for, since those just given are left out. */
const suggestedAtMost = 3;
/** A buyer's last words, as much of them as tells what they are about. */
const longestMessage = 600;
/** Conversations whose next part is remembered while the page is open. */
const rememberedParts = 50;

type Given = Record<string, readonly number[]>;

/** A phrase that landed. */
export interface Landed {
  phrase: ManyTexts & { id: string };
  index: number;
  /** Whose turn it was, where the chat stands in another frame; absent: the one open here. */
  conversation?: string | undefined;
}

/** What the open conversation's buyer already got, and what may be wanted next (issue "Phrases", 1 and 3). */
export interface Giving {
  /** The chat was read. `conversation` is its key as the queue has it. */
  read(chat: ChatFact | undefined, conversation: string | undefined): void;
  /** Which texts a conversation's buyer already got, as the background knows it. */
  given(conversation: string | undefined): Promise<Given>;
  landed(landed: Landed): void;
  beginAnew(id: string): void;
  dropOffer(id: string): void;
  /** Key of the open conversation. */
  open(): string | undefined;
  /** Undefined while no conversation is open. */
  view(): GivingView | undefined;
}

/** The part to offer once the one before it was sent. */
interface NextPart {
  id: string;
  index: number;
  /** The last message of ours when the part before it landed. */
  after: string | undefined;
  /** The draft held that part; when it is empty again, it was sent. */
  drafted: boolean;
  sent: boolean;
}

export function createGiving(options: {
  platform: Platform;
  /** The page's window: what was given in another one is asked for when the agent comes back to this. */
  view: Window | null;
  changed(): void;
  signal: AbortSignal;
}): Giving {
  const { platform, signal } = options;
  let open: string | undefined;
  let chat: ChatFact | undefined;
  let given: Given = {};
  let asking: Promise<Given> | undefined;
  let message = '';
  let suggested: readonly { id: string; why: 'learnt' | 'words'; words?: string }[] = [];
  /** Given in answer to this message: not suggested for it again. */
  let answered: string[] = [];
  const parts = new Map<string, NextPart>();

  const tell = (): void => {
    if (!signal.aborted) options.changed();
  };
  const ask = (conversation: string): Promise<Given> =>
    sendRequest(textsGiven, { conversation }).then(
      (answer) => answer.given,
      // Without the background nothing is known; the worst that follows is a step given twice.
      () => ({}),
    );
  const refresh = (conversation: string): Promise<Given> => {
    const asked = ask(conversation).then((fresh) => {
      if (asking === asked) asking = undefined;
      if (open === conversation) {
        given = fresh;
        tell();
      }
      return fresh;
    });
    asking = asked;
    return asked;
  };
  options.view?.addEventListener('focus', () => open !== undefined && void refresh(open), { signal });
  const suggest = (next: string): void => {
    message = next;
    suggested = [];
    answered = [];
    if (next === '') return;
    sendRequest(suggestAnswers, { message: next, platform }).then(
      (list) => {
        if (message !== next) return;
        suggested = list;
        tell();
      },
      () => undefined,
    );
  };
  const watchPart = (): void => {
    const part = open === undefined ? undefined : parts.get(open);
    if (!part || part.sent || !chat) return;
    const draft = chat.editor instanceof HTMLElement ? readText(chat.editor).text.trim() : undefined;
    const last = lastOfOurs(chat);
    if ((last !== undefined && last !== part.after) || (part.drafted && draft === '')) part.sent = true;
    else if (draft) part.drafted = true;
  };
  const offers = (): PhraseOffer[] => {
    const part = open === undefined ? undefined : parts.get(open);
    const next: PhraseOffer[] = part?.sent ? [{ id: part.id, why: 'next-part' }] : [];
    const rest = suggested.filter(({ id }) => id !== part?.id && !answered.includes(id));
    return [...next, ...rest.slice(0, suggestedAtMost)];
  };

  return {
    read(fact, conversation) {
      chat = fact;
      if (conversation !== open) {
        open = conversation;
        given = {};
        message = '';
        suggested = [];
        answered = [];
        if (conversation !== undefined) void refresh(conversation);
      }
      const words = fact && conversation !== undefined ? lastWords(fact) : '';
      if (words !== message) suggest(words);
      watchPart();
    },
    given: (conversation) => {
      if (conversation === undefined) return Promise.resolve({});
      // Asked for when the conversation was opened, kept in step since: an insert waits for no sleeping worker.
      if (conversation === open) return asking ?? Promise.resolve(given);
      return ask(conversation);
    },
    landed({ phrase, index, conversation = open }) {
      const { id } = phrase;
      const counts = conversation !== undefined && phrase.kind !== undefined;
      sendRequest(phraseUsed, { id, ...(counts && { conversation, index }) }).catch(() => undefined);
      if (message !== '' && conversation === open) {
        answered.push(id);
        const sketch = sketchOf(message);
        if (sketch.length > 0) sendRequest(learnAnswer, { sketch, id }).catch(() => undefined);
      }
      // What is still being asked for was asked before this.
      if (counts && conversation === open && asking) void refresh(conversation);
      if (counts && conversation === open) given = { ...given, [id]: [...(given[id] ?? []), index] };
      if (conversation !== undefined && phrase.kind === 'parts') {
        parts.delete(conversation);
        if (index + 1 < textsOf(phrase).length) {
          const after = chat && conversation === open ? lastOfOurs(chat) : undefined;
          parts.set(conversation, { id, index: index + 1, after, drafted: false, sent: false });
          const [oldest] = parts.keys();
          if (parts.size > rememberedParts && oldest !== undefined) parts.delete(oldest);
        }
      }
      watchPart();
      tell();
    },
    beginAnew(id) {
      if (open === undefined) return;
      const { [id]: _, ...rest } = given;
      given = rest;
      if (parts.get(open)?.id === id) parts.delete(open);
      sendRequest(forgetGiven, { conversation: open, id }).catch(() => undefined);
      tell();
    },
    dropOffer(id) {
      if (open !== undefined && parts.get(open)?.id === id) parts.delete(open);
      else answered.push(id);
      tell();
    },
    open: () => open,
    view: () => (open === undefined ? undefined : { given, offers: offers() }),
  };
}

/** Which of our messages is the last; undefined where none is shown. */
function lastOfOurs(chat: ChatFact): string | undefined {
  const messages = inTimeOrder(chat.messages);
  const at = messages.findLastIndex(({ side }) => side === 'agent');
  return at < 0 ? undefined : messageIdentities(messages)[at];
}

/** What the buyer last wrote: all of it since somebody else's message before. '' where that is not known. */
function lastWords(chat: ChatFact): string {
  const messages = inTimeOrder(chat.messages);
  const last = messages.findLastIndex(({ side, text }) => side === 'buyer' && text !== undefined);
  const words: string[] = [];
  const isBuyers = (message: MessageFact | undefined): message is MessageFact => message?.side === 'buyer';
  for (let at = last; isBuyers(messages[at]); at -= 1) words.unshift(messages[at]?.text ?? '');
  return words.join('\n').slice(-longestMessage).trim();
}
