import type { PracticeMessage, Sender } from '../generator/conversations.ts';
import type { Place } from '../generator/places.ts';
import { dashedTime } from '../generator/shown-time.ts';
import type { PracticeClock } from '../page/clock.ts';
import { type Desk, type SentMessage, type WrittenByBuyer, waitingSince } from './desk.ts';

export interface ConversationTruth {
  id: string;
  name: string;
  /** What the row says of the last message. */
  preview: string;
  lastAt: number;
  waiting: boolean;
  /** First buyer message no person has answered. */
  waitingSince?: number;
}

/** A message as a perfect reader of the page reads it. */
export interface MessageTruth {
  id?: string;
  side: Sender;
  text?: string;
  /** Only where the page shows a time. */
  time?: { ms: number; precision: 'ms' | 's' | 'min' };
  picture: boolean;
  good: boolean;
  /** Divisions of an address in the text. */
  place?: Place;
}

export interface ChatTruth {
  conversations: ConversationTruth[];
  open?: { id: string; name: string; messages: MessageTruth[] };
}

/** `window.practice` of every chat page; documented in sandbox/README.md. */
export interface ChatPractice {
  readonly now: number;
  readonly sent: SentMessage[];
  advance(ms: number): void;
  truth(): ChatTruth;
  buyerWrites(buyerId: string, text?: string, options?: { at?: number }): WrittenByBuyer;
  agentReplies(text: string, options?: { at?: number; buyerId?: string }): SentMessage;
  step(): WrittenByBuyer | undefined;
  switchTo(buyerId: string): void;
  /** The page throws away what it did not make itself, now. */
  wipe(): void;
}

export const preview = (message: PracticeMessage | undefined): string =>
  message === undefined
    ? ''
    : message.good
      ? '[商品]'
      : message.picture !== undefined
        ? '[图片]'
        : (message.text ?? '');

/** Which times, ids and texts one page shows of a message; everything else about it is absent from the truth. */
export interface Showing {
  id?(message: PracticeMessage): string;
  time?(message: PracticeMessage, index: number, all: readonly PracticeMessage[]): MessageTruth['time'];
}

export function chatTruth(desk: Desk, showing: Showing): ChatTruth {
  const open = desk.openId === undefined ? undefined : desk.conversation(desk.openId);
  return {
    conversations: desk.conversations.map((conversation): ConversationTruth => {
      const since = waitingSince(conversation);
      const lastMessage = conversation.messages[conversation.messages.length - 1];
      return {
        id: conversation.buyer.id,
        name: conversation.buyer.nick,
        preview: preview(lastMessage),
        lastAt: lastMessage?.at ?? 0,
        waiting: since !== undefined,
        ...(since !== undefined && { waitingSince: since }),
      };
    }),
    ...(open && {
      open: {
        id: open.buyer.id,
        name: open.buyer.nick,
        messages: open.messages.map((message, index, all): MessageTruth => {
          const time = showing.time?.(message, index, all);
          return {
            ...(showing.id && { id: showing.id(message) }),
            side: message.from,
            ...(message.text !== undefined && { text: message.text }),
            ...(time && { time }),
            picture: message.picture !== undefined,
            good: message.good !== undefined,
            ...(message.place && { place: message.place }),
          };
        }),
      },
    }),
  };
}

/** Puts the control object on the page and, for a person at `npm start`, lets the buyers play by themselves. */
export function exposeChat<More extends object>(
  desk: Desk,
  clock: PracticeClock,
  options: { live: boolean; showing: Showing; wipe(): void; more: More },
): void {
  const control: ChatPractice = {
    get now() {
      return clock.now();
    },
    sent: desk.sent,
    advance: (ms) => clock.advance(ms),
    truth: () => chatTruth(desk, options.showing),
    buyerWrites: desk.buyerWrites,
    agentReplies: desk.agentReplies,
    step: desk.step,
    switchTo: desk.open,
    wipe: options.wipe,
  };
  // Getters of `more` must stay getters.
  const whole = Object.defineProperties(control, Object.getOwnPropertyDescriptors(options.more));
  (window as unknown as { practice: ChatPractice & More }).practice = whole as ChatPractice & More;
  if (options.live) setInterval(desk.play, 1_000);
}

/** For the ribbon: what the page was opened with. */
export const openedWith = (seed: string, clock: PracticeClock): string =>
  `种子 ${seed} · ${dashedTime(clock.now())} · 买家、地址、订单均为虚构`;
