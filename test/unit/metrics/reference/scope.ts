import type { MetricSettings } from '../../../../rules/metrics/metric-settings.ts';
import type { Platform } from '../../../../rules/platform.ts';
import type { TurnEvent } from '../../../../rules/turns/event.ts';
import { dateOf, type Hours } from './clock.ts';
import { type Chat, type FoldChoice, type Moment, type Round, roundsOf } from './rounds.ts';
import {
  type Counted,
  clockOf,
  type Membership,
  type Verdict,
  verdictOf,
  type Wait,
  waitOf,
} from './waits.ts';

/** `ms` sums and `n`, or units: numerator, denominator, and how many are left open by minute labels. */
export interface Sum {
  numerator: number;
  denominator: number;
  uncertain: number;
  unit: 's' | 'ratio' | 'times' | 'count';
}

export interface Given {
  platform: Platform;
  settings: MetricSettings;
  from: number;
  to: number;
  now: number;
  agent?: string;
  /** Of each conversation, each once, oldest first. */
  conversations: readonly (readonly TurnEvent[])[];
}

/** Columns of the decision matrix (§4) that the turns depend on. */
export function columnOf(platform: Platform): {
  effective: readonly string[];
  transfer: 'continue' | 'split';
  ownSessions: boolean;
} {
  const taobao = { effective: ['human', 'assist'], transfer: 'split', ownSessions: false } as const;
  switch (platform) {
    case 'taobao':
    case 'tmall':
    case '1688':
      return taobao;
    case 'pdd':
    case 'kuaishou':
      return { effective: ['human'], transfer: 'continue', ownSessions: false };
    case 'jd':
      return { effective: ['human'], transfer: 'continue', ownSessions: true };
    case 'doudian':
      return { effective: ['human', 'assist'], transfer: 'continue', ownSessions: true };
    default:
      return { effective: ['human', 'assist'], transfer: 'continue', ownSessions: false };
  }
}

export function effectiveOf({ platform, settings }: Given): string[] {
  const kinds = new Set<string>(settings.effective ?? columnOf(platform).effective);
  if (settings.assist_counts === true) kinds.add('assist');
  if (settings.assist_counts === false) kinds.delete('assist');
  return [...kinds];
}

/** Folds made before: the same conversations are asked about by several metrics. */
const made = new WeakMap<object, Map<string, { rounds: Round[]; chats: Chat[] }>>();

/** Turns and chats of every conversation, under the platform's column and the settings. */
export function foldAll(given: Given, more: Partial<FoldChoice> = {}): { rounds: Round[]; chats: Chat[] } {
  const column = columnOf(given.platform);
  const choice: FoldChoice = {
    effective: effectiveOf(given),
    transfer: given.settings.transfer ?? column.transfer,
    robotCounts: false,
    ownSessions: column.ownSessions,
    gap: given.platform === 'jd' ? given.settings.jd_gap_s * 1_000 : undefined,
    now: given.now,
    ...more,
  };
  const before = made.get(given.conversations) ?? new Map();
  made.set(given.conversations, before);
  const known = before.get(JSON.stringify(choice));
  if (known) return known;
  const all: { rounds: Round[]; chats: Chat[] } = { rounds: [], chats: [] };
  for (const events of given.conversations) {
    const found = roundsOf(events, choice);
    all.rounds.push(...found.rounds);
    all.chats.push(...found.chats);
  }
  before.set(JSON.stringify(choice), all);
  return all;
}

export const inRange = (given: Given, t: number): boolean => t >= given.from && t < given.to;

/** An account answers for the turns it replied to, else for those it has. */
export const isMine = (given: Given, round: Round): boolean =>
  given.agent === undefined || (round.reply?.agent ?? round.owner) === given.agent;

export interface CountChoice {
  hours: Hours;
  membership: Membership;
  /** 快手 and the generic profile: an account's clock starts when the chat lands with it. */
  fromAssignment?: boolean;
}

/** The turns that a metric counts: in its window, in the range, of the account asked for. */
export function count(given: Given, rounds: readonly Round[], choice: CountChoice): Counted[] {
  const found: Counted[] = [];
  for (const round of rounds) {
    if (!isMine(given, round)) continue;
    const asked = clockOf(round, choice.hours, given.settings.membership ?? choice.membership);
    if (!asked || !inRange(given, asked.t)) continue;
    const { assigned } = round;
    const later = choice.fromAssignment && given.agent !== undefined && assigned && assigned.t > asked.t;
    const mine = later ? assigned : asked;
    found.push({ round, asked: mine, wait: waited(given, round, mine, choice.hours) });
  }
  return found;
}

export function waited(given: Given, round: Round, asked: Moment, hours: Hours): Wait {
  return waitOf(round, asked, {
    hours,
    afterHours: given.settings.reply_after_window,
    ownSessions: columnOf(given.platform).ownSessions,
    now: given.now,
  });
}

/** The buyer of a day (§7: the unit of 拼多多, 快手, 旺旺回复率). */
export const buyerDay = (conversation: string, t: number): string => `${conversation} ${dateOf(t)}`;

export const ratio = (numerator: number, denominator: number, uncertain = 0): Sum => ({
  unit: 'ratio',
  numerator,
  denominator,
  uncertain,
});
export const counted = (n: number, uncertain = 0): Sum => ({
  unit: 'count',
  numerator: n,
  denominator: 1,
  uncertain,
});

/** Verdicts as a rate: what still runs is in neither part, what is undecided in its own column. */
export function rateOf(verdicts: readonly Verdict[]): Sum {
  const of = (verdict: Verdict): number => verdicts.filter((one) => one === verdict).length;
  return ratio(of('ok'), of('ok') + of('fail'), of('uncertain'));
}

export const rateWithin = (waits: readonly Wait[], limitS: number): Sum =>
  rateOf(waits.map((wait) => verdictOf(wait, limitS * 1_000)));

/** Σ ms ÷ n of the answered waits, no cap. */
export function meanOf(waits: readonly Wait[]): Sum {
  const answered = waits.filter(({ state }) => state === 'answered');
  return {
    unit: 's',
    numerator: answered.reduce((sum, { ms }) => sum + ms, 0),
    denominator: answered.length,
    uncertain: answered.filter(({ least, most }) => least !== most).length,
  };
}
