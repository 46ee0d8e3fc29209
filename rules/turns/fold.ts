import { DAY_MS, startOfShanghaiDay } from '../time/shanghai.ts';
import type { TurnEvent } from './event.ts';
import { type FoldRules, type FoldSettings, foldRules } from './fold-settings.ts';
import { type Session, type SessionDraft, splitSessions } from './session.ts';
import type { Precision, ReplyKind, Turn } from './turn.ts';
import { byConversation, uniqueEvents } from './unique-events.ts';

const coarseness: Record<Precision, number> = { ms: 0, s: 1, min: 2 };
const precisionOf = (event: TurnEvent): Precision => event.precision ?? 's';
const coarser = (a: Precision, b: Precision): Precision => (coarseness[a] >= coarseness[b] ? a : b);
const nextMidnight = (t: number): number => startOfShanghaiDay(t) + DAY_MS;

/** An open turn with what only the fold needs. */
interface OpenTurn {
  turn: Turn;
  session: SessionDraft;
  /** Account named by the buyer's message or the transfer; only such a turn is closed to other accounts (TB-AVG). */
  account: string | undefined;
  /** 留言: nobody was there. Messages still gather, an answer is late by definition. */
  left: boolean;
}

/** Folds one conversation, event by event, in time order. */
class ConversationFold {
  readonly turns: Turn[] = [];
  #open: OpenTurn[] = [];
  /** Closed without a reply; the next reply is their late reply (F7). */
  #unanswered: OpenTurn[] = [];
  #owner: string | undefined;
  /** Sessions in which nobody was online when last heard of. */
  readonly #offline = new Set<SessionDraft>();
  #lastTurnDay = Number.NEGATIVE_INFINITY;
  readonly #rules: FoldRules;

  constructor(rules: FoldRules) {
    this.#rules = rules;
  }

  take(event: TurnEvent, session: SessionDraft, index: number): void {
    this.#endDay(event.t);
    switch (event.type) {
      case 'buyer':
        this.#ask(event, session, index < session.botUntil);
        break;
      case 'leave_msg':
        if (!this.#open.some((open) => this.#sameSession(open, session))) this.#ask(event, session, false);
        this.#leave(session);
        break;
      case 'all_offline':
        this.#leave(session);
        break;
      case 'enter_human':
        this.#assign(event.agent, event, session);
        if (!this.#open.some((open) => this.#sameSession(open, session)))
          this.#begin(event, session, 'human');
        break;
      case 'session_start':
        this.#offline.delete(session);
        this.#assign(event.agent, event, session);
        break;
      case 'session_end':
        this.#offline.delete(session);
        this.#closeAll('session_end', (open) => this.#sameSession(open, session));
        break;
      case 'transfer':
        this.#transfer(event, session);
        break;
      default:
        this.#answer(event, session);
    }
  }

  /** Closes what a past day left open when the caller says what time it is (F7). */
  finish(): Turn[] {
    if (this.#rules.now !== undefined) this.#endDay(this.#rules.now);
    for (const { turn, left } of this.#open) if (left) turn.closed_by = 'leave_msg';
    return this.turns;
  }

  /** Nobody is there: what is open becomes a 留言, and so does what comes. */
  #leave(session: SessionDraft): void {
    this.#offline.add(session);
    for (const open of this.#open) if (this.#sameSession(open, session)) open.left = true;
  }

  #ask(event: TurnEvent, session: SessionDraft, toRobot: boolean): void {
    if (event.agent !== undefined) this.#owner = event.agent;
    if (toRobot && this.#rules.bot_stage === 'skip') return;
    const open = this.#open.find(
      (item) => this.#sameAccount(item, event.agent) && this.#sameSession(item, session),
    );
    if (!open) {
      this.#begin(event, session, toRobot || session.stage === 'bot' ? 'bot' : 'human');
      return;
    }
    open.turn.buyer_ts.push(event.t);
    open.turn.buyer_precision.push(precisionOf(event));
    open.account ??= event.agent;
  }

  #begin(event: TurnEvent, session: SessionDraft, stage: Turn['stage']): void {
    const asks = event.type === 'buyer' || event.type === 'leave_msg';
    const day = startOfShanghaiDay(event.t);
    const agent = event.agent ?? this.#owner;
    const sessionId = event.session ?? session.id;
    const turn: Turn = {
      platform: event.platform,
      shop: event.shop,
      buyer: event.buyer,
      ...(sessionId !== undefined && { session: sessionId }),
      ...(agent !== undefined && { agent }),
      t_start: event.t,
      buyer_ts: asks ? [event.t] : [],
      stage,
      precision: precisionOf(event),
      t_first: event.t,
      start_precision: precisionOf(event),
      buyer_precision: asks ? [precisionOf(event)] : [],
      first: this.#lastTurnDay < day,
    };
    this.#lastTurnDay = day;
    this.#push({ turn, session, account: event.agent, left: this.#offline.has(session) });
  }

  #push(open: OpenTurn): void {
    this.#open.push(open);
    this.turns.push(open.turn);
    open.session.turns.push(open.turn);
  }

  /** Whether an account's word can belong to the turn: every word where the clock goes on over transfers. */
  #sameAccount(open: OpenTurn, agent: string | undefined): boolean {
    if (this.#rules.transfer === 'continue') return true;
    return agent === undefined || open.account === undefined || open.account === agent;
  }

  #sameSession(open: OpenTurn, session: SessionDraft): boolean {
    return this.#rules.sessions === 'shared' || open.session === session;
  }

