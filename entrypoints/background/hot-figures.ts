import { createTally, reachOf, type Shares, type Tally } from '../../rules/figures/tally.ts';
import type { MetricSettings } from '../../rules/metrics/index.ts';
import type { Platform } from '../../rules/platform.ts';
import { DAY_MS, startOfShanghaiDay } from '../../rules/time/shanghai.ts';
import type { RecentEvents } from './recent-events.ts';

/** Spans held: three days of each platform, and the shifts that were looked at. Those not asked for longest go. */
const SPANS_HELD = 24;

/** A span of one platform whose events are all among the recent ones. */
export interface HotSpan {
  platform: Platform;
  settings: MetricSettings;
  /** [from, to), epoch ms. */
  from: number;
  to: number;
}

/** Figures that new messages still change: they live in memory, and a message costs what its conversation costs. */
export interface HotFigures {
  /** Shop → what it and its accounts did in the span; undefined where the span is not held, or not any more. */
  shares(span: HotSpan): Promise<Map<string, Shares> | undefined>;
  /** Conversations that changed, as RecentEvents told. */
  learn(changed: ReadonlySet<string>): void;
}

interface Group {
  /** What it was made under; under anything else it is made anew. */
  of: string;
  tallies: Map<string, Tally>;
  /** Conversations that changed since the last look. */
  changed: Set<string>;
}

export function createHotFigures(recent: RecentEvents, now: () => number): HotFigures {
  const groups = new Map<string, Group>();
  let generation = recent.generation();

  /** Whether everything a span is worked out from is among the recent events: they end with today's reach. */
  const holds = ({ from, to }: HotSpan): boolean =>
    reachOf(from, to)[0] >= recent.from() && to <= startOfShanghaiDay(now()) + DAY_MS;

  function put(group: Group, span: HotSpan, key: string, events: Parameters<Tally['put']>[1]): void {
    const [event] = events;
    if (!event || event.platform !== span.platform) return;
    const tally = group.tallies.get(event.shop) ?? createTally(span);
    group.tallies.set(event.shop, tally);
    tally.put(key, events);
  }

  return {
    async shares(span) {
      // Midnight may pass at any await: what is held is asked at the very moment it is read.
      if (!holds(span)) return undefined;
      const conversations = await recent.conversations();
      if (generation !== recent.generation()) groups.clear();
      generation = recent.generation();
      const name = `${span.platform}|${span.from}|${span.to}`;
      const of = JSON.stringify(span.settings);
      let group = groups.get(name);
      if (group?.of === of) {
        for (const key of group.changed) put(group, span, key, conversations.get(key) ?? []);
        group.changed.clear();
      } else {
        group = { of, tallies: new Map(), changed: new Set() };
        for (const [key, events] of conversations) put(group, span, key, events);
      }
      groups.delete(name);
      groups.set(name, group);
      for (const old of [...groups.keys()].slice(0, Math.max(0, groups.size - SPANS_HELD)))
        groups.delete(old);
      const at = now();
      return new Map([...group.tallies].map(([shop, tally]) => [shop, tally.shares(at)]));
    },
    learn(changed) {
      for (const group of groups.values()) for (const key of changed) group.changed.add(key);
    },
  };
}
