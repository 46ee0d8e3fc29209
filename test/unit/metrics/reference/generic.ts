import { openTime, WHOLE_DAY } from './clock.ts';
import { onlyRobot } from './rounds.ts';
import {
  count,
  counted,
  foldAll,
  type Given,
  inRange,
  isMine,
  meanOf,
  rateOf,
  ratio,
  type Sum,
} from './scope.ts';
import { between, verdictOf, type Wait } from './waits.ts';

/** Breach limits of §9 where a platform publishes metrics; elsewhere the goals of §3.7. */
const TARGETS: Record<string, { first: number; later: number }> = {
  taobao: { first: 180, later: 180 },
  tmall: { first: 180, later: 180 },
  pdd: { first: 180, later: 180 },
  doudian: { first: 60, later: 180 },
  jd: { first: 30, later: 40 },
  kuaishou: { first: 180, later: 180 },
  '1688': { first: 180, later: 180 },
};

export interface GenericSums {
  sums: Record<string, Sum>;
  /** Answered waits, ms, by the calendar and inside the window. */
  calendar: number[];
  inWindow: number[];
  rough: number;
  unreplied: Set<string>;
  slow: Set<string>;
}

/**
 * §3.7 and §8: the buyer's own wait, the clock going on over transfers and session ids; on platforms with metrics of
 * their own at any hour, elsewhere in the user's window. A reply of a later day answers its turn (`late`). `bot-only`
 * counts chats.
 */
export function generic(given: Given): GenericSums {
  const { settings, platform } = given;
  const { rounds, chats } = foldAll(given, {
    transfer: settings.transfer ?? 'continue',
    ownSessions: false,
  });
  const calendarOnly: Given = { ...given, settings: { ...settings, reply_after_window: 'calendar' } };
  const human = count(
    calendarOnly,
    rounds.filter(({ chat }) => !onlyRobot(chat)),
    {
      hours: TARGETS[platform] ? WHOLE_DAY : settings.window,
      membership: 'round_start',
      fromAssignment: true,
    },
  ).map((one) => {
    const late = one.wait.state === 'answered' ? undefined : one.round.late;
    const wait: Wait = late ? { state: 'answered', ...between(one.asked, late) } : one.wait;
    return { ...one, wait };
  });
  const robots = chats.filter((chat) => {
    const [first] = chat.rounds;
    return onlyRobot(chat) && first && isMine(given, first) && inRange(given, first.start.t);
  });
  const target = (first: boolean): number =>
    (first ? (settings.first_target_s ?? settings.target_s) : settings.target_s) ??
    TARGETS[platform]?.[first ? 'first' : 'later'] ??
    (first ? 60 : 180);
  const answered = human.filter(({ wait }) => wait.state === 'answered');
  const verdicts = human.map(({ round, wait }) => verdictOf(wait, target(round.first) * 1_000));
  const firsts = human.filter(({ round }) => round.first).map(({ wait }) => wait);
  const nexts = human.filter(({ round }) => !round.first).map(({ wait }) => wait);
  const unreplied = human.filter(({ wait }) => wait.state === 'unreplied');
  const slow = human.filter(({ wait }) => wait.least > settings.slow_s * 1_000);
  return {
    sums: {
      turns: counted(human.length),
      answered: counted(answered.length),
      open: counted(human.filter(({ wait }) => wait.state === 'running').length),
      unreplied: counted(unreplied.length),
      late: counted(human.filter(({ round }) => round.late).length),
      'bot-only': counted(robots.length),
      mean: meanOf(answered.map(({ wait }) => wait)),
      frt: meanOf(firsts),
      nrt: meanOf(nexts),
      within: rateOf(verdicts),
      misses: counted(
        verdicts.filter((verdict) => verdict === 'fail').length,
        verdicts.filter((verdict) => verdict === 'uncertain').length,
      ),
      'answer-ratio': messages(given),
    },
    calendar: answered.map(({ wait }) => wait.ms),
    inWindow: answered.map(({ asked, wait }) =>
      openTime(asked.t, asked.t + wait.ms, settings.window, settings.closed_days ?? []),
    ),
    rough: answered.filter(({ wait }) => wait.least !== wait.most).length,
    unreplied: new Set(unreplied.map(({ round }) => round.conversation)),
    slow: new Set(slow.map(({ round }) => round.conversation)),
  };
}

/** 答问比: people's and assist robots' messages ÷ the buyers'. */
function messages(given: Given): Sum {
  let said = 0;
  let asked = 0;
  for (const event of given.conversations.flat()) {
    if (!inRange(given, event.t)) continue;
    if (given.agent !== undefined && event.agent !== given.agent) continue;
    if (event.type === 'human' || event.type === 'assist') said += 1;
    if (event.type === 'buyer') asked += 1;
  }
  return { ...ratio(said, asked), unit: 'times' };
}
