import { type LocalText, say } from '../language/local-text.ts';
import { capOf, rateLimitOf, rateWindowOf, rowPlatform, windowOf } from '../packs/platform-limits.ts';
import { responseRows } from '../packs/platform-response-rows.ts';
import type { PlatformRow } from '../packs/platform-row.ts';
import { MINUTE_MS } from '../time/shanghai.ts';
import { inWindow, type WaitingBuyer, windowEnd } from '../turns/index.ts';
import { windowFrom } from './scope.ts';

/** A metric that the present wait of one buyer bears on (metrics.md §6). */
export interface Stake {
  metric: string;
  /** Whole seconds until the metric's unit fails; negative past it. Absent for means and the last word. */
  left?: number;
  text: LocalText;
}

const NIGHT_LEAD_MS = 15 * MINUTE_MS;
/** Where the rows name no cap: that of 2022 (metrics.md §3.1). */
const USUAL_CAP_S = 600;

const failing = (metric: string, waited: number, limit: number): Stake => {
  const left = limit - waited;
  const text =
    left >= 0
      ? say(`${metric} 还剩 ${left} 秒`, `${metric}: ${left} s left`)
      : say(`${metric} 超时 ${-left} 秒`, `${metric}: ${-left} s over`);
  return { metric, left, text };
};

const running = (metric: string, waited: number): Stake => ({
  metric,
  text: say(`${metric} 已等 ${waited} 秒`, `${metric}: ${waited} s`),
});

/**
 * What a wait costs now, metric by metric. Outside the platform's window only what counts there is named.
 * @param rows the platforms' rows in force
 */
export function atStake(
  waiting: WaitingBuyer,
  now: number,
  rows: readonly PlatformRow[] = responseRows,
): Stake[] {
  const waited = Math.max(0, Math.floor((now - waiting.since) / 1_000));
  const limit = rateLimitOf(waiting.platform, rows);
  const counts = inWindow(waiting.since, windowFrom(windowOf(waiting.platform, rows)));
  const lastWord: Stake = {
    metric: 'TB-RR',
    text: say('TB-RR 客户最后发言；一个表情即可', 'TB-RR: last word open; an emoji is enough'),
  };
  switch (rowPlatform(waiting.platform)) {
    case 'taobao': {
      const rated = inWindow(waiting.since, windowFrom(rateWindowOf(waiting.platform, rows)))
        ? [failing('TB-3M', waited, limit)]
        : [];
      if (!counts) return [...rated, lastWord];
      const cap = capOf(waiting.platform, rows) ?? USUAL_CAP_S;
      const capped: Stake = {
        metric: 'TB-AVG',
        text: say(`TB-AVG 已封顶 ${cap} 秒`, `TB-AVG: capped at ${cap} s`),
      };
      const mean = waited >= cap ? capped : running('TB-AVG', waited);
      return [mean, ...rated, lastWord];
    }
    case 'pdd':
      return counts ? [failing('PDD-3M', waited, limit), running('PDD-AVG', waited)] : [];
    case 'doudian': {
      if (!counts) return [];
      const mean = running(waiting.first ? 'DD-FRT' : 'DD-AVG', waited);
      return [mean, failing('DD-3M', waited, limit)];
    }
    case 'jd': {
      if (!counts) return [];
      return waiting.first
        ? [failing('JD-30F', waited, limit), running('JD-AVG', waited)]
        : [running('JD-AVG', waited)];
    }
    case 'kuaishou':
      return counts ? [failing('KS-3M', waited, limit)] : [];
    case '1688':
      return counts ? [failing('AL-3M', waited, limit)] : [];
    default:
      return [];
  }
}

/** Night guard: who must be answered before the platform's window closes within a quarter of an hour (§6). */
export function beforeClosing(
  waiting: readonly WaitingBuyer[],
  now: number,
  rows: readonly PlatformRow[] = responseRows,
): WaitingBuyer[] {
  return waiting.filter(({ platform }) => {
    const closes = windowEnd(now, windowFrom(windowOf(platform, rows)));
    return closes !== undefined && closes - now <= NIGHT_LEAD_MS;
  });
}

/** Transfer guard: what to say before an unanswered buyer is handed over; undefined where nothing is lost. */
export function beforeTransfer(
  waiting: Pick<WaitingBuyer, 'platform'> | undefined,
  rows: readonly PlatformRow[] = responseRows,
): LocalText | undefined {
  if (!waiting || rowPlatform(waiting.platform) !== 'taobao') return undefined;
  const cap = capOf(waiting.platform, rows) ?? USUAL_CAP_S;
  return say(
    `先回一句再转接，否则这一轮记未回复（${cap} 秒）`,
    `Answer once before you transfer, or this round counts as unreplied (${cap} s)`,
  );
}
