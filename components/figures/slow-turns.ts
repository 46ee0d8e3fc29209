import type { SlowTurn } from '../../rules/figures/figure-report.ts';
import type { Platform } from '../../rules/platform.ts';
import { shanghaiDay, shanghaiParts } from '../../rules/time/shanghai.ts';
import { NOTHING } from './figure-words.ts';

/** An hour pointed at in every chart. */
export interface MarkedHour {
  day: string;
  hour: number;
  /** The very moment, to know which row pointed at it. */
  t: number;
}

export const hourOf = ({ t }: Pick<SlowTurn, 't'>): MarkedHour => ({
  t,
  day: shanghaiDay(t),
  hour: shanghaiParts(t).hour,
});

/** The buyer's name where it is still known, else how the platform numbers them; never nothing. */
export const buyerName = (
  { shop, buyer }: Pick<SlowTurn, 'shop' | 'buyer'>,
  platform: Platform,
  nicks: Readonly<Record<string, string>>,
): string => nicks[`${platform}|${shop}|${buyer}`]?.trim() || buyer.trim() || NOTHING;
