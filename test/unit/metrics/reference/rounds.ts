import type { TurnEvent } from '../../../../rules/turns/event.ts';
import { DAY, midnight } from './clock.ts';

/** An instant; `rough` when only its minute is known. */
export interface Moment {
  t: number;
  rough: boolean;
}

export interface Chat {
  id?: string;
  start: number;
  end?: number;
  /** Something opened it: a start, a message, a request. */
  opened: boolean;
  events: TurnEvent[];
  /** Made because a day began, while somebody of the shop had spoken that day already. */
  attended: boolean;
  rounds: Round[];
}

/** A turn of metrics.md §2. */
export interface Round {
  conversation: string;
  buyer: string;
  chat: Chat;
  /** `bot`: before a human was asked for, or in a chat that only the robot served. */
  stage: 'bot' | 'human';
  start: Moment;
  /** The buyer's messages (F2). */
  messages: Moment[];
  /** Whose it is. */
  owner?: string;
  /** The account that the buyer wrote to, where the page said it. */
  account?: string;
  /** When the owner got it, if it was not the first. */
  assigned?: Moment;
  /** First of the conversation that day. */
  first: boolean;
  /** Nobody was there: a 留言. */
  left: boolean;
  reply?: Moment & { agent?: string };
  late?: Moment;
  closed?: 'reply' | 'transfer' | 'day_end' | 'session_end' | 'leave_msg';
}

export interface FoldChoice {
  effective: readonly string[];
  transfer: 'continue' | 'split';
  /** Whether messages to the robot open turns (拼多多, `bot_only = fail`). */
  robotCounts: boolean;
  /** 抖店, 京东: an answer belongs to the turns of its own session. */
  ownSessions: boolean;
  /** 京东: ms after the close within which the buyer is still in the session. */
  gap: number | undefined;
  now: number;
}

const momentOf = (event: TurnEvent): Moment => ({ t: event.t, rough: event.precision === 'min' });
/** The account that the page names with what the buyer said. */
const named = (event: TurnEvent): Partial<Round> =>
  event.agent === undefined ? {} : { account: event.agent };
const opens = (event: TurnEvent): boolean =>
  ['buyer', 'enter_human', 'session_start', 'leave_msg', 'all_offline'].includes(event.type);

/**
 * JD-SES, and what §2 leaves open: without ids a chat lasts until it is closed or a new day begins; also until it is
 * started again, or a person asked for again, while nobody in it waits for one.
 */
export function chatsOf(events: readonly TurnEvent[], gap: number | undefined): Map<TurnEvent, Chat> {
  const of = new Map<TurnEvent, Chat>();
  const named = new Map<string, Chat>();
  let current: Chat | undefined;
  const back = (chat: Chat, t: number): boolean =>
    chat.end === undefined || (gap !== undefined && t - chat.end <= gap);
  const goesOn = (chat: Chat, event: TurnEvent): boolean => {
    if (!opens(event)) return true;
    // A session that was closed and is taken up again within the gap is not cut by midnight in between.
    if (chat.end !== undefined) return back(chat, event.t);
    if (midnight(chat.start) !== midnight(event.t)) return false;
    const answered = ({ type }: TurnEvent): boolean => ['human', 'assist', 'session_end'].includes(type);
    const asked = ({ type }: TurnEvent): boolean => type === 'buyer' || type === 'enter_human';
    const waits = chat.events.findLastIndex(asked) > chat.events.findLastIndex(answered);
    if (waits) return true;
    if (event.type === 'session_start') return !chat.events.some(({ type }) => type === 'buyer');
    if (event.type === 'enter_human') return !chat.attended && !chat.events.some(involves);
    return true;
  };
  for (const [i, event] of events.entries()) {
    let chat: Chat | undefined;
    if (event.session === undefined) {
      if (current && goesOn(current, event)) chat = current;
    } else {
      const known = named.get(event.session);
      if (known) {
        if (!opens(event) || gap === undefined || back(known, event.t)) chat = known;
      } else if (current && current.id === undefined && goesOn(current, event)) chat = current;
    }
    if (!chat) {
      const today = midnight(event.t);
      const byDate =
        event.session === undefined && current && current.end === undefined && current.start < today;
      const spoke = events
        .slice(0, i)
        .some(({ type, t }) => (type === 'human' || type === 'assist') && t >= today);
      chat = { start: event.t, opened: false, events: [], attended: Boolean(byDate && spoke), rounds: [] };
    }
    if (event.session !== undefined) {
      chat.id = event.session;
      named.set(event.session, chat);
    }
    if (opens(event)) {
      if (!chat.opened) chat.start = event.t;
      chat.opened = true;
      delete chat.end;
    }
    if (event.type === 'session_end') chat.end = event.t;
    chat.events.push(event);
    of.set(event, chat);
    current = chat;
  }
  return of;
}

/**
 * A person has a part in the chat: spoke (an assist robot likewise), got it at its start or from a colleague, was asked
 * for, or was missed when nobody was there.
 */
const involves = (event: TurnEvent): boolean =>
  ['human', 'assist', 'transfer', 'enter_human', 'leave_msg', 'all_offline'].includes(event.type) ||
  (event.type === 'session_start' && event.agent !== undefined);

/** F5: whether this message of the chat went to the robot. */
function toRobot(chat: Chat, event: TurnEvent): boolean {
  const asked = chat.events.findIndex(({ type }) => type === 'enter_human');
  const before = chat.attended || chat.events.slice(0, Math.max(0, asked)).some(involves);
  return asked >= 0 && !before && chat.events.indexOf(event) < asked;
}

