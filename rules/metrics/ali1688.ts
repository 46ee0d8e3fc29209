import type { Figure } from './figure.ts';
import { countTurns, foldScope, type Scope, windowFrom } from './scope.ts';
import { rateOf } from './tally.ts';

/**
 * AL-3M 旺旺三分钟响应率 (metrics.md §3.6): rounds answered within the limit ÷ rounds, 08–24. A full-auto robot's
 * answer is not effective, so a robot-only chat is a miss. The present window is not confirmed: always 口径待核.
 */
export function ali1688Figures(scope: Scope): Figure[] {
  const rounds = countTurns(scope, foldScope(scope).sessions, {
    window: windowFrom(scope.settings.window),
    membership: 'round_start',
  });
  return [
    rateOf(
      'AL-3M',
      rounds.map(({ wait }) => wait),
      scope.settings.limit_s * 1_000,
      true,
    ),
  ];
}
