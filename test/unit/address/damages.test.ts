import { beforeAll, describe, expect, it } from 'vitest';
import { loadRegions, parseAddress } from '../../../rules/address/index.ts';
import { anyWhole, chanceOf, frames, type Whole, writings } from './damages.ts';

beforeAll(() => loadRegions());

/** Share of the addresses of a category that are read right; the yardsticks are data.md §5's. */
function share(
  category: string,
  count: number,
  right: (parsed: ReturnType<typeof parseAddress>, whole: Whole) => boolean,
): number {
  const chance = chanceOf(20_261_122);
  const write = writings[category];
  let read = 0;
  let all = 0;
  for (let i = 0; i < count; i += 1) {
    const whole = anyWhole(chance);
    const text = write?.(whole, chance);
    const frame = frames[i % frames.length];
    if (text === undefined || !frame) continue;
    all += 1;
    if (right(parseAddress(frame(text, whole)), whole)) read += 1;
  }
  return (100 * read) / all;
}

const region = (parsed: ReturnType<typeof parseAddress>, whole: Whole): boolean =>
  parsed.province === whole.province &&
  (parsed.city ?? '') === whole.city &&
  parsed.district === whole.district;

describe('a region of any place, written in any way', () => {
  it.each([
    ['whole', 99],
    ['spaced', 99],
    ['shortened', 99],
    ['withoutProvince', 99],
    ['withoutCity', 99],
    ['repeated', 98],
    ['reordered', 98],
    ['detailFirst', 98],
    ['mistypedDistrict', 96],
    ['mistypedCity', 96],
    ['mistypedBoth', 92],
  ])('%s: at least %d percent of the regions', (category, least) => {
    expect(share(category, 100, region)).toBeGreaterThanOrEqual(least);
  });
});

it.each([
  ['whole', 96],
  ['repeated', 95],
  ['reordered', 95],
])('%s: at least %d percent of names and phones', (category, least) => {
  const receiver = share(
    category,
    150,
    ({ name, phone }, whole) => name === whole.name && phone === whole.phone,
  );
  expect(receiver).toBeGreaterThanOrEqual(least);
});
