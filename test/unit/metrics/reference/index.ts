/**
 * The slow reference of every response-time figure, written from metrics.md alone (§1–§4, §8) and from the choices that
 * the docstrings of rules/ write down where the text leaves a point open. Nothing of rules/turns or rules/metrics runs
 * in it; only types and the default settings are theirs.
 *
 *   referenceFigures(events, {platform, from, to, now, settings?, agent?}) → Map<id, RefFigure>   any range at once
 *   referenceDay(events, platform, day, {now, settings?, agent?})          → RefPart             what one day keeps
 *   referenceSpan(events, platform, days, {now, settings?, agent?})        → Map<id, RefFigure>   days put together
 *
 * `events` may be of several platforms, in any order, doubled. `day` is `YYYY-MM-DD`. A day is worked out from the
 * events of [D − 1 day, D + 3 days) (rules/figures/reach.ts). `RefFigure` is {numerator, denominator, uncertain}; of
 * means and single waits the numerator is in seconds, as in `Figure`.
 */
import { defaultMetricSettings, type MetricSettings } from '../../../../rules/metrics/metric-settings.ts';
import type { Platform } from '../../../../rules/platform.ts';
import type { TurnEvent } from '../../../../rules/turns/event.ts';
import { ali1688 } from './ali1688.ts';
import { DAY, midnightOf } from './clock.ts';
import { doudian } from './doudian.ts';
import { conversationsOf } from './events.ts';
import { type GenericSums, generic } from './generic.ts';
import { jd } from './jd.ts';
import { kuaishou } from './kuaishou.ts';
import { pdd } from './pdd.ts';
import type { Given, Sum } from './scope.ts';
import { taobao } from './taobao.ts';

export interface RefFigure {
  numerator: number;
  denominator: number;
  uncertain: number;
}

export interface RefOptions {
  settings?: Partial<MetricSettings>;
  now: number;
  agent?: string;
}

export interface RefPart {
  published: Record<string, Sum>;
  generic: GenericSums;
}

const published: Partial<Record<Platform, (given: Given) => Record<string, Sum>>> = {
  taobao,
  tmall: taobao,
  pdd,
  doudian,
  jd,
  kuaishou,
  '1688': ali1688,
};

function partOf(
  conversations: readonly (readonly TurnEvent[])[],
  platform: Platform,
  from: number,
  to: number,
  { settings, now, agent }: RefOptions,
): RefPart {
  const given: Given = {
    platform,
    settings: { ...defaultMetricSettings(platform), ...settings },
    from,
    to,
    now,
    ...(agent !== undefined && { agent }),
    conversations,
  };
  return { published: published[platform]?.(given) ?? {}, generic: generic(given) };
}

export function referenceFigures(
  events: readonly TurnEvent[],
  options: RefOptions & { platform: Platform; from: number; to: number },
): Map<string, RefFigure> {
  const { platform, from, to } = options;
  const own = conversationsOf(events.filter((event) => event.platform === platform));
  return figuresOf(partOf(own, platform, from, to, options));
}

const reached = (events: readonly TurnEvent[], from: number): TurnEvent[] =>
  events.filter(({ t }) => t >= from - DAY && t < from + 3 * DAY);

export function referenceDay(
  events: readonly TurnEvent[],
  platform: Platform,
  day: string,
  options: RefOptions,
): RefPart {
  const from = midnightOf(day);
  const own = conversationsOf(
    reached(
      events.filter((event) => event.platform === platform),
      from,
    ),
  );
  return partOf(own, platform, from, from + DAY, options);
}

/** @param days oldest first */
export function referenceSpan(
  events: readonly TurnEvent[],
  platform: Platform,
  days: readonly string[],
  options: RefOptions,
): Map<string, RefFigure> {
  const all = conversationsOf(events.filter((event) => event.platform === platform));
  const parts = days.map((day) => {
    const from = midnightOf(day);
    // Turns and sessions start with events: who said nothing on the day adds nothing to it.
    const near = all
      .filter((list) => list.some(({ t }) => t >= from && t < from + DAY))
      .map((list) => reached(list, from));
    return partOf(near, platform, from, from + DAY, options);
  });
  const sum = addAll(parts);
  // 近30天 is the three-minute rate of the last thirty days.
  const month = addAll(parts.slice(-30)).published['PDD-3M'];
  if (month) sum.published['PDD-30D'] = month;
  return figuresOf(sum);
}

function add(into: Record<string, Sum>, more: Record<string, Sum>): void {
  for (const [id, sum] of Object.entries(more)) {
    const before = into[id];
    if (!before) {
      into[id] = { ...sum };
      continue;
    }
    before.numerator += sum.numerator;
    before.uncertain += sum.uncertain;
    if (sum.unit !== 'count') before.denominator += sum.denominator;
  }
}

/** Counts and sums are added, waits gathered, people counted once. */
export function addAll(parts: readonly RefPart[]): RefPart {
  const all: RefPart = {
    published: {},
    generic: { sums: {}, calendar: [], inWindow: [], rough: 0, unreplied: new Set(), slow: new Set() },
  };
  for (const part of parts) {
    add(all.published, part.published);
    add(all.generic.sums, part.generic.sums);
    for (const ms of part.generic.calendar) all.generic.calendar.push(ms);
    for (const ms of part.generic.inWindow) all.generic.inWindow.push(ms);
    all.generic.rough += part.generic.rough;
    for (const who of part.generic.unreplied) all.generic.unreplied.add(who);
    for (const who of part.generic.slow) all.generic.slow.add(who);
  }
  return all;
}

/** The figures of a part: sums as they are, and what only all waits together tell. */
export function figuresOf({ published: own, generic: part }: RefPart): Map<string, RefFigure> {
  const figures = new Map<string, RefFigure>();
  for (const [id, sum] of [...Object.entries(own), ...Object.entries(part.sums)]) {
    const { numerator, denominator, uncertain, unit } = sum;
    figures.set(id, { numerator: unit === 's' ? numerator / 1_000 : numerator, denominator, uncertain });
  }
  const { rough } = part;
  for (const [ending, waits] of [
    ['', part.calendar],
    ['-window', part.inWindow],
  ] as const) {
    const sorted = [...waits].sort((a, b) => a - b);
    const one = (ms: number | undefined): RefFigure => ({
      numerator: (ms ?? 0) / 1_000,
      denominator: ms === undefined ? 0 : 1,
      uncertain: rough,
    });
    const half = sorted.length / 2;
    const middle =
      sorted.length % 2 === 1
        ? sorted[Math.floor(half)]
        : sorted.length > 0
          ? ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
          : undefined;
    figures.set(`median${ending}`, one(middle));
    figures.set(`p90${ending}`, one(sorted[Math.ceil((sorted.length * 9) / 10) - 1]));
    figures.set(`longest${ending}`, one(sorted.at(-1)));
    if (ending === '') continue;
    figures.set('mean-window', {
      numerator: sorted.reduce((sum, ms) => sum + ms, 0) / 1_000,
      denominator: sorted.length,
      uncertain: rough,
    });
  }
  figures.set('unreplied-buyers', { numerator: part.unreplied.size, denominator: 1, uncertain: 0 });
  figures.set('slow-buyers', { numerator: part.slow.size, denominator: 1, uncertain: 0 });
  return figures;
}
