import { effectiveOf, rowPlatform } from '../packs/platform-limits.ts';
import type { PlatformRow } from '../packs/platform-row.ts';
import { readRow } from '../packs/row-reading.ts';
import type { Platform } from '../platform.ts';
import type { ReplyKind } from './turn.ts';

/** What the fold needs to know of a metric (metrics.md §4). Anything left out is the platform's own default. */
export interface FoldSettings {
  /** Kinds of message that close a turn. */
  effective?: readonly ReplyKind[];
  /** Adds or takes away robot answers given inside a human-stage session. */
  assist_counts?: boolean;
  /** F6. `continue`: the clock goes on. `split`: the sender keeps an unreplied round, the receiver gets a new one. */
  transfer?: 'continue' | 'split';
  /** F5. `skip`: messages to the robot open no turn. `count`: they do (拼多多, bot_only = fail). */
  bot_stage?: 'skip' | 'count';
  /** `own`: every session has turns of its own (抖店, 京东). `shared`: the buyer waits, whatever the session id. */
  sessions?: 'own' | 'shared';
  /** 京东: a buyer who is back within this many seconds after the close is in the same session. */
  jd_gap_s?: number;
  /** F7. `close` for scoring, `run` for the live timer, which goes on over midnight. */
  day_end?: 'close' | 'run';
  /** The platforms' rows in force, for what is left out here; without them the shipped ones. */
  rows?: readonly PlatformRow[];
  /** Epoch ms; lets a turn of a past day end although nothing happened since. */
  now?: number;
}

export interface FoldRules {
  effective: ReadonlySet<string>;
  transfer: 'continue' | 'split';
  bot_stage: 'skip' | 'count';
  sessions: 'own' | 'shared';
  /** Ms; undefined where a closed session is never resumed. */
  gap: number | undefined;
  day_end: 'close' | 'run';
  now: number | undefined;
}

const JD_GAP_S = 600;

/** Platforms whose metrics are about sessions: what one session left open no other one answers. */
export const keepsSessions = (platform: Platform): boolean => platform === 'doudian' || platform === 'jd';

const gapOf = (rows: readonly PlatformRow[] | undefined): number | undefined =>
  rows && readRow(rows, 'jd', 'jd_gap_s', 'seconds')?.seconds;

/** 拼多多, the user's choice: who wrote to the robot waits for a person. */
const countsRobots = (platform: Platform, rows: readonly PlatformRow[] | undefined): boolean =>
  rows !== undefined && readRow(rows, platform, 'bot_only', 'choice')?.choice === 'fail';

/** Fills the platform's column of the decision matrix into what was left open. */
export function foldRules(platform: Platform, settings: FoldSettings = {}): FoldRules {
  const effective = new Set<string>(settings.effective ?? effectiveOf(platform, settings.rows));
  if (settings.assist_counts === true) effective.add('assist');
  if (settings.assist_counts === false) effective.delete('assist');
  const family = rowPlatform(platform);
  return {
    effective,
    transfer: settings.transfer ?? (family === 'taobao' || family === '1688' ? 'split' : 'continue'),
    bot_stage: settings.bot_stage ?? (countsRobots(platform, settings.rows) ? 'count' : 'skip'),
    sessions: settings.sessions ?? (keepsSessions(platform) ? 'own' : 'shared'),
    gap: family === 'jd' ? (settings.jd_gap_s ?? gapOf(settings.rows) ?? JD_GAP_S) * 1_000 : undefined,
    day_end: settings.day_end ?? 'close',
    now: settings.now,
  };
}
