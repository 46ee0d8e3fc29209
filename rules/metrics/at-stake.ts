import { type LocalText, say } from '../language/local-text.ts';
import { rateLimitOf, rowPlatform, windowOf } from '../packs/platform-limits.ts';
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
const TAOBAO_CAP_S = 600;

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

/** What a wait costs now, metric by metric. Outside the platform's window only what counts there is named. */
export function atStake(waiting: WaitingBuyer, now: number): Stake[] {
  const waited = Math.max(0, Math.floor((now - waiting.since) / 1_000));
  const limit = rateLimitOf(waiting.platform);
  const counts = inWindow(waiting.since, windowFrom(windowOf(waiting.platform)));
  const lastWord: Stake = {
    metric: 'TB-RR',
    text: say('TB-RR 客户最后发言；一个表情即可', 'TB-RR: last word open; an emoji is enough'),
  };
  switch (rowPlatform(waiting.platform)) {
    case 'taobao': {
      if (!counts) return [lastWord];
      const capped: Stake = {
        metric: 'TB-AVG',
        text: say(`TB-AVG 已封顶 ${TAOBAO_CAP_S} 秒`, `TB-AVG: capped at ${TAOBAO_CAP_S} s`),
      };
      const mean = waited >= TAOBAO_CAP_S ? capped : running('TB-AVG', waited);
      return [mean, failing('TB-3M', waited, limit), lastWord];
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
export function beforeClosing(waiting: readonly WaitingBuyer[], now: number): WaitingBuyer[] {
  return waiting.filter(({ platform }) => {
    const closes = windowEnd(now, windowFrom(windowOf(platform)));
    return closes !== undefined && closes - now <= NIGHT_LEAD_MS;
  });
}

/** Transfer guard: what to say before an unanswered buyer is handed over; undefined where nothing is lost. */
export function beforeTransfer(waiting: Pick<WaitingBuyer, 'platform'> | undefined): LocalText | undefined {
  if (!waiting || rowPlatform(waiting.platform) !== 'taobao') return undefined;
  return say(
    '先回一句再转接，否则这一轮记未回复（600 秒）',
    'Answer once before you transfer, or this round counts as unreplied (600 s)',
  );
}
