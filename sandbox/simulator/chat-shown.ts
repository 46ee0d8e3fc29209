import { MINUTE_MS, startOfShanghaiDay } from '../../rules/time/shanghai.ts';
import type { Conversation } from '../generator/conversations.ts';
import { rowTime } from '../generator/shown-time.ts';
import type { ChatShown, ConversationShown, ItemTruth, MessageShown } from '../page/page-truth.ts';
import { chatTruth, preview, type Showing } from './control.ts';
import type { Desk } from './desk.ts';

/** What rowTime() leaves of a moment: minutes today, the day alone before. */
export function rowTimeShown(ms: number, now: number): { ms: number; precision: 'min' } {
  const today = startOfShanghaiDay(now) === startOfShanghaiDay(ms);
  return { ms: today ? Math.floor(ms / MINUTE_MS) * MINUTE_MS : startOfShanghaiDay(ms), precision: 'min' };
}

/** A row of the conversation list as every one of the pages shows it: nick, last words, short time. */
export function conversationShown(
  { buyer, messages }: Conversation,
  now: number,
  more: Partial<ConversationShown> = {},
): ConversationShown {
  const last = messages[messages.length - 1];
  const words = preview(last);
  return {
    id: buyer.id,
    name: buyer.nick,
    ...(words !== '' && { preview: words }),
    ...(last && rowTime(last.at, now) !== '' && { time: rowTimeShown(last.at, now) }),
    ...more,
  };
}

/** The open conversation as a perfect reader reads it; `showing` says which ids and times the page shows. */
export function messagesShown(desk: Desk, showing: Showing): MessageShown[] {
  return (chatTruth(desk, showing).open?.messages ?? []).map(({ id, side, text, time, picture }) => ({
    ...(id !== undefined && { id }),
    side,
    ...(text !== undefined && text !== '' && { text }),
    ...(time && { time }),
    picture,
  }));
}

/** The product cards among the messages of the open conversation. */
export function cardsShown(desk: Desk): ItemTruth[] {
  const open = desk.openId === undefined ? undefined : desk.conversation(desk.openId);
  return (open?.messages ?? []).flatMap(({ good }) =>
    good ? [{ title: good.title, sent: true as const }] : [],
  );
}

/** Header and messages of the open conversation; nothing where none is open. */
export function openShown(desk: Desk, showing: Showing): Pick<ChatShown, 'buyer' | 'messages'> {
  const open = desk.openId === undefined ? undefined : desk.conversation(desk.openId);
  return { ...(open && { buyer: open.buyer.nick }), messages: messagesShown(desk, showing) };
}
