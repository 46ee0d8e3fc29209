import type { Region, RegionReader } from '../../rules/address/region.ts';
import { longestRegionText, mostTexts } from '../../storage/contracts/addresses.ts';

/** Texts kept; a shift's pages show fewer. */
const mostKept = 20_000;

/** The regions of the addresses a page shows, as far as they have been read. */
export interface RegionCache {
  /** The region of an address; undefined until it was read, which the first question begins. */
  regionOf: RegionReader;
}

/**
 * Has the addresses of a page read in the background: each text is asked for once, those that come together in one
 * message, and whoever shows rows is told when answers are there. Until then nothing is said of an address.
 */
export function createRegionCache(options: {
  /** Reads these texts; rejects where the background cannot be reached. */
  ask(texts: string[]): Promise<readonly Region[]>;
  /** Some texts that were asked for have been read. */
  changed(): void;
  signal: AbortSignal;
}): RegionCache {
  const { ask, changed, signal } = options;
  const known = new Map<string, Region>();
  /** Asked for and not answered yet. */
  const pending = new Set<string>();
  let waiting: string[] = [];

  /** @returns whether they were read; those that were not are asked for again when the rows are shown next */
  const read = async (texts: readonly string[]): Promise<boolean> => {
    try {
      const regions = await ask(texts.map((text) => text.slice(0, longestRegionText)));
      for (const [i, text] of texts.entries()) {
        const region = regions[i];
        if (region) keep(text, region);
      }
      return true;
    } catch {
      return false;
    } finally {
      for (const text of texts) pending.delete(text);
    }
  };
  const keep = (text: string, region: Region): void => {
    if (known.size >= mostKept) {
      const [oldest] = known.keys();
      if (oldest !== undefined) known.delete(oldest);
    }
    known.set(text, region);
  };
  const flush = async (): Promise<void> => {
    const texts = waiting;
    waiting = [];
    const batches: string[][] = [];
    for (let i = 0; i < texts.length; i += mostTexts) batches.push(texts.slice(i, i + mostTexts));
    const done = await Promise.all(batches.map(read));
    if (done.includes(true) && !signal.aborted) changed();
  };

  return {
    regionOf(text) {
      const region = known.get(text);
      if (region || pending.has(text) || signal.aborted) return region;
      // All rows of one look at the page go in one message.
      if (waiting.length === 0) queueMicrotask(() => void flush());
      pending.add(text);
      waiting.push(text);
      return undefined;
    },
  };
}
