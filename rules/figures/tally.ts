import { waitLimits } from '../metrics/wait-limits.ts';
import { DAY_MS, startOfShanghaiDay } from '../time/shanghai.ts';
import type { TurnEvent } from '../turns/index.ts';
import {
  type Contribution,
  type Contributions,
  contributionsOf,
  type TallyScope,
  waitedUntil,
} from './contribution.ts';
import { addRow, type FigureForm, figureForm, rowLength } from './figure-form.ts';
import type { SlowTurn } from './figure-report.ts';
import { REACH_AFTER_MS, REACH_BEFORE_MS } from './reach.ts';
import { HOUR_NUMBERS, HOUR_WIDTH, longestFirst, type Share } from './share.ts';

export interface Shares {
  /** Absent where nothing was counted. */
  all?: Share;
  /** Every account with something of its own. */
  agents: ReadonlyMap<string, Share>;
}

/** The figures of one span and platform, kept while messages come. */
export interface Tally {
  /** A conversation's events in place of those given before; what lies out of the span's reach is left out. */
  put(conversation: string, events: readonly TurnEvent[]): void;
  /** As of `now`, epoch ms. */
  shares(now: number): Shares;
}

interface Kept extends Contributions {
  events: readonly TurnEvent[];
  /** Epoch ms it was worked out at. */
  at: number;
}

/** The events a span is worked out from: [from, to) in epoch ms (reach.ts). */
export const reachOf = (from: number, to: number): [from: number, to: number] => [
  startOfShanghaiDay(from) - REACH_BEFORE_MS,
  startOfShanghaiDay(to - 1) + DAY_MS + REACH_AFTER_MS,
];

/**
 * Every figure is a sum over conversations (period.ts), so that a message costs what its conversation costs, however
 * many others the span has. A conversation in which somebody waits is worked out again when a limit has passed: a wait
 * becomes a miss without any message.
 */
export function createTally(scope: TallyScope): Tally {
  const form = figureForm(scope.platform, scope.settings);
  const limits = waitLimits(scope.platform, scope.settings);
  const [first, end] = reachOf(scope.from, scope.to);
  const kept = new Map<string, Kept>();
  const fresh = new Map<string, readonly TurnEvent[]>();
  const sums = new Map<string | undefined, ShareSum>();

  function replace(conversation: string, next: Contributions | undefined): void {
    for (const agent of kept.get(conversation)?.of.keys() ?? []) sums.get(agent)?.take(conversation);
    for (const [agent, contribution] of next?.of ?? []) {
      const sum = sums.get(agent) ?? createShareSum(form);
      sums.set(agent, sum);
      sum.put(conversation, contribution);
    }
  }

  /** A conversation without a message of the span adds nothing to it: turns and sessions start with events. */
  function work(conversation: string, events: readonly TurnEvent[], now: number): void {
    const near = events.filter(({ t }) => t >= first && t < end);
    const counts = near.some(({ t }) => t >= scope.from && t < scope.to);
    const next = counts ? contributionsOf(near, { ...scope, limits, now }) : undefined;
    replace(conversation, next);
    if (next) kept.set(conversation, { ...next, events, at: now });
    else kept.delete(conversation);
  }

  return {
    put: (conversation, events) => fresh.set(conversation, events),
    shares(now) {
      for (const [conversation, { events, until, open, at }] of kept) {
        // Set back, the computer's clock opens again what was settled.
        const due = now >= until || (open && now < at);
        if (due && !fresh.has(conversation)) work(conversation, events, now);
      }
      for (const [conversation, events] of fresh) work(conversation, events, now);
      fresh.clear();
      const agents = new Map<string, Share>();
      for (const [agent, sum] of sums) {
        if (agent !== undefined && !sum.isEmpty()) agents.set(agent, sum.share(now));
      }
      const whole = sums.get(undefined);
      return { ...(whole && !whole.isEmpty() && { all: whole.share(now) }), agents };
    },
  };
}

/** The sum of contributions of one account or of the whole shop. */
interface ShareSum {
  put(conversation: string, contribution: Contribution): void;
  take(conversation: string): void;
  isEmpty(): boolean;
  share(now: number): Share;
}

function createShareSum(form: FigureForm): ShareSum {
  const parts = new Map<string, Contribution>();
  const row = new Array<number>(rowLength(form)).fill(0);
  const hours = new Array<number>(HOUR_NUMBERS).fill(0);
  let made: { share: Omit<Share, 'slowest'>; answered: SlowTurn[]; waiting: SlowTurn[] } | undefined;

  function add(part: Contribution, sign: 1 | -1): void {
    addRow(row, part.row, sign);
    for (let i = 0; i < part.hours.length; i += HOUR_WIDTH + 1) {
      const at = (part.hours[i] ?? 0) * HOUR_WIDTH;
      for (let n = 0; n < HOUR_WIDTH; n += 1) {
        hours[at + n] = (hours[at + n] ?? 0) + sign * (part.hours[i + 1 + n] ?? 0);
      }
    }
    made = undefined;
  }

  const named = (which: 'unreplied' | 'slow'): string[] =>
    [...parts].flatMap(([conversation, part]) => (part[which] ? [conversation] : []));

  /** The longest answered waits, and all that nobody ended: those grow with every moment. */
  function longest(): { answered: SlowTurn[]; waiting: SlowTurn[] } {
    const all = [...parts.values()].flatMap(({ slowest }) => slowest);
    return {
      answered: longestFirst(all.filter(({ answered }) => answered)),
      waiting: all.filter(({ answered }) => !answered),
    };
  }

  return {
    put(conversation, contribution) {
      parts.set(conversation, contribution);
      add(contribution, 1);
    },
    take(conversation) {
      const part = parts.get(conversation);
      if (part) add(part, -1);
      parts.delete(conversation);
    },
    isEmpty: () => parts.size === 0,
    share(now) {
      made ??= {
        share: {
          row: [...row],
          calendar: Uint32Array.from([...parts.values()].flatMap(({ calendar }) => calendar)),
          inHours: Uint32Array.from([...parts.values()].flatMap(({ inHours }) => inHours)),
          rough: [...parts.values()].reduce((sum, { rough }) => sum + rough, 0),
          unreplied: named('unreplied'),
          slow: named('slow'),
          hours: [...hours],
        },
        ...longest(),
      };
      const waiting = made.waiting.map((wait) => ({ ...wait, ms: waitedUntil(wait.t, now) }));
      return { ...made.share, slowest: longestFirst([...made.answered, ...waiting]) };
    },
  };
}
