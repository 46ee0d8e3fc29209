import { isOpen } from './clock.ts';
import { conversationOf } from './events.ts';
import { onlyRobot } from './rounds.ts';
import {
  buyerDay,
  count,
  effectiveOf,
  foldAll,
  type Given,
  inRange,
  isMine,
  meanOf,
  rateWithin,
  ratio,
  type Sum,
  waited,
} from './scope.ts';
import type { Counted } from './waits.ts';

/** §3.1: TB-AVG, TB-3M (and the mean of its rounds, E5), TB-RR. */
export function taobao(given: Given): Record<string, Sum> {
  const { settings } = given;
  const { rounds } = foldAll(given);
  const human = rounds.filter(({ chat }) => !onlyRobot(chat));
  const mean = count(given, human, { hours: settings.window, membership: 'round_start' });
  const three = count(given, human, { hours: settings.window_3m, membership: 'round_start' });
  if (settings.offhours_answered_inhours === 'include') {
    for (const round of human) {
      const answer = round.reply ?? round.late;
      if (three.some((one) => one.round === round) || !isMine(given, round)) continue;
      if (!inRange(given, round.start.t) || !answer || !isOpen(answer.t, settings.window_3m)) continue;
      const asked = round.start;
      three.push({ round, asked, wait: waited(given, round, asked, settings.window_3m) });
    }
  }
  const waits = three.map(({ wait }) => wait);
  return {
    'TB-AVG': capped(mean, settings.cap_s * 1_000),
    'TB-3M': rateWithin(waits, settings.limit_s),
    'TB-3M-AVG': meanOf(waits),
    'TB-RR': replyRate(given),
  };
}

/** Each round at most the cap, an unreplied one exactly the cap; one that still runs is not decided below it. */
function capped(rounds: readonly Counted[], cap: number): Sum {
  const sum: Sum = { unit: 's', numerator: 0, denominator: 0, uncertain: 0 };
  for (const { wait } of rounds) {
    if (wait.state === 'running' && wait.least < cap) continue;
    sum.denominator += 1;
    if (wait.state !== 'answered') sum.numerator += cap;
    else {
      sum.numerator += Math.min(wait.ms, cap);
      if (wait.least !== wait.most && wait.least < cap) sum.uncertain += 1;
    }
  }
  return sum;
}

/**
 * People with the seller's last word ÷ people who asked, per natural day. Robots in full reception do not reply (X: our
 * choice). An account's people are those it was in touch with that day; colleagues' words are left out.
 */
function replyRate(given: Given): Sum {
  const { settings, agent } = given;
  const effective = effectiveOf(given);
  const days = new Map<string, { asked: boolean; last: string; mine: boolean }>();
  for (const event of given.conversations.flat()) {
    if (!inRange(given, event.t)) continue;
    const key = buyerDay(conversationOf(event), event.t);
    const day = days.get(key) ?? { asked: false, last: '', mine: agent === undefined };
    days.set(key, day);
    if (agent !== undefined && (event.agent === agent || event.to === agent)) day.mine = true;
    if (agent !== undefined && event.agent !== undefined && event.agent !== agent) continue;
    if (event.type === 'buyer' || event.type === 'leave_msg') {
      if (settings.window_rr && !isOpen(event.t, settings.window_rr)) continue;
      day.asked = true;
      day.last = 'buyer';
    } else if (effective.includes(event.type)) day.last = 'seller';
  }
  const asked = [...days.values()].filter((day) => day.asked && day.mine);
  return ratio(asked.filter(({ last }) => last === 'seller').length, asked.length);
}
