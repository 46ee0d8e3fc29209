import { describe, expect, it, vi } from 'vitest';
import { createRegionCache } from '../../../content/desks/region-cache.ts';
import type { Region } from '../../../rules/address/region.ts';

const regionFor = (text: string): Region => ({
  province: text.slice(0, 3),
  confidence: 1,
  inferred: [],
  reasons: [],
});

function cacheWith(answer: (texts: string[]) => Promise<readonly Region[]>) {
  const ask = vi.fn(answer);
  const changed = vi.fn();
  const stop = new AbortController();
  const { regionOf } = createRegionCache({ ask, changed, signal: stop.signal });
  return { ask, changed, regionOf, stop };
}

/** Microtasks and what they promise have run. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('the regions of a page’s addresses', () => {
  it('are asked for together and once each, and known when the answer is there', async () => {
    const { ask, changed, regionOf } = cacheWith(async (texts) => texts.map(regionFor));
    const texts = ['浙江省杭州市', '云南省昆明市', '浙江省杭州市'];
    expect(texts.map(regionOf)).toEqual([undefined, undefined, undefined]);
    await settled();
    expect(ask).toHaveBeenCalledOnce();
    expect(ask).toHaveBeenCalledWith(['浙江省杭州市', '云南省昆明市']);
    expect(changed).toHaveBeenCalledOnce();
    expect(regionOf('云南省昆明市')?.province).toBe('云南省');
    await settled();
    expect(ask).toHaveBeenCalledOnce();
  });

  it('are not asked for twice while the first answer is on its way', async () => {
    const { ask, regionOf } = cacheWith(() => new Promise(() => undefined));
    regionOf('浙江省');
    await settled();
    regionOf('浙江省');
    await settled();
    expect(ask).toHaveBeenCalledOnce();
  });

  it('are asked for again after the background could not be reached, and nothing is shown anew for that', async () => {
    let down = true;
    const { ask, changed, regionOf } = cacheWith(async (texts) => {
      if (down) throw new Error('gone');
      return texts.map(regionFor);
    });
    regionOf('浙江省');
    await settled();
    expect(changed).not.toHaveBeenCalled();
    down = false;
    expect(regionOf('浙江省')).toBeUndefined();
    await settled();
    expect(ask).toHaveBeenCalledTimes(2);
    expect(regionOf('浙江省')?.province).toBe('浙江省');
  });

  it('of a page of thousands come in messages of bounded size, and the rows are shown anew once', async () => {
    const { ask, changed, regionOf } = cacheWith(async (texts) => texts.map(regionFor));
    for (let i = 0; i < 1_200; i += 1) regionOf(`浙江省杭州市${i}号`);
    await settled();
    expect(ask.mock.calls.map(([texts]) => texts.length)).toEqual([500, 500, 200]);
    expect(changed).toHaveBeenCalledOnce();
  });

  it('an endless text is cut to what the reader reads', async () => {
    const { ask, regionOf } = cacheWith(async (texts) => texts.map(regionFor));
    const text = '浙'.repeat(9_000);
    regionOf(text);
    await settled();
    expect(ask.mock.calls[0]?.[0][0]).toHaveLength(2_000);
    expect(regionOf(text)?.confidence).toBe(1);
  });

  it('are no longer told once the page is gone', async () => {
    const { changed, regionOf, stop } = cacheWith(async (texts) => texts.map(regionFor));
    regionOf('浙江省');
    stop.abort();
    await settled();
    expect(changed).not.toHaveBeenCalled();
    expect(regionOf('云南省')).toBeUndefined();
  });
});