  #answer(event: TurnEvent, session: SessionDraft): void {
    const person = event.type === 'human' || event.type === 'assist';
    if (person) {
      this.#offline.delete(session);
      if (event.agent !== undefined) this.#owner = event.agent;
    }
    if (!this.#rules.effective.has(event.type)) {
      // F3: an automatic or system message never closes a turn; the first is kept.
      if (event.type === 'human') return;
      for (const open of this.#open) if (this.#sameSession(open, session)) open.turn.t_auto ??= event.t;
      return;
    }
    const kind = event.type as ReplyKind;
    const late = {
      t: event.t,
      kind,
      ...(event.agent !== undefined && { agent: event.agent }),
      precision: precisionOf(event),
    };
    const own = (open: OpenTurn): boolean => this.#sameAccount(open, event.agent);
    for (const open of this.#unanswered.filter(own)) open.turn.late_reply = late;
    this.#unanswered = this.#unanswered.filter((open) => !own(open));
    const mine = (open: OpenTurn): boolean => own(open) && this.#sameSession(open, session);
    for (const { turn, left } of this.#open.filter(mine)) {
      turn.precision = coarser(turn.start_precision, late.precision);
      if (event.recalled) turn.recalled = true;
      if (left) {
        turn.closed_by = 'leave_msg';
        turn.late_reply = late;
        continue;
      }
      turn.closed_by = 'reply';
      turn.t_reply = event.t;
      turn.reply_kind = kind;
      turn.reply_precision = late.precision;
      if (event.agent !== undefined) turn.reply_agent = event.agent;
    }
    this.#open = this.#open.filter((open) => !mine(open));
  }

  #transfer(event: TurnEvent, session: SessionDraft): void {
    if (this.#rules.transfer === 'continue') {
      this.#assign(event.to, event, session);
      return;
    }
    const given = this.#open.filter(
      (open) => this.#sameAccount(open, event.agent) && this.#sameSession(open, session),
    );
    this.#owner = event.to ?? this.#owner;
    if (given.length === 0) return;
    const asked = given.reduce((earliest, { turn }) => Math.min(earliest, turn.t_first), event.t);
    const first = given.some(({ turn }) => turn.first);
    this.#open = this.#open.filter((open) => !given.includes(open));
    for (const { turn } of given) turn.closed_by = 'transfer';
    const [{ turn: before } = {}] = given;
    this.#push({
      turn: {
        platform: event.platform,
        shop: event.shop,
        buyer: event.buyer,
        ...(before?.session !== undefined && { session: before.session }),
        ...(event.to !== undefined && {
          agent: event.to,
          t_assigned: event.t,
          assigned_precision: precisionOf(event),
        }),
        t_start: event.t,
        buyer_ts: [],
        stage: 'human',
        precision: precisionOf(event),
        t_first: asked,
        start_precision: precisionOf(event),
        buyer_precision: [],
        first,
        transferred: true,
      },
      session,
      account: event.to,
      left: given.some((open) => open.left),
    });
  }

  /** An account got the conversation: it owns the open turn from now on. */
  #assign(agent: string | undefined, event: TurnEvent, session: SessionDraft): void {
    if (agent === undefined) return;
    this.#owner = agent;
    if (this.#rules.transfer === 'split') return;
    for (const open of this.#open) {
      const { turn } = open;
      if (turn.agent === agent || !this.#sameSession(open, session)) continue;
      turn.agent = agent;
      turn.t_assigned = event.t;
      turn.assigned_precision = precisionOf(event);
    }
  }

  #endDay(t: number): void {
    if (this.#rules.day_end === 'run') return;
    this.#closeAll('day_end', ({ turn }) => t >= nextMidnight(turn.t_start));
  }

  #closeAll(how: 'day_end' | 'session_end', which: (open: OpenTurn) => boolean): void {
    const closed = this.#open.filter(which);
    if (closed.length === 0) return;
    for (const open of closed) open.turn.closed_by = open.left ? 'leave_msg' : how;
    this.#unanswered.push(...closed);
    this.#open = this.#open.filter((open) => !closed.includes(open));
  }
}

export interface Folded {
  turns: Turn[];
  sessions: Session[];
}

/** Turns and the sessions they lie in, oldest first. `settings` that are absent are the platform's own. */
export function foldConversations(events: readonly TurnEvent[], settings: FoldSettings = {}): Folded {
  return foldUnique(uniqueEvents(events), settings);
}

/** The same for events that are each there once and oldest first, as `uniqueEvents` gives them. */
export function foldUnique(events: readonly TurnEvent[], settings: FoldSettings): Folded {
  const turns: Turn[] = [];
  const sessions: SessionDraft[] = [];
  for (const list of byConversation(events).values()) {
    const [head] = list;
    if (!head) continue;
    const rules = foldRules(head.platform, settings);
    const split = splitSessions(list, rules.gap);
    const fold = new ConversationFold(rules);
    list.forEach((event, i) => {
      const session = split.of[i];
      if (session) fold.take(event, session, i);
    });
    turns.push(...fold.finish());
    sessions.push(...split.sessions);
  }
  return {
    turns: turns.sort((a, b) => a.t_start - b.t_start),
    sessions: sessions.map(toSession).sort((a, b) => a.t_start - b.t_start),
  };
}

function toSession(session: SessionDraft): Session {
  const { platform, shop, buyer, id, t_start, t_end, stage, turns } = session;
  return {
    platform,
    shop,
    buyer,
    ...(id !== undefined && { id }),
    t_start,
    ...(t_end !== undefined && { t_end }),
    stage,
    turns,
  };
}

/**
 * Turns of any number of conversations, oldest first (metrics.md §2, F1–F9). Events may come in any order, twice, and
 * without id, session, agent, origin or precision. A turn without `closed_by` is open; give `settings.now` to close
 * those of past days. Numbers are made from turns, turns from events: keep the events.
 */
export function foldTurns(events: readonly TurnEvent[], settings: FoldSettings = {}): Turn[] {
  return foldConversations(events, settings).turns;
}
