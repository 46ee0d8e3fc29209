import type { LocalText } from '../language/local-text.ts';
import type { Figure } from '../metrics/figure.ts';
import type { Platform } from '../platform.ts';

/** What a report is asked for. Platforms count differently and are never added up, so one is always named. */
export interface FigureQuestion {
  platform: Platform;
  /** Only this shop; absent: every shop of the platform. */
  shop?: string;
  /** Only this account's share. The sum over accounts is not the shop's figure (metrics.md E14). */
  agent?: string;
  /** Shanghai days `YYYY-MM-DD`, both included. */
  from: string;
  to: string;
}

/** One hour of one day: turns by the hour their clock started in. */
export interface HourTally {
  day: string;
  /** 0…23 in Shanghai. */
  hour: number;
  turns: number;
  answered: number;
  /** Sum of the answered waits, ms. */
  waitedMs: number;
  /** Judged against the platform's limit of the generic share (`within`). */
  ok: number;
  miss: number;
}

/** One of the longest waits, with where and when it was. */
export interface SlowTurn {
  /** First unanswered message, epoch ms. */
  t: number;
  /** Ms waited; of an unanswered turn, until the end of its day or now. */
  ms: number;
  shop: string;
  buyer: string;
  agent?: string;
  answered: boolean;
  /** Known only to the minute (metrics.md §1.5). */
  rough: boolean;
}

/** Answered waits of `from` ≤ seconds < `to`; the last band has no `to`. */
export interface WaitBand {
  from: number;
  to?: number;
  count: number;
}

/** Units of the platform's rate for "misses still allowed" (metrics.md §7). */
export interface RateUnits {
  /** Figure id, e.g. PDD-3M. */
  metric: string;
  counted: number;
  failed: number;
  uncertain: number;
}

/** Everything the figures page shows of one platform, shop or account over a span of days. */
export interface FigureReport {
  question: FigureQuestion;
  /** Epoch ms the figures are of. */
  asOf: number;
  /** The whole span, ids of rules/metrics. */
  total: Figure[];
  /** Every calendar day of the span, oldest first; a day without messages has no figures. */
  days: { day: string; figures: Figure[] }[];
  /** Hours in which something was asked. */
  hours: HourTally[];
  waits: WaitBand[];
  /** The ten longest, longest first. */
  slowest: SlowTurn[];
  /** Accounts that took part, each with its own share of the span; empty when the question names one. */
  agents: { agent: string; figures: Figure[] }[];
  /** Shops of the platform, each with its figures; empty when the question names one. */
  shops: { shop: string; figures: Figure[] }[];
  units?: RateUnits;
  /** How it was counted: window, limit, what counts as a reply, with tag and source; one line each. */
  counted: LocalText[];
}
