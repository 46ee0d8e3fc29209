import type {
  FigureQuestion,
  FigureReport,
  HourTally,
  SlowTurn,
} from '../../../rules/figures/figure-report.ts';
import { REACH_AFTER_MS, REACH_BEFORE_MS } from '../../../rules/figures/reach.ts';
import { type FigurePart, figurePart, figureScope, figuresOf } from '../../../rules/metrics/compute.ts';
import { genericTurns } from '../../../rules/metrics/generic.ts';
import type { MetricSettings } from '../../../rules/metrics/index.ts';
import { isRough } from '../../../rules/metrics/wait.ts';
import { DAY_MS, HOUR_MS, shanghaiDay } from '../../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../../rules/turns/index.ts';
import { joinDays, sumParts } from '../metrics/join-days.ts';

/** Whether a day counts anything at all. */
function saysSomething(part: FigurePart): boolean {
  const { published, generic } = joinDays([part]);
  return [...published, ...generic.sums].some(
    ({ numerator, denominator, unit, uncertain }) =>
      numerator !== 0 || uncertain !== 0 || (unit !== 'count' && denominator !== 0),
  );
}

interface Asked {
  question: FigureQuestion;
  settings: MetricSettings;
  now: number;
}

/** A report worked out at once from all events there are, day by day, as reach.ts defines a day. */
export function reportByDefinition(
  events: readonly TurnEvent[],
  { question, settings, now }: Asked,
): Omit<FigureReport, 'asOf' | 'counted' | 'units'> {
  const { platform } = question;
  const own = events.filter((event) => event.platform === platform);
  const shopsOfAll = [...new Set(own.map(({ shop }) => shop))].sort();
  const shops = shopsOfAll.filter((shop) => question.shop === undefined || shop === question.shop);
  const accounts = [...new Set(own.flatMap(({ agent, to }) => [agent, to]))]
    .filter((name) => name !== undefined)
    .sort();
  const days: number[] = [];
  const midnight = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
  for (let day = midnight(question.from); day <= midnight(question.to); day += DAY_MS) days.push(day);

  const near = (shop: string, day: number): TurnEvent[] =>
    own.filter(
      (event) =>
        event.shop === shop && event.t >= day - REACH_BEFORE_MS && event.t < day + DAY_MS + REACH_AFTER_MS,
    );
  const options = (day: number, agent: string | undefined) => ({
    platform,
    settings,
    from: day,
    to: day + DAY_MS,
    now,
    ...(agent !== undefined && { agent }),
  });
  const last = midnight(question.to);
  const month = Array.from({ length: 30 }, (_, i) => last - (29 - i) * DAY_MS);
  const partsOf = (
    agent: string | undefined,
    ofShops: readonly string[],
    ofDays: readonly number[] = days,
  ): FigurePart[] =>
    ofDays.map((day) =>
      sumParts([
        figurePart([], options(day, agent)),
        ...ofShops.map((shop) => figurePart(near(shop, day), options(day, agent))),
      ]),
    );
  const figures = (parts: readonly FigurePart[]) => figuresOf(joinDays(parts));
  /** PDD-30D is of the thirty days up to the last, whatever the span. */
  const spanFigures = (agent: string | undefined, ofShops: readonly string[]) => {
    const ofMonth = figures(partsOf(agent, ofShops, month)).find(({ id }) => id === 'PDD-3M');
    return figures(partsOf(agent, ofShops)).map((item) =>
      item.id === 'PDD-30D' && ofMonth ? { ...ofMonth, id: item.id } : item,
    );
  };

  const parts = partsOf(question.agent, shops);
  const span = joinDays(parts);
  const hours: HourTally[] = [];
  const slowest: SlowTurn[] = [];
  for (const day of days) {
    const tallies = new Map<number, HourTally>();
    for (const shop of shops) {
      const scope = figureScope(near(shop, day), options(day, question.agent));
      for (const { turn, asked, wait, verdict } of genericTurns(scope)) {
        const answered = wait.state === 'answered';
        const hour = Math.floor((Math.min(asked.t, day + DAY_MS - 1) - day) / HOUR_MS);
        const before = tallies.get(hour) ?? {
          day: shanghaiDay(day),
          hour,
          turns: 0,
          answered: 0,
          waitedMs: 0,
          ok: 0,
          miss: 0,
        };
        tallies.set(hour, {
          ...before,
          turns: before.turns + 1,
          answered: before.answered + Number(answered),
          waitedMs: before.waitedMs + (answered ? wait.ms : 0),
          ok: before.ok + Number(verdict === 'ok'),
          miss: before.miss + Number(verdict === 'miss'),
        });
        const agent = turn.reply_agent ?? turn.agent;
        const midnightAfter = midnight(shanghaiDay(asked.t)) + DAY_MS;
        slowest.push({
          t: asked.t,
          ms: answered ? wait.ms : Math.max(0, Math.min(now, midnightAfter) - asked.t),
          shop,
          buyer: turn.buyer,
          ...(agent !== undefined && { agent }),
          answered,
          rough: answered ? isRough(wait) : asked.precision === 'min',
        });
      }
    }
    hours.push(...[...tallies.values()].sort((a, b) => a.hour - b.hour));
  }
  const limits = [0, 10, 30, 60, 100, 180, 300, 600, 1_800];
  return {
    question,
    total: spanFigures(question.agent, shops),
    days: days.map((day, i) => {
      const part = parts[i];
      return { day: shanghaiDay(day), figures: part && saysSomething(part) ? figures([part]) : [] };
    }),
    hours,
    waits: limits.map((from, i) => {
      const to = limits[i + 1];
      const inside = (ms: number): boolean => ms >= from * 1_000 && (to === undefined || ms < to * 1_000);
      return { from, ...(to !== undefined && { to }), count: span.generic.calendar.filter(inside).length };
    }),
    slowest: slowest.sort((a, b) => b.ms - a.ms || a.t - b.t || (a.buyer < b.buyer ? -1 : 1)).slice(0, 10),
    agents:
      question.agent !== undefined
        ? []
        : accounts.flatMap((agent) => {
            const its = partsOf(agent, shops);
            return its.some(saysSomething) ? [{ agent, figures: spanFigures(agent, shops) }] : [];
          }),
    shops:
      question.shop !== undefined
        ? []
        : shops.flatMap((shop) => {
            const its = partsOf(question.agent, [shop]);
            return its.some(saysSomething) ? [{ shop, figures: spanFigures(question.agent, [shop]) }] : [];
          }),
  };
}
