import { DAY, type Hours, isOpen, WHOLE_DAY } from './clock.ts';
import { conversationOf } from './events.ts';
import { onlyRobot } from './rounds.ts';
import {
  buyerDay,
  count,
  foldAll,
  type Given,
  inRange,
  meanOf,
  rateWithin,
  ratio,
  type Sum,
} from './scope.ts';
import { type Verdict, verdictOf, worst } from './waits.ts';

/** §3.2: the unit is the buyer of a day, judged by the worst message. */
export function pdd(given: Given): Record<string, Sum> {
  const { settings } = given;
  const day = settings.window;
  const limit = settings.limit_s;
  const month: Given = { ...given, from: given.to - 30 * DAY };
  const waits = (hours: Hours) => judged(given, hours).map(({ wait }) => wait);
  return {
    'PDD-3M': buyers(given, day, limit, settings.den),
    'PDD-3M-consult': buyers(given, day, limit, 'consult'),
    'PDD-3M-need_human': buyers(given, day, limit, 'need_human'),
    'PDD-3M-ALL': buyers(given, WHOLE_DAY, limit, settings.den),
    'PDD-30D': buyers(month, day, limit, settings.den),
    'PDD-ER': buyers(given, day, 3_600, 'need_human'),
    'PDD-30S': rateWithin(waits(day), 30),
    'PDD-30S-ALL': rateWithin(waits(WHOLE_DAY), 30),
    'PDD-AVG': meanOf(waits(day)),
    'PDD-AVG-ALL': meanOf(waits(WHOLE_DAY)),
  };
}

/** The turns that can fail: those with a person, and with `bot_only = fail` those with the robot too. */
function judged(given: Given, hours: Hours) {
  const robotCounts = given.settings.bot_only === 'fail';
  const rounds = foldAll(given, { robotCounts }).rounds.filter(({ chat }) => robotCounts || !onlyRobot(chat));
  return count(given, rounds, { hours, membership: 'message' });
}

/** Buyers not failed ÷ buyers. Whose only wait still runs has not failed; whom minutes leave open is in neither part. */
function buyers(given: Given, hours: Hours, limitS: number, den: 'consult' | 'need_human'): Sum {
  const verdicts = new Map<string, Verdict[]>();
  for (const { round, asked, wait } of judged(given, hours)) {
    const key = buyerDay(round.conversation, asked.t);
    verdicts.set(key, [...(verdicts.get(key) ?? []), verdictOf(wait, limitS * 1_000)]);
  }
  const who = new Set(verdicts.keys());
  // An account's buyers are those it has turns with; whom the robot served is nobody's.
  if (den === 'consult' && given.agent === undefined) {
    for (const event of given.conversations.flat()) {
      const asks = ['buyer', 'leave_msg', 'enter_human'].includes(event.type);
      if (!asks || !inRange(given, event.t) || !isOpen(event.t, hours)) continue;
      who.add(buyerDay(conversationOf(event), event.t));
    }
  }
  let failed = 0;
  let uncertain = 0;
  for (const key of who) {
    const verdict = worst(verdicts.get(key) ?? []);
    if (verdict === 'fail') failed += 1;
    if (verdict === 'uncertain') uncertain += 1;
  }
  const sure = who.size - uncertain;
  return ratio(sure - failed, sure, uncertain);
}
