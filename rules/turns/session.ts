import { startOfShanghaiDay } from '../time/shanghai.ts';
import type { TurnEvent } from './event.ts';
import type { Turn } from './turn.ts';

/** A stretch of one conversation that the platform treats as one session (抖店, 京东) or that we infer. */
export interface Session {
  platform: TurnEvent['platform'];
  shop: string;
  buyer: string;
  /** The page's own session id, where it has one. */
  id?: string;
  /** First thing that opened it: session start, the buyer's message, the request for a human. */
  t_start: number;
  t_end?: number;
  /**
   * `human`: a person or an assist robot spoke, a transfer or an assigned start was seen, a human was asked for, nobody
   * was there (留言, all offline), or the robot left the last question unanswered.
   */
  stage: 'bot' | 'human';
  turns: Turn[];
}

/** What the splitter keeps beside the session while it reads on. */
export interface SessionDraft extends Session {
  /** Index of the `enter_human` before which messages went to the robot; 0 when none did. */
  botUntil: number;
  asked: boolean;
  autoAfterLastAsk: boolean;
  waiting: boolean;
  humanSeen: boolean;
  opened: boolean;
}

const opening: ReadonlySet<string> = new Set([
  'buyer',
  'enter_human',
  'session_start',
  'leave_msg',
  'all_offline',
]);

function draft(event: TurnEvent): SessionDraft {
  return {
    platform: event.platform,
    shop: event.shop,
    buyer: event.buyer,
    ...(event.session !== undefined && { id: event.session }),
    t_start: event.t,
    stage: 'bot',
    turns: [],
    botUntil: 0,
    asked: false,
    autoAfterLastAsk: false,
    waiting: false,
    humanSeen: false,
    opened: false,
  };
}

/**
 * Whether an event that opens something belongs to a new session, when the page gives it no session id. Our choice: a
 * session lasts until it is closed or a new day begins; while nobody waits, a start after a question or a request for a
 * human after a person's part begins a new one.
 */
function startsAnew(event: TurnEvent, current: SessionDraft, gap: number | undefined): boolean {
  if (current.t_end !== undefined) return gap === undefined || event.t - current.t_end > gap;
  if (startOfShanghaiDay(event.t) > startOfShanghaiDay(current.t_start)) return true;
  if (event.type === 'session_start') return current.asked && !current.waiting;
  if (event.type === 'enter_human') return current.humanSeen && !current.waiting;
  return false;
}

/**
 * Splits the events of one conversation (oldest first) into sessions, by the page's session id where it has one,
 * else by what was seen to start and end. 京东: back within `gap` ms of the close is the same session, exactly the
 * gap included (metrics.md JD-SES). Returns the session of each event, and every session once.
 */
export function splitSessions(
  events: readonly TurnEvent[],
  gap: number | undefined,
): { of: SessionDraft[]; sessions: SessionDraft[] } {
  const byId = new Map<string, SessionDraft>();
  const sessions: SessionDraft[] = [];
  let current: SessionDraft | undefined;
  let lastPerson = Number.NEGATIVE_INFINITY;

  const begin = (event: TurnEvent): SessionDraft => {
    const made = draft(event);
    // Only the date made a new session: a person who spoke this morning is still with the buyer.
    const day = startOfShanghaiDay(event.t);
    const onlyByDate =
      event.session === undefined && current && current.t_end === undefined && current.t_start < day;
    if (onlyByDate && lastPerson >= day) made.humanSeen = true;
    sessions.push(made);
    if (made.id !== undefined) byId.set(made.id, made);
    return made;
  };

  function pick(event: TurnEvent): SessionDraft {
    const opens = opening.has(event.type);
    if (event.session === undefined) {
      return current && !(opens && startsAnew(event, current, gap)) ? current : begin(event);
    }
    const known = byId.get(event.session);
    if (known) {
      const over = known.t_end !== undefined && gap !== undefined && event.t - known.t_end > gap;
      return opens && over ? begin(event) : known;
    }
    // A session whose first messages were read without their id is still that session.
    if (current && current.id === undefined && !(opens && startsAnew(event, current, gap))) {
      current.id = event.session;
      byId.set(event.session, current);
      return current;
    }
    return begin(event);
  }

  const of = events.map((event, i) => {
    const session = pick(event);
    current = session;
    if (event.type === 'human' || event.type === 'assist') lastPerson = event.t;
    note(session, event, i);
    return session;
  });
  for (const session of sessions) {
    const onlyRobot = session.asked && session.autoAfterLastAsk && !session.humanSeen;
    session.stage = onlyRobot ? 'bot' : 'human';
  }
  return { of, sessions };
}

/** Takes down what an event says of its session. */
function note(session: SessionDraft, event: TurnEvent, i: number): void {
  if (opening.has(event.type)) {
    if (!session.opened) session.t_start = event.t;
    session.opened = true;
    delete session.t_end;
  }
  switch (event.type) {
    case 'buyer':
      session.asked = true;
      session.waiting = true;
      session.autoAfterLastAsk = false;
      break;
    case 'enter_human':
      // Before this the buyer spoke with the robot, unless a person had a part already (F5; the wait survives, §5).
      if (!session.humanSeen) session.botUntil = i;
      session.humanSeen = true;
      session.waiting = true;
      break;
    case 'auto':
      session.autoAfterLastAsk = true;
      break;
    case 'human':
    case 'assist':
      session.humanSeen = true;
      session.waiting = false;
      break;
    case 'transfer':
    case 'leave_msg':
    case 'all_offline':
      session.humanSeen = true;
      break;
    case 'session_start':
      if (event.agent !== undefined) session.humanSeen = true;
      break;
    case 'session_end':
      session.t_end = event.t;
      session.waiting = false;
      break;
    default:
      break;
  }
}
