import { replyLimits } from '../packs/platform-limits.ts';
import { ALL_DAY, conversationKey, type Session, type Turn, windowWait } from '../turns/index.ts';
import { count, type Figure, mean, rate, seconds, times } from './figure.ts';
import { ceilDiv } from './integers.ts';
import { hasPublishedMetrics } from './metric-settings.ts';
import { type Counted, countTurns, foldScope, inRange, isMine, type Scope, windowFrom } from './scope.ts';
import { type Asked, isRough, type Verdict, verdictOf, type Wait, waitBounds } from './wait.ts';

/** Own goals where no platform publishes any (metrics.md §3.7, O). */
const GENERIC_FIRST_S = 60;
const GENERIC_LATER_S = 180;

/** What the generic figures of a span are made of; parts of several days are put together (period.ts). */
export interface GenericPart {
  /** Figures whose numerators and denominators may be summed. */
  sums: Figure[];
  /** Answered waits in ms: calendar clock, and inside the window, in the same order. */
  calendar: number[];
  inHours: number[];
  /** Answered waits that minute labels leave open. */
  rough: number;
  /** Conversations with an unreplied turn, and with a slow answer; each once. */
  unreplied: string[];
  slow: string[];
}

/** A turn of the generic figures, judged by the shop's own target or the platform's breach limit. */
export interface GenericTurn extends Counted {
  verdict: Verdict;
}

const genericSessions = (scope: Scope): Session[] =>
  foldScope(scope, { transfer: scope.settings.transfer ?? 'continue', sessions: 'shared' }).sessions;

/** The turns that the generic figures count, by the start of their clocks. */
export function genericTurns(scope: Scope): GenericTurn[] {
  const { settings } = scope;
  const served = genericSessions(scope).filter((session) => session.stage !== 'bot');
  return countTurns({ ...scope, settings: { ...settings, reply_after_window: 'calendar' } }, served, {
    window: hasPublishedMetrics(scope.platform) ? ALL_DAY : windowFrom(settings.window),
    membership: 'round_start',
    fromAssignment: true,
  }).map(({ turn, asked, wait: scored }) => {
    const wait = withLateReply(turn, asked, scored);
    return { turn, asked, wait, verdict: verdictOf(wait, targetMs(scope, turn.first)) };
  });
}

/**
 * Figures every platform has (metrics.md §3.7 and §8): all turns of the range, whatever the platform's window, on the
 * calendar clock and (`-window`) inside the window. A reply on a later day answers its turn here (`late`).
 */
export function genericPart(
  scope: Scope,
  counted: readonly GenericTurn[] = genericTurns(scope),
): GenericPart {
  const { settings } = scope;
  const window = windowFrom(settings.window);
  const answered = counted.filter(({ wait }) => wait.state === 'answered');
  const calendar = answered.map(({ wait }) => wait.ms);
  const closed = new Set(settings.closed_days ?? []);
  const inHours = answered.map(({ asked, wait }) => windowWait(asked.t, asked.t + wait.ms, window, closed));
  const rough = answered.filter(({ wait }) => isRough(wait)).length;
  const judged = (verdict: Verdict): number => counted.filter((item) => item.verdict === verdict).length;
  const unreplied = counted.filter(({ wait }) => wait.state === 'unreplied');
  const slow = counted.filter(({ wait }) => wait.lo > settings.slow_s * 1_000);
  const robots = genericSessions(scope).filter(
    ({ stage, turns: [first] }) =>
      stage === 'bot' && first !== undefined && isMine(scope, first) && inRange(scope, first.t_start),
  );
  const average = (id: string, ones: readonly Counted[]): Figure =>
    mean(
      id,
      ones.reduce((sum, { wait }) => sum + wait.ms, 0),
      ones.length,
      { uncertain: ones.filter(({ wait }) => isRough(wait)).length },
    );
  const firstOnes = (first: boolean): Counted[] => answered.filter(({ turn }) => turn.first === first);
  return {
    sums: [
      count('turns', counted.length),
      count('answered', answered.length),
      count('open', counted.filter(({ wait }) => wait.state === 'pending').length),
      count('unreplied', unreplied.length),
      count('late', counted.filter(({ turn }) => turn.late_reply !== undefined).length),
      count('bot-only', robots.length),
      average('mean', answered),
      average('frt', firstOnes(true)),
      average('nrt', firstOnes(false)),
      mean(
        'mean-window',
        inHours.reduce((sum, ms) => sum + ms, 0),
        inHours.length,
        { uncertain: rough },
      ),
      rate('within', judged('ok'), judged('ok') + judged('miss'), { uncertain: judged('uncertain') }),
      count('misses', judged('miss'), { uncertain: judged('uncertain') }),
      answerRatio(scope),
    ],
    calendar,
    inHours,
    rough,
    unreplied: conversations(unreplied.map(({ turn }) => turn)),
    slow: conversations(slow.map(({ turn }) => turn)),
  };
}

