import {
  type Beat,
  type Conversation,
  type ConversationsRequest,
  freshId,
  type PracticeMessage,
  placeConversations,
} from '../generator/conversations.ts';
import type { PracticeClock } from '../page/clock.ts';

/** Something the practice agent wrote, through the page's own send or through the control object. */
export interface SentMessage {
  buyerId: string;
  text: string;
  at: number;
}

export interface WrittenByBuyer {
  buyerId: string;
  messageId: string;
  text?: string;
  at: number;
}

/** The buyer simulator behind every chat page. It knows nothing of any framework; pages draw what it holds. */
export interface Desk {
  readonly conversations: readonly Conversation[];
  readonly openId: string | undefined;
  readonly sent: SentMessage[];
  conversation(buyerId: string): Conversation;
  open(buyerId: string): void;
  /** The buyer writes: `text`, else the next line of their own plan. */
  buyerWrites(buyerId: string, text?: string, options?: { at?: number }): WrittenByBuyer;
  agentReplies(text: string, options?: { at?: number; buyerId?: string }): SentMessage;
  /**
   * The next thing any buyer has to say happens. With a clock that stands still it is moved on to that moment,
   * otherwise it happens now. Undefined when everybody is waiting for an answer or has nothing left to say.
   */
  step(): WrittenByBuyer | undefined;
  /** Everything due by the clock's time happens (live play). */
  play(): void;
  /** Called after each change; returns nothing to undo because a page lives as long as its desk. */
  onChange(listener: () => void): void;
}

const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1];

/** First message of the buyer that no person has answered; a robot's words answer nobody. */
export function waitingSince({ messages }: Conversation): number | undefined {
  let since: number | undefined;
  for (const message of messages) {
    if (message.from === 'agent') since = undefined;
    else if (message.from === 'buyer') since ??= message.at;
  }
  return since;
}

/** When the next beat of a conversation happens, after dropping the nudges that an answer has made pointless. */
function nextDue(conversation: Conversation): { beat: Beat; at: number } | undefined {
  const { plan, messages } = conversation;
  const lastWord = last(messages.filter((m) => m.from === 'buyer' || m.from === 'agent'));
  const answered = lastWord?.from === 'agent';
  while (answered && plan[0]?.kind === 'nudge') plan.shift();
  const beat = plan[0];
  if (beat === undefined || (beat.kind === 'reply' && !answered)) return undefined;
  return { beat, at: (last(messages)?.at ?? 0) + beat.after };
}

export function createDesk(
  request: Omit<ConversationsRequest, 'now'>,
  clock: PracticeClock,
  frozen: boolean,
): Desk {
  const openedAt = clock.now();
  const conversations = placeConversations({ ...request, now: openedAt });
  // What is planned for a visit that has not begun counts from the moment the page opens, not from yesterday.
  const notBefore = new Map(conversations.map((c) => [c.buyer.id, openedAt]));
  const used = new Set(conversations.flatMap((c) => c.messages.map((m) => m.id)));
  const listeners: (() => void)[] = [];
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  let openId: string | undefined;
  const sent: SentMessage[] = [];

  const conversation = (buyerId: string): Conversation => {
    const found = conversations.find((c) => c.buyer.id === buyerId);
    if (!found) throw new Error(`no practice buyer ${buyerId}; ids are in practice.truth().conversations`);
    return found;
  };

  const add = (to: Conversation, said: Omit<PracticeMessage, 'id'>): PracticeMessage => {
    // A message never stands before the one above it, whatever `at` a test asks for.
    const at = Math.max(said.at, last(to.messages)?.at ?? 0);
    const message = { ...said, at, id: freshId(at, used) };
    to.messages.push(message);
    changed();
    return message;
  };

  const deliver = (to: Conversation, beat: Beat, at: number): WrittenByBuyer => {
    to.plan.shift();
    const message = add(to, {
      from: 'buyer',
      at,
      ...(beat.picture === undefined ? { text: beat.text } : { picture: beat.picture }),
      ...(beat.place && { place: beat.place }),
    });
    return written(to, message);
  };
  const written = (to: Conversation, message: PracticeMessage): WrittenByBuyer => ({
    buyerId: to.buyer.id,
    messageId: message.id,
    ...(message.text !== undefined && { text: message.text }),
    at: message.at,
  });

  const soonest = (): { of: Conversation; beat: Beat; at: number } | undefined => {
    let best: { of: Conversation; beat: Beat; at: number } | undefined;
    for (const of of conversations) {
      const due = nextDue(of);
      if (!due) continue;
      const floor = (notBefore.get(of.buyer.id) ?? 0) + due.beat.after;
      const at = of.messages.some((m) => m.at >= openedAt) ? due.at : Math.max(due.at, floor);
      if (!best || at < best.at) best = { of, beat: due.beat, at };
    }
    return best;
  };

  return {
    conversations,
    get openId() {
      return openId;
    },
    sent,
    conversation,
    open(buyerId) {
      openId = conversation(buyerId).buyer.id;
      changed();
    },
    buyerWrites(buyerId, text, options = {}) {
      const to = conversation(buyerId);
      const at = options.at ?? clock.now();
      if (options.at !== undefined && frozen) clock.advanceTo(options.at);
      const planned = to.plan[0];
      if (text === undefined && planned) return deliver(to, planned, at);
      return written(to, add(to, { from: 'buyer', at, text: text ?? '在吗' }));
    },
    agentReplies(text, options = {}) {
      const buyerId = options.buyerId ?? openId;
      if (buyerId === undefined) throw new Error('no practice conversation is open');
      if (options.at !== undefined && frozen) clock.advanceTo(options.at);
      const { at } = add(conversation(buyerId), { from: 'agent', at: options.at ?? clock.now(), text });
      const message = { buyerId, text, at };
      sent.push(message);
      return message;
    },
    step() {
      const next = soonest();
      if (!next) return undefined;
      if (frozen) clock.advanceTo(next.at);
      return deliver(next.of, next.beat, frozen ? Math.max(next.at, clock.now()) : clock.now());
    },
    play() {
      for (let next = soonest(); next && next.at <= clock.now(); next = soonest()) {
        deliver(next.of, next.beat, next.at);
      }
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
}
