import { onlyRobot } from './rounds.ts';
import { buyerDay, count, foldAll, type Given, ratio, type Sum } from './scope.ts';
import { type Verdict, verdictOf, worst } from './waits.ts';

/** §3.5: people who reached a human and were not left over the limit ÷ people who reached a human, per day. */
export function kuaishou(given: Given): Record<string, Sum> {
  const { settings } = given;
  const rounds = foldAll(given).rounds.filter(({ chat }) => !onlyRobot(chat));
  const verdicts = new Map<string, Verdict[]>();
  for (const { round, asked, wait } of count(given, rounds, {
    hours: settings.window,
    membership: 'message',
    fromAssignment: true,
  })) {
    const key = buyerDay(round.conversation, asked.t);
    verdicts.set(key, [...(verdicts.get(key) ?? []), verdictOf(wait, settings.limit_s * 1_000)]);
  }
  const all = [...verdicts.values()].map(worst);
  const sure = all.filter((verdict) => verdict !== 'uncertain').length;
  const failed = all.filter((verdict) => verdict === 'fail').length;
  return { 'KS-3M': ratio(sure - failed, sure, all.length - sure) };
}
