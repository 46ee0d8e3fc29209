import type { LocalText } from '../language/local-text.ts';
import { say } from '../language/local-text.ts';
import { formatFen } from '../money/money.ts';
import { roundHalfUp } from './rounding.ts';

/** A share as an exact fraction of the price the buyer pays: 8.8折 → 88/100. */
export interface Share {
  numerator: number;
  denominator: number;
}

export type DiscountReading = { share: Share } | { unclear: LocalText };

const digits: Record<string, string> = {
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** Below this share a bare percentage is more often meant as "so much off"; both readings are named instead. */
const clearFromPercent = 50;

/**
 * Reads what an agent typed as a discount. The share is always what the buyer still PAYS:
 * - `8.8折`, `88折`, `八八折`, `八折`, `对折`, `半价`: tenths (two digits: hundredths);
 * - `88%` and bare `88`: percent of the current price, from 50 up (`120` raises it);
 * - `减12%`, `优惠12%`, `12% off`: percent taken off;
 * - bare `8.8` (折 or percent?) and percentages under 50 (paid or taken off?) are refused with both readings.
 *
 * @param current fen, so that the refusal can show both outcomes
 */
export function readDiscount(text: string, current: number): DiscountReading {
  const folded = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, '').replace(/^打/, '');
  if (/^(?:对折|半价)$/.test(folded)) return { share: { numerator: 5, denominator: 10 } };
  const spelled = /^([一二两三四五六七八九])([一二三四五六七八九])?折$/.exec(folded);
  const tenths = spelled ? `${digits[spelled[1] ?? '']}${digits[spelled[2] ?? ''] ?? ''}折` : folded;

  const zhe = /^(\d{1,2})(?:\.(\d{1,2}))?折$/.exec(tenths);
  if (zhe) return readTenths(text, zhe[1] ?? '', zhe[2] ?? '');

  const off = /^(?:-|减|减去|优惠|便宜|省)(\d{1,3})(?:\.(\d{1,2}))?%$|^(\d{1,3})(?:\.(\d{1,2}))?%off$/.exec(
    folded,
  );
  if (off) {
    const taken = fraction(off[1] ?? off[3] ?? '', off[2] ?? off[4] ?? '');
    if (taken.numerator >= 100 * taken.denominator) return { unclear: nothingLeft(text) };
    const denominator = taken.denominator * 100;
    return { share: { numerator: denominator - taken.numerator, denominator } };
  }

  const percent = /^(\d{1,4})(?:\.(\d{1,2}))?(%)?$/.exec(folded);
  if (!percent) return { unclear: notANumber(text) };
  const value = fraction(percent[1] ?? '', percent[2] ?? '');
  if (value.numerator === 0) return { unclear: notANumber(text) };
  const asPercent: Share = { numerator: value.numerator, denominator: value.denominator * 100 };
  if (value.numerator >= clearFromPercent * value.denominator) return { share: asPercent };
  if (percent[3] === undefined && value.numerator < 10 * value.denominator) {
    const asTenths: Share = { numerator: value.numerator, denominator: value.denominator * 10 };
    const typed = formatFraction(value);
    return {
      unclear: say(
        `「${text}」可以是 ${typed}折（${outcome(current, asTenths)} 元），也可以是 ${typed}%（${outcome(current, asPercent)} 元），请写清楚，如 ${typed}折`,
        `"${text}" may mean ${typed}折 (¥${outcome(current, asTenths)}) or ${typed} % (¥${outcome(current, asPercent)}); please write ${typed}折 or a percentage from 50`,
      ),
    };
  }
  const typed = formatFraction(value);
  const left: Share = {
    numerator: 100 * value.denominator - value.numerator,
    denominator: 100 * value.denominator,
  };
  return {
    unclear: say(
      `「${text}」可以是付 ${typed}%（${outcome(current, asPercent)} 元），也可以是减 ${typed}%（${outcome(current, left)} 元），请写成「减${typed}%」或几折`,
      `"${text}" may mean paying ${typed} % (¥${outcome(current, asPercent)}) or ${typed} % off (¥${outcome(current, left)}); please write "减${typed}%" or 折`,
    ),
  };
}

function readTenths(text: string, whole: string, decimals: string): DiscountReading {
  const value = fraction(whole, decimals);
  if (value.numerator === 0) return { unclear: notANumber(text) };
  if (whole.length === 1) {
    return { share: { numerator: value.numerator, denominator: value.denominator * 10 } };
  }
  // 「88折」 is how many agents write 8.8折; 「10折」 and 「88.5折」 mean nothing sure.
  if (decimals !== '' || whole.startsWith('0')) return { unclear: notANumber(text) };
  if (whole !== '10') return { share: { numerator: Number(whole), denominator: 100 } };
  return {
    unclear: say(
      `「${text}」可以是付 10%，也可以是不打折，请写成如 1折 或 100%`,
      `"${text}" may mean paying 10 % or no discount at all; please write it like 1折 or 100%`,
    ),
  };
}

function fraction(whole: string, decimals: string): Share {
  return { numerator: Number(`${whole}${decimals}`), denominator: 10 ** decimals.length };
}

function formatFraction(value: Share): string {
  return String(value.numerator / value.denominator);
}

function outcome(current: number, share: Share): string {
  return formatFen(roundHalfUp(current, share.numerator, share.denominator));
}

function notANumber(text: string): LocalText {
  return say(
    `「${text}」不是折扣，请写成 8.8折 或 88%`,
    `"${text}" is not a discount; please write 8.8折 or 88%`,
  );
}

function nothingLeft(text: string): LocalText {
  return say(`「${text}」减完就不剩钱了`, `"${text}" leaves nothing to pay`);
}
