import type { FigureReport } from '../../rules/figures/figure-report.ts';
import { type Figure, formatFigure } from '../../rules/metrics/figure.ts';
import { decimalText } from '../../rules/metrics/integers.ts';
import type { Shift } from '../../rules/shift/shift.ts';
import { shanghaiParts } from '../../rules/time/shanghai.ts';
import type { FiguresTexts } from '../i18n/figures-texts.ts';
import { clockText } from '../ui/wait.ts';

export const NOTHING = '—';

/** The figure of a list by id. */
export const figureOf = (figures: readonly Figure[], id: string): Figure | undefined =>
  figures.find((one) => one.id === id);

/** The value without its unit; "—" of what is not there. */
export const amountOf = (figure: Figure | undefined): string => (figure ? formatFigure(figure) : NOTHING);

const people = /-buyers$/;

/** The unit that stands behind the value; per cent is part of the value. */
export function unitOf(figure: Figure, t: FiguresTexts): string {
  if (figure.unit === 's') return t.unitSeconds;
  if (figure.unit !== 'count') return '';
  return people.test(figure.id) ? t.unitPeople : figure.id === 'bot-only' ? t.unitChats : t.unitTurns;
}

/** Value and unit, for people. */
export function figureText(figure: Figure | undefined, t: FiguresTexts): string {
  const amount = amountOf(figure);
  if (!figure || amount === NOTHING) return NOTHING;
  const unit = unitOf(figure, t);
  return unit === '' ? amount : `${amount} ${unit}`;
}

const meanOf = /mean|AVG|FRT|^[fn]rt$/;

/** Numerator / denominator of a rate, or what a mean was made of; undefined of a plain count and of a single wait. */
export function partsOf(figure: Figure): string | undefined {
  const isOneWait = figure.unit === 's' && figure.denominator === 1 && !meanOf.test(figure.id);
  if (figure.unit === 'count' || figure.denominator === 0 || isOneWait) return undefined;
  return `${wholeOrTenths(figure.numerator)} / ${figure.denominator}`;
}

const wholeOrTenths = (n: number): string =>
  Number.isInteger(n) ? String(n) : decimalText(Math.round(n * 1_000), 1_000, 1);

/** A share in ten-thousandths as per cent, without decimals it does not need. */
export function shareText(tenThousandths: number): string {
  const text = decimalText(tenThousandths, 100, 2);
  return `${text.replace(/\.?0+$/, '')}%`;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** `YYYY-MM-DD hh:mm:ss` in Shanghai. */
export function exactTime(epochMs: number): string {
  const p = shanghaiParts(epochMs);
  return `${p.year}-${two(p.month)}-${two(p.day)} ${two(p.hour)}:${two(p.minute)}:${two(p.second)}`;
}

/** `HH:mm` in Shanghai of today's figures, with the day of others. */
export function asOfText(report: Pick<FigureReport, 'asOf'>): string {
  return exactTime(report.asOf).slice(0, 16);
}

/** `YYYY-MM-DD hh:mm – hh:mm` of a shift; the end with its day where it is another. */
export function shiftTimes({ start, end }: Pick<Shift, 'start' | 'end'>, t: FiguresTexts): string {
  const from = exactTime(start).slice(0, 16);
  if (end === undefined) return t.shiftSince(from);
  const to = exactTime(end).slice(0, 16);
  return t.shiftSpan(from, to.startsWith(from.slice(0, 10)) ? to.slice(11) : to);
}

/** Seconds as a short length of time: 45 秒, 3 分, 1 小时; what is not round stays in the smaller unit. */
export function lengthText(seconds: number, t: FiguresTexts): string {
  if (seconds >= 3_600 && seconds % 3_600 === 0) return t.hours(seconds / 3_600);
  if (seconds >= 60 && seconds % 60 === 0) return t.minutes(seconds / 60);
  return t.seconds(seconds);
}

/** A long wait also as a clock, because nobody reads 5,025 seconds. */
export const longWaitText = (seconds: number): string | undefined =>
  seconds >= 120 ? clockText(Math.round(seconds)) : undefined;

/** `MM-DD`. */
export const shortDay = (day: string): string => day.slice(5);
