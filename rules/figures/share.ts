import { type FigurePart, figuresOf } from '../metrics/compute.ts';
import type { Figure } from '../metrics/figure.ts';
import { addRow, type FigureForm, fromRow, rowLength, withMonth } from './figure-form.ts';
import type { SlowTurn } from './figure-report.ts';

/** Of each hour: turns, answered, ms waited, in time, not in time. */
export const HOUR_WIDTH = 5;
export const HOUR_NUMBERS = 24 * HOUR_WIDTH;
/** The longest waits a day keeps: a report shows ten. */
const SLOWEST_KEPT = 12;

/** What a shop, or one account of it, did on one day. Plain and compact: it is what caches keep. */
export interface Share {
  /** A row of figure-form.ts. */
  row: number[];
  /** Answered waits in ms: calendar clock, and inside the window, in the same order. */
  calendar: Uint32Array;
  inHours: Uint32Array;
  /** Of them, known to the minute only. */
  rough: number;
  /** Conversations with an unreplied turn, and with a slow answer. */
  unreplied: string[];
  slow: string[];
  /** HOUR_WIDTH numbers for each hour in which a turn's clock started. */
  hours: number[];
  /** Longest first. */
  slowest: SlowTurn[];
}

/** One shop's day on one platform. */
export interface DayRecord {
  /** Shanghai midnight it begins with, epoch ms. */
  from: number;
  shop: string;
  /** Absent where nothing was counted. */
  all?: Share;
  /** Every account with something of its own. */
  agents: ReadonlyMap<string, Share>;
}

/** Longest first; what waited as long, earliest first. */
export const longestFirst = (waits: readonly SlowTurn[], most = SLOWEST_KEPT): SlowTurn[] =>
  [...waits].sort((a, b) => b.ms - a.ms || a.t - b.t || (a.buyer < b.buyer ? -1 : 1)).slice(0, most);

const joined = (lists: readonly Uint32Array[]): Uint32Array => {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
};

/** Shares of other shops or other days as one; hours are added hour by hour. */
export function joinShares(form: FigureForm, shares: readonly Share[]): Share {
  const row = new Array<number>(rowLength(form)).fill(0);
  const hours = new Array<number>(HOUR_NUMBERS).fill(0);
  for (const share of shares) {
    addRow(row, share.row);
    addRow(hours, share.hours);
  }
  return {
    row,
    calendar: joined(shares.map(({ calendar }) => calendar)),
    inHours: joined(shares.map(({ inHours }) => inHours)),
    rough: shares.reduce((sum, { rough }) => sum + rough, 0),
    unreplied: [...new Set(shares.flatMap(({ unreplied }) => unreplied))],
    slow: [...new Set(shares.flatMap(({ slow }) => slow))],
    hours,
    slowest: longestFirst(shares.flatMap(({ slowest }) => slowest)),
  };
}

/**
 * The figures of a span of days.
 * @param total the shares of the span, joined
 * @param month of a span of more than 30 days: the shares of its last 30, joined
 */
export function shareFigures(form: FigureForm, total: Share, month?: readonly number[]): Figure[] {
  return figuresOf(sharePart(form, total, month));
}

export function sharePart(form: FigureForm, total: Share, month?: readonly number[]): FigurePart {
  const { published, sums } = fromRow(form, month ? withMonth(form, total.row, month) : total.row);
  const { calendar, inHours, rough, unreplied, slow } = total;
  return {
    published,
    generic: { sums, calendar: [...calendar], inHours: [...inHours], rough, unreplied, slow },
  };
}
