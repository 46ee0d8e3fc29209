import { type Figure, rate } from './figure.ts';
import { differs } from './metric-settings.ts';
import { judgeBuyers, shareOfBuyers } from './person-day.ts';
import { countTurns, foldScope, type Scope, windowFrom } from './scope.ts';

/**
 * KS-3M 人工3分钟回复率 (metrics.md §3.5): buyers who reached a human and were not left over the limit ÷ buyers who
 * reached a human, per day, human replies only. With `agent`, the clock starts when the chat landed with it.
 */
export function kuaishouFigures(scope: Scope): Figure[] {
  const { settings, platform } = scope;
  const sessions = foldScope(scope).sessions.filter((session) => session.stage !== 'bot');
  const turns = countTurns(scope, sessions, {
    window: windowFrom(settings.window),
    membership: 'message',
    fromAssignment: true,
  });
  const { verdicts, doubt } = judgeBuyers(turns, settings.limit_s * 1_000);
  const { ok, all, uncertain } = shareOfBuyers(verdicts, new Set(verdicts.keys()));
  const changed = differs(platform, settings, [
    'window',
    'membership',
    'reply_after_window',
    'effective',
    'assist_counts',
    'transfer',
    'limit_s',
  ]);
  return [rate('KS-3M', ok, all, { uncertain, unsettled: doubt || changed })];
}
