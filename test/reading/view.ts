import type { Page } from '@playwright/test';

/** One way a practice page can stand before the reader. */
export interface ReadingView {
  /** Practice page (sandbox/pages.mjs) and what is special about this view: `jd-orders late`. */
  name: string;
  /** Value of `?layout=`, or what else tells the layout; `default` where there is one only. */
  layout: string;
  /** The whole address, with seed and clock. */
  url: string;
  /** Text in the address of the frame that holds the page, where it stands in one. */
  frame?: string;
  /** What is done before the first comparison (open a conversation, open the price dialog). */
  prepare?(page: Page): Promise<unknown>;
  /** Done one after the other; the page is compared again after each. */
  steps?: readonly { name: string; act(page: Page): Promise<unknown> }[];
}

/** 2026-09-08 18:00 in Shanghai: the clock of every view that does not need another. */
export const NOON = Date.parse('2026-09-08T18:00:00+08:00');
/** 2 January, 09:30: dates without a year lie in the year before. */
export const NEW_YEAR = Date.parse('2027-01-02T09:30:00+08:00');

/** An address with the parameters of the practice pages (sandbox/README.md); a hash stays behind them. */
export function address(base: string, params: Readonly<Record<string, string | number>> = {}): string {
  const url = new URL(base);
  for (const [name, value] of Object.entries({ seed: 1, now: NOON, ...params })) {
    url.searchParams.set(name, String(value));
  }
  return url.href;
}