/** §4 "bot-only": nobody took part or was asked for, and the robot had the last word. */
export function onlyRobot(chat: Chat): boolean {
  const last = chat.events.findLastIndex(({ type }) => type === 'buyer');
  return (
    last >= 0 &&
    !chat.attended &&
    !chat.events.some(involves) &&
    chat.events.slice(last).some(({ type }) => type === 'auto')
  );
}

/** F1–F9 for the events of one conversation, each once and oldest first. */
export function roundsOf(
  events: readonly TurnEvent[],
  choice: FoldChoice,
): { rounds: Round[]; chats: Chat[] } {
  const chats = chatsOf(events, choice.gap);
  const rounds: Round[] = [];
  const offline = new Set<Chat>();
  let owner: string | undefined;

  const waiting = (chat: Chat): Round[] =>
    rounds.filter((round) => round.closed === undefined && (!choice.ownSessions || round.chat === chat));
  const speaksFor = (round: Round, agent: string | undefined): boolean =>
    choice.transfer === 'continue' ||
    round.account === undefined ||
    agent === undefined ||
    round.account === agent;

  function open(event: TurnEvent, chat: Chat, messages: Moment[], more: Partial<Round> = {}): void {
    const round: Round = {
      conversation: JSON.stringify([event.platform, event.shop, event.buyer]),
      buyer: event.buyer,
      chat,
      stage: toRobot(chat, event) || onlyRobot(chat) ? 'bot' : 'human',
      start: momentOf(event),
      messages,
      first: !rounds.some(({ start }) => midnight(start.t) === midnight(event.t)),
      left: offline.has(chat),
      ...more,
    };
    // Whom a transfer went to is not guessed.
    const whose = event.type === 'transfer' ? event.to : (event.agent ?? owner);
    if (whose !== undefined) round.owner = whose;
    rounds.push(round);
    chat.rounds.push(round);
  }

  function give(agent: string | undefined, event: TurnEvent, chat: Chat): void {
    if (agent === undefined) return;
    owner = agent;
    if (choice.transfer === 'split') return;
    for (const round of waiting(chat)) {
      if (round.owner === agent) continue;
      round.owner = agent;
      round.assigned = momentOf(event);
    }
  }

  function endDays(t: number): void {
    for (const round of rounds) {
      if (round.closed === undefined && t >= midnight(round.start.t) + DAY) {
        round.closed = round.left ? 'leave_msg' : 'day_end';
      }
    }
  }

  for (const event of events) {
    const chat = chats.get(event);
    if (!chat) continue;
    endDays(event.t);
    const own = waiting(chat).filter((round) => speaksFor(round, event.agent));
    switch (event.type) {
      case 'buyer': {
        owner = event.agent ?? owner;
        if (!choice.robotCounts && toRobot(chat, event)) break;
        const [round] = own;
        if (round) {
          round.messages.push(momentOf(event));
          if (round.account === undefined && event.agent !== undefined) round.account = event.agent;
        } else open(event, chat, [momentOf(event)], named(event));
        break;
      }
      case 'enter_human':
        give(event.agent, event, chat);
        if (waiting(chat).length === 0) open(event, chat, [], { stage: 'human', ...named(event) });
        break;
      case 'leave_msg':
        owner = waiting(chat).length === 0 ? (event.agent ?? owner) : owner;
        if (waiting(chat).length === 0) open(event, chat, [momentOf(event)], named(event));
        offline.add(chat);
        for (const round of waiting(chat)) round.left = true;
        break;
      case 'all_offline':
        offline.add(chat);
        for (const round of waiting(chat)) round.left = true;
        break;
      case 'session_start':
        offline.delete(chat);
        give(event.agent, event, chat);
        break;
      case 'session_end':
        offline.delete(chat);
        for (const round of waiting(chat)) round.closed = round.left ? 'leave_msg' : 'session_end';
        break;
      case 'transfer':
        if (choice.transfer === 'continue') {
          give(event.to, event, chat);
          break;
        }
        owner = event.to ?? owner;
        if (own.length > 0) {
          for (const round of own) round.closed = 'transfer';
          open(event, chat, [], {
            stage: 'human',
            first: own.some(({ first }) => first),
            left: own.some(({ left }) => left),
            ...(event.to !== undefined && { account: event.to, assigned: momentOf(event) }),
          });
        }
        break;
      case 'human':
      case 'assist':
      case 'auto':
        if (event.type !== 'auto') {
          // Somebody is there again.
          offline.delete(chat);
          owner = event.agent ?? owner;
        }
        if (!choice.effective.includes(event.type)) break;
        for (const round of rounds) {
          const unanswered =
            round.closed !== undefined && round.closed !== 'reply' && round.closed !== 'transfer';
          if (unanswered && round.late === undefined && speaksFor(round, event.agent)) {
            round.late = momentOf(event);
          }
        }
        for (const round of own) {
          if (round.left) {
            round.closed = 'leave_msg';
            round.late = momentOf(event);
          } else {
            round.closed = 'reply';
            round.reply = { ...momentOf(event), ...(event.agent !== undefined && { agent: event.agent }) };
          }
        }
        break;
      default:
        break;
    }
  }
  endDays(choice.now);
  for (const round of rounds) if (round.closed === undefined && round.left) round.closed = 'leave_msg';
  return { rounds, chats: [...new Set(chats.values())] };
}
