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

/** Kilograms with up to three decimals as grams. */
export function readKilograms(text: string): number | undefined {
  const match = /^(\d{1,4})(?:\.(\d{1,3}))?$/.exec(text.normalize('NFKC').trim());
  if (!match) return undefined;
  const grams = Number(match[1]) * 1_000 + Number((match[2] ?? '').padEnd(3, '0'));
  return grams > 0 ? grams : undefined;
}

/** Grams as kilograms without needless zeros. */
export function printKilograms(grams: number): string {
  return String(grams / 1_000);
}

/** Names as agents type them: 、 ， , ; spaces around them and line breaks separate; no name twice. */
export function splitNames(text: string): string[] {
  return [...new Set(text.split(/[、，,;；\n]+/).map((name) => name.trim()))].filter((name) => name !== '');
}
