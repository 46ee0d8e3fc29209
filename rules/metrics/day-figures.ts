import type { Platform } from '../platform.ts';
import { DAY_MS } from '../time/shanghai.ts';
import type { TurnEvent } from '../turns/index.ts';
import { type FigurePart, figurePart } from './compute.ts';
import type { MetricSettings } from './metric-settings.ts';
import { sumParts } from './period.ts';

export interface DayScope {
  platform: Platform;
  /** Shanghai midnight the day begins with; epoch ms. */
  from: number;
  settings?: Partial<MetricSettings>;
  agent?: string;
}

/** Figures of one day and platform, kept while messages come: only the conversation a message belongs to is worked out anew. */
export interface DayFigures {
  /** A conversation's events, of the day and the days around it, in place of those given before. */
  put(conversation: string, events: readonly TurnEvent[]): void;
  /** The day as of `now` (epoch ms). */
  part(now: number): FigurePart;
}

interface Kept {
  events: readonly TurnEvent[];
  part: FigurePart;
  /** The conversation's figures change by themselves as time goes on: somebody waits in it. */
  runs: boolean;
}

/**
 * Every figure is a sum over conversations (period.ts), so that a message costs what its conversation costs, however
 * many others the day has. A conversation in which somebody waits is worked out at each question: a wait becomes a
 * miss without any message.
 */
export function createDayFigures(scope: DayScope): DayFigures {
  const { from, ...rest } = scope;
  const to = from + DAY_MS;
  const kept = new Map<string, Kept>();
  const fresh = new Map<string, readonly TurnEvent[]>();
  const work = (events: readonly TurnEvent[], now: number): FigurePart =>
    figurePart(events, { ...rest, from, to, now });
  const nothing = work([], to);
  let sum: { part: FigurePart; now: number } | undefined;

  /** From the day's end on nothing that it counts can change by time alone. */
  function keep(conversation: string, events: readonly TurnEvent[], now: number): void {
    const final = work(events, to);
    const part = now >= to ? final : work(events, now);
    kept.set(conversation, { events, part, runs: JSON.stringify(part) !== JSON.stringify(final) });
  }

  return {
    put: (conversation, events) => fresh.set(conversation, events),
    part(now) {
      const time = Math.min(now, to);
      const waits = [...kept.values()].some(({ runs }) => runs);
      if (sum && fresh.size === 0 && (sum.now === time || (time > sum.now && !waits))) return sum.part;
      // The computer's clock was set back: what was settled may be open again.
      const back = sum !== undefined && time < sum.now;
      for (const [conversation, { events, runs }] of kept) {
        if ((runs || back) && !fresh.has(conversation)) keep(conversation, events, time);
      }
      for (const [conversation, events] of fresh) keep(conversation, events, time);
      fresh.clear();
      // The empty part gives figures their zero where nobody wrote.
      sum = { part: sumParts([nothing, ...[...kept.values()].map(({ part }) => part)]), now: time };
      return sum.part;
    },
  };
}
