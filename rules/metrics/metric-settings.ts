import { capOf, limitsOf, rateLimitOf, rateWindowOf, windowOf } from '../packs/platform-limits.ts';
import { responseRows } from '../packs/platform-response-rows.ts';
import type { PlatformRow, WindowValue } from '../packs/platform-row.ts';
import { readOwn, readRow, rowPlatform } from '../packs/row-reading.ts';
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
  /** 旺旺回复率: buyers who write outside it did not ask that day; absent: the whole day. */
  window_rr?: WindowValue;
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

const defaults = new Map<Platform, MetricSettings>();

/** The matrix's defaults for one platform. Asked for at every conversation, read from the rows once. */
export function defaultMetricSettings(platform: Platform): MetricSettings {
  const known = defaults.get(platform) ?? metricSettingsOf(platform);
  defaults.set(platform, known);
  return known;
}

const isOne = <T extends string>(text: string | undefined, all: readonly T[]): text is T =>
  all.some((one) => one === text);

/**
 * How one platform's figures are counted under the rows in force (rules.md §9). What every metric settles by itself is
 * only set where the user did.
 */
export function metricSettingsOf(
  platform: Platform,
  rows: readonly PlatformRow[] = responseRows,
): MetricSettings {
  const choice = <T extends string>(key: string, all: readonly [T, ...T[]]): T => {
    const chosen = readRow(rows, platform, key, 'choice')?.choice;
    return isOne(chosen, all) ? chosen : all[0];
  };
  const own = <T extends string>(key: string, all: readonly T[]): T | undefined => {
    const chosen = readOwn(rows, platform, key, 'choice')?.choice;
    return isOne(chosen, all) ? chosen : undefined;
  };
  const seconds = (key: string): number | undefined => readRow(rows, platform, key, 'seconds')?.seconds;
  const effective = readOwn(rows, platform, 'effective', 'kinds')?.kinds;
  const transfer = own('transfer', ['continue', 'split']);
  const membership = own('membership', ['round_start', 'message', 'session_start']);
  const window_rr = readOwn(rows, platform, 'reply-rate-window', 'window')?.window;
  const closed_days = readRow(rows, platform, 'closed_days', 'days')?.days;
  return {
    window: windowOf(platform, rows),
    window_3m: rateWindowOf(platform, rows),
    reply_after_window: choice('reply_after_window', ['calendar', 'clip', 'void']),
    offhours_answered_inhours: choice('offhours_answered_inhours', ['exclude', 'include']),
    den: choice('den', ['consult', 'need_human']),
    avg_basis: choice('avg_basis', ['round', 'message']),
    dd_3m: choice('dd_3m', ['s_any', 'm', 's_mean']),
    bot_only: choice('bot_only', ['exclude', 'fail']),
    jd_gap_s: seconds('jd_gap_s') ?? 600,
    limit_s: rateLimitOf(platform, rows),
    cap_s: capOf(platform, rows) ?? 600,
    slow_s: seconds('slow_s') ?? 100,
    ...ownTargets(platform, rows),
    ...(effective && { effective }),
    ...(transfer && { transfer }),
    ...(membership && { membership }),
    ...(window_rr && { window_rr }),
    ...(closed_days && { closed_days }),
  };
}

/** Seconds within which a reply is in time: the user's own, else the breach the user set for the platform. */
function ownTargets(
  platform: Platform,
  rows: readonly PlatformRow[],
): Pick<MetricSettings, 'first_target_s' | 'target_s'> {
  const first = readRow(rows, platform, 'first_target_s', 'seconds')?.seconds;
  const later = readRow(rows, platform, 'target_s', 'seconds')?.seconds;
  if (first !== undefined && later !== undefined) return { first_target_s: first, target_s: later };
  if (!readOwn(rows, platform, 'limits', 'limits')) return {};
  const limits = limitsOf(platform, rows);
  return { first_target_s: (limits.first ?? limits).breach, target_s: limits.breach };
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
