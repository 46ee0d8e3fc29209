import { isOpen } from './clock.ts';
import { type Chat, onlyRobot, type Round } from './rounds.ts';
import {
  count,
  foldAll,
  type Given,
  inRange,
  isMine,
  meanOf,
  rateOf,
  rateWithin,
  ratio,
  type Sum,
  waited,
} from './scope.ts';
import { type Counted, type Verdict, verdictOf, type Wait, worst } from './waits.ts';

/** §3.3, every reading of what is contested beside the chosen one. */
export function doudian(given: Given): Record<string, Sum> {
  const { settings } = given;
  const { chats, rounds } = foldAll(given);
  const limit = settings.limit_s * 1_000;
  const hours = settings.window;
  const human = rounds.filter(({ chat }) => !onlyRobot(chat));
  const mean = meanOf(count(given, human, { hours, membership: 'message' }).map(({ wait }) => wait));
  const messages = messageWaits(given, human);
  const perMessage = meanOf(messages);

  const sessions = chats.filter((chat) => {
    const [first] = chat.rounds;
    if (!first || onlyRobot(chat) || !inRange(given, first.start.t) || !isOpen(first.start.t, hours))
      return false;
    return whole(given, chat).length > 0;
  });
  const any = rateOf(sessions.map((chat) => anyVerdict(given, chat, limit)));
  const means = rateOf(sessions.map((chat) => meanVerdict(given, chat, limit)));
  const single = rateWithin(messages, settings.limit_s);
  const chosen = { m: single, s_any: any, s_mean: means }[settings.dd_3m];
  return {
    'DD-FRT': firstReply(given, sessions),
    'DD-AVG': settings.avg_basis === 'round' ? mean : perMessage,
    'DD-AVG-round': mean,
    'DD-AVG-message': perMessage,
    'DD-3M': chosen,
    'DD-3M-m': single,
    'DD-3M-s_any': any,
    'DD-3M-s_mean': means,
    'DD-NS': notServed(given, sessions, limit),
  };
}

/** Every message after 转人工 by its own time (E1, E13). */
function messageWaits(given: Given, rounds: readonly Round[]): Wait[] {
  const waits: Wait[] = [];
  for (const round of rounds) {
    if (!isMine(given, round)) continue;
    for (const message of round.messages) {
      if (!inRange(given, message.t) || !isOpen(message.t, given.settings.window)) continue;
      waits.push(waited(given, round, message, given.settings.window));
    }
  }
  return waits;
}

/** The session's counted rounds, also those of its next day. */
function whole(given: Given, chat: Chat): Counted[] {
  const always = { ...given, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  return count(always, chat.rounds, { hours: given.settings.window, membership: 'message' });
}

/** Nobody was free: the session counts 0 whatever came later. */
const leftIn = (chat: Chat): boolean => chat.rounds.some(({ closed }) => closed === 'leave_msg');

function anyVerdict(given: Given, chat: Chat, limit: number): Verdict {
  if (leftIn(chat)) return 'fail';
  return worst(whole(given, chat).map(({ wait }) => verdictOf(wait, limit)));
}

function meanVerdict(given: Given, chat: Chat, limit: number): Verdict {
  if (leftIn(chat)) return 'fail';
  const waits = whole(given, chat).map(({ wait }) => wait);
  const answered = waits.filter(({ state }) => state === 'answered');
  if (answered.length === 0) return anyVerdict(given, chat, limit);
  const sum = (part: 'least' | 'most'): number => answered.reduce((all, wait) => all + wait[part], 0);
  if (sum('least') > limit * answered.length) return 'fail';
  return sum('most') <= limit * answered.length ? 'ok' : 'uncertain';
}

/** Σ(first reply − 转人工) ÷ sessions really answered; an account answers for the first replies that are its own. */
function firstReply(given: Given, chats: readonly Chat[]): Sum {
  const first = chats.flatMap((chat) => chat.rounds.slice(0, 1)).filter((round) => isMine(given, round));
  return meanOf(first.map((round) => waited(given, round, round.start, given.settings.window)));
}

/** Nobody free, or assigned and nothing but the welcome text from the account, ÷ sessions; running ones undecided. */
function notServed(given: Given, chats: readonly Chat[], limit: number): Sum {
  let missed = 0;
  let served = 0;
  for (const chat of chats) {
    if (leftIn(chat)) missed += 1;
    else if (chat.rounds.some((round) => isMine(given, round) && round.reply)) served += 1;
    else if (anyVerdict(given, chat, limit) === 'fail') missed += 1;
  }
  return ratio(missed, missed + served);
}
