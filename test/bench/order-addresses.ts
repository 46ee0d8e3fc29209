import { loadRegions, parseAddress, regionOf } from '../../rules/address/index.ts';
import { anyWhole, chanceOf, writings } from '../unit/address/damages.ts';

/**
 * The address column of order lists: 5,000 different addresses, each style as sellers' pages write it, read by the
 * short way and by the whole reader in the same run. Compare the ratios; milliseconds belong to the machine.
 */
export interface OrderAddressRow {
  name: string;
  rows: number;
  ms: number;
  usEach: number;
  ratioToWhole: number;
}

const ROWS = 5_000;
const RUNS = 5;

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

function addresses(style: keyof typeof writings, seed: number, masked: boolean): string[] {
  const chance = chanceOf(seed);
  return Array.from({ length: ROWS }, () => {
    const text = writings[style]?.(anyWhole(chance), chance) ?? '';
    return masked ? text.replace(/\d.*$/, '****') : text;
  });
}

export async function benchOrderAddresses(): Promise<OrderAddressRow[]> {
  await loadRegions();
  return ['whole', 'spaced', 'shortened'].flatMap((style) =>
    [false, true].map((masked): OrderAddressRow => {
      const [short, whole]: [number[], number[]] = [[], []];
      for (let run = 0; run < RUNS; run += 1) {
        // Other texts every time: what was read before is remembered.
        const texts = addresses(style, run + 1, masked);
        whole.push(milliseconds(() => texts.map(parseAddress)));
        short.push(milliseconds(() => texts.map(regionOf)));
      }
      const ms = median(short);
      return {
        name: `${style}${masked ? ', masked' : ''}`,
        rows: ROWS,
        ms: Math.round(ms * 10) / 10,
        usEach: Math.round((ms * 10_000) / ROWS) / 10,
        ratioToWhole: Math.round((100 * ms) / median(whole)) / 100,
      };
    }),
  );
}
