import { rateLimitOf, rowPlatform, windowOf } from '../packs/platform-limits.ts';
import type { WindowValue } from '../packs/platform-row.ts';
import type { Platform } from '../platform.ts';
import type { FoldSettings, ReplyKind } from '../turns/index.ts';

/** The open cells of the decision matrix (metrics.md §4). Seconds and clocks; the defaults are the matrix's. */
export interface MetricSettings {
  /** Kinds of message that close a turn; absent: the platform's own. */
  effective?: readonly ReplyKind[];
  /** Adds or takes away assist robots in human-stage chats; absent: the platform's own. */
  assist_counts?: boolean;
  /** F6; absent: a new round on Taobao, Tmall and 1688, the clock goes on elsewhere. */
  transfer?: NonNullable<FoldSettings['transfer']>;
  /** Window of the platform's metrics; on platforms without published ones, the user's. */
  window: WindowValue;
  /** Window of TB-3M, on which sources disagree. */
  window_3m: WindowValue;
  /** Asked in the window, answered after it. `clip`: counted up to the end; `void`: as unreplied. */
  reply_after_window: 'calendar' | 'clip' | 'void';
  /** What decides whether a turn is counted; absent: the metric's own. */
  membership?: 'round_start' | 'message' | 'session_start';
  /** TB-3M: asked outside the window, answered inside it. */
  offhours_answered_inhours: 'exclude' | 'include';
  /** 拼多多: denominator of the 3-minute rate. */
  den: 'consult' | 'need_human';
  /** 抖店: mean per round or per message. */
  avg_basis: 'round' | 'message';
  /** 抖店: reading of the 3-minute rate; `s_any` is the strictest. */
  dd_3m: 's_any' | 'm' | 's_mean';
  /** 拼多多: messages to the robot never fail, or fail like those to a person. */
  bot_only: 'exclude' | 'fail';
  jd_gap_s: number;
  /** Limit of the platform's rate. */
  limit_s: number;
  /** Taobao: a round counts at most this, an unreplied one exactly this. */
  cap_s: number;
  /** Own target of the generic figures, first answers and later ones; absent: the platform's breach limit. */
  first_target_s?: number;
  target_s?: number;
  /** 慢响应: a wait above this makes the buyer a slow one. */
  slow_s: number;
  /** Days (`YYYY-MM-DD`) on which the generic in-window clock stands still. */
  closed_days?: readonly string[];
}

/** The matrix's defaults for one platform. */
export function defaultMetricSettings(platform: Platform): MetricSettings {
  const window = windowOf(platform);
  return {
    window,
    window_3m: window,
    reply_after_window: 'calendar',
    offhours_answered_inhours: 'exclude',
    den: 'consult',
    avg_basis: 'round',
    dd_3m: 's_any',
    bot_only: 'exclude',
    jd_gap_s: 600,
    limit_s: rateLimitOf(platform),
    cap_s: 600,
    slow_s: 100,
  };
}

/** Defaults with what was given laid over them; an explicit undefined is "not given". */
export function fillMetricSettings(
  platform: Platform,
  given: Partial<MetricSettings> | undefined,
): MetricSettings {
  const set = Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined));
  return { ...defaultMetricSettings(platform), ...set };
}

/** Whether any of the named settings differs from the platform's default (口径待核). */
export function differs(
  platform: Platform,
  settings: MetricSettings,
  names: readonly (keyof MetricSettings)[],
): boolean {
  const defaults = defaultMetricSettings(platform);
  return names.some((name) => JSON.stringify(settings[name]) !== JSON.stringify(defaults[name]));
}

/** Platforms with published response-time metrics; the rest are judged by the user's own window and targets. */
export function hasPublishedMetrics(platform: Platform): boolean {
  return ['taobao', 'pdd', 'doudian', 'jd', 'kuaishou', '1688'].includes(rowPlatform(platform));
}
