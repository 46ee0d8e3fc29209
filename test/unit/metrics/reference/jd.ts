import { isOpen } from './clock.ts';
import type { Round } from './rounds.ts';
import {
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
import type { Wait } from './waits.ts';

/**
 * §3.4: sessions by their own start, whatever the membership setting (B). A session that began as a 留言 is out of the
 * window's figures and in the 留言率, at any hour (O).
 */
export function jd(given: Given): Record<string, Sum> {
  const { settings } = given;
  const sessions = foldAll(given).chats.filter(
    (chat) =>
      chat.rounds.length > 0 &&
      inRange(given, chat.start) &&
      chat.rounds.some((round) => isMine(given, round)),
  );
  const left = sessions.filter((chat) => chat.rounds[0]?.closed === 'leave_msg');
  const counted = sessions.filter((chat) => !left.includes(chat) && isOpen(chat.start, settings.window));
  const waitsOf = (rounds: readonly Round[]): Wait[] =>
    rounds
      .filter((round) => isMine(given, round))
      .map((round) => waited(given, round, round.start, settings.window));
  const first = waitsOf(counted.flatMap((chat) => chat.rounds.slice(0, 1)));
  const answered = left.filter((chat) => chat.rounds[0]?.late !== undefined);
  return {
    'JD-30F': rateWithin(first, settings.limit_s),
    'JD-AVG': meanOf(waitsOf(counted.flatMap((chat) => chat.rounds))),
    'JD-AVG-F': meanOf(first),
    'JD-LM': ratio(left.length, counted.length + left.length),
    'JD-LMR': ratio(answered.length, left.length),
  };
}