/** In the order they are shown. */
const order = [
  ...['turns', 'answered', 'open', 'unreplied', 'late', 'bot-only', 'mean', 'median', 'p90', 'longest'],
  ...['frt', 'nrt', 'mean-window', 'median-window', 'p90-window', 'longest-window', 'within', 'misses'],
  ...['unreplied-buyers', 'slow-buyers', 'answer-ratio'],
];

/** The generic figures of a part. */
export function genericFigures({ sums, calendar, inHours, rough, unreplied, slow }: GenericPart): Figure[] {
  const spread = (waits: readonly number[], suffix: string): Figure[] => {
    const sorted = Float64Array.from(waits).sort();
    return [
      seconds(`median${suffix}`, median(sorted), { uncertain: rough }),
      seconds(`p90${suffix}`, nearestRank(sorted, 9, 10), { uncertain: rough }),
      seconds(`longest${suffix}`, nearestRank(sorted, 1, 1), { uncertain: rough }),
    ];
  };
  const all = [
    ...sums,
    ...spread(calendar, ''),
    ...spread(inHours, '-window'),
    count('unreplied-buyers', new Set(unreplied).size),
    count('slow-buyers', new Set(slow).size),
  ];
  const place = (id: string): number => order.indexOf(id);
  return all.sort((one, other) => place(one.id) - place(other.id));
}

/** On the generic profile a reply of a later day is still the turn's answer (metrics.md §4, "answered next day"). */
function withLateReply(turn: Turn, asked: Asked, wait: Wait): Wait {
  if (wait.state === 'answered' || !turn.late_reply) return wait;
  return { state: 'answered', ...waitBounds(asked, turn.late_reply), doubt: wait.doubt };
}

/** Ms within which a turn's answer is in time (`within`): the shop's own target, else the platform's breach limit. */
export function targetMs(scope: Pick<Scope, 'platform' | 'settings'>, first: boolean): number {
  const { settings, platform } = scope;
  const own = first ? (settings.first_target_s ?? settings.target_s) : settings.target_s;
  if (own !== undefined) return own * 1_000;
  if (hasPublishedMetrics(platform)) return replyLimits(platform, first).breach * 1_000;
  return (first ? GENERIC_FIRST_S : GENERIC_LATER_S) * 1_000;
}

const conversations = (turns: readonly Turn[]): string[] => [...new Set(turns.map(conversationKey))];

/** Middle value, or the mean of the two middle ones; undefined of nothing. */
function median(sorted: Float64Array): number | undefined {
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2;
}

/** Nearest-rank percentile n/d, integers only; undefined of nothing. */
function nearestRank(sorted: Float64Array, n: number, d: number): number | undefined {
  return sorted[ceilDiv(sorted.length * n, d) - 1];
}

/** 答问比: agent messages (people and assist robots) ÷ buyer messages (metrics.md §8). */
function answerRatio(scope: Scope): Figure {
  let answers = 0;
  let questions = 0;
  for (const event of scope.events) {
    if (!inRange(scope, event.t)) continue;
    if (scope.agent !== undefined && event.agent !== scope.agent) continue;
    if (event.type === 'human' || event.type === 'assist') answers += 1;
    if (event.type === 'buyer') questions += 1;
  }
  return times('answer-ratio', answers, questions);
}
