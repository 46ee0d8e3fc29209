import { count, foldAll, type Given, rateWithin, type Sum } from './scope.ts';

/** §3.6: a robot's answer is not effective, so a chat that only the robot served is a miss. */
export function ali1688(given: Given): Record<string, Sum> {
  const { settings } = given;
  const rounds = count(given, foldAll(given).rounds, { hours: settings.window, membership: 'round_start' });
  return {
    'AL-3M': rateWithin(
      rounds.map(({ wait }) => wait),
      settings.limit_s,
    ),
  };
}
