import { readMoney } from '../../rules/money/money.ts';

/** A whole number within bounds; full-width digits are read too. Undefined otherwise. */
export function readWhole(text: string, least: number, most: number): number | undefined {
  const folded = text.normalize('NFKC').trim();
  if (!/^\d{1,9}$/.test(folded)) return undefined;
  const n = Number(folded);
  return n >= least && n <= most ? n : undefined;
}

/** An amount of zero or more in fen; undefined when it is none. */
export function readAmount(text: string): number | undefined {
  const fen = readMoney(text);
  return fen !== undefined && fen >= 0 ? fen : undefined;
}

/** A time of day as `HH:mm`; `9:30` and a full-width colon are read too. */
export function readClock(text: string): string | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.normalize('NFKC').trim());
  const [, hours = '', minutes = ''] = match ?? [];
  return match && Number(hours) < 24 && Number(minutes) < 60
    ? `${hours.padStart(2, '0')}:${minutes}`
    : undefined;
}

const gramsPer: Record<string, number> = {
  '': 1_000,
  kg: 1_000,
  公斤: 1_000,
  千克: 1_000,
  斤: 500,
  g: 1,
  克: 1,
};

/** A weight as whole grams: kilograms unless a unit is written (500g, 0.5公斤, 1斤); full-width digits are read too. */
export function readWeight(text: string): number | undefined {
  const match = /^(\d{1,6})(?:\.(\d{1,3}))?\s*(kg|公斤|千克|斤|g|克|)$/i.exec(text.normalize('NFKC').trim());
  if (!match) return undefined;
  const [, whole = '', decimals = '', unit = ''] = match;
  const thousandths = Number(whole) * 1_000 + Number(decimals.padEnd(3, '0'));
  const grams = (thousandths * (gramsPer[unit.toLowerCase()] ?? 0)) / 1_000;
  return Number.isInteger(grams) && grams > 0 && grams <= 9_999_999 ? grams : undefined;
}

/** Grams as kilograms without needless zeros. */
export function printKilograms(grams: number): string {
  return String(grams / 1_000);
}

/** Names as agents type them: 、 ， , ; spaces around them and line breaks separate; no name twice. */
export function splitNames(text: string): string[] {
  return [...new Set(text.split(/[、，,;；\n]+/).map((name) => name.trim()))].filter((name) => name !== '');
}
