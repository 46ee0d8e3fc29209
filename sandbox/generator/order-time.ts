import { DAY_MS, MINUTE_MS, shanghaiDay, shanghaiParts } from '../../rules/time/shanghai.ts';
import { clockTime, dashedTime } from './shown-time.ts';

/** Ways a list can write its times: `2026-09-08 16:30:05`, `今天 16:30` and `09-06 16:30`, `09-08 16:30:05`. */
export const timeStyles = ['full', 'words', 'short'] as const;
export type TimeStyle = (typeof timeStyles)[number];

const two = (n: number): string => String(n).padStart(2, '0');

/** A time as the list writes it, and the moment a perfect reader takes from those words. */
export interface OrderTime {
  text: string;
  /** Epoch ms. */
  ms: number;
}

export function orderTime(ms: number, now: number, style: TimeStyle): OrderTime {
  if (style === 'full') return { text: dashedTime(ms), ms };
  const { month, day } = shanghaiParts(ms);
  const date = `${two(month)}-${two(day)}`;
  if (style === 'short') return { text: `${date} ${clockTime(ms)}`, ms };
  const words: [number, string][] = [
    [0, '今天'],
    [-1, '昨天'],
    [1, '明天'],
  ];
  const word = words.find(([days]) => shanghaiDay(now + days * DAY_MS) === shanghaiDay(ms))?.[1];
  return { text: `${word ?? date} ${clockTime(ms, false)}`, ms: Math.floor(ms / MINUTE_MS) * MINUTE_MS };
}

/** The style an address asks for; a mistyped one would let a test prove nothing. */
export function timeStyleOf(asked: string | undefined): TimeStyle {
  const style = timeStyles.find((one) => one === (asked ?? 'full'));
  if (!style) throw new Error(`no time style “${asked}”; there are ${timeStyles.join(', ')}`);
  return style;
}
