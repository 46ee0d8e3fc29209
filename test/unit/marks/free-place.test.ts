import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freePlace, type PlaceBox, type RowBoxes } from '../../../content/marks/free-place.ts';

const box = (left: number, top: number, right: number, bottom: number): PlaceBox => ({
  left,
  top,
  right,
  bottom,
});
const label = { width: 40, height: 16 };
const row = (texts: PlaceBox[], pictures: PlaceBox[] = []): RowBoxes => ({
  area: box(0, 0, 260, 56),
  right: 248,
  texts,
  pictures,
});
const face = box(12, 8, 48, 44);
const meets = (place: { left: number; top: number }, other: PlaceBox): boolean =>
  place.left < other.right &&
  place.left + label.width > other.left &&
  place.top < other.bottom &&
  place.top + label.height > other.top;

describe('a label stands', () => {
  it.each<[string, RowBoxes, { left: number; top: number } | undefined]>([
    ['in line with the row’s own words where nothing else is', row([]), { left: 208, top: 2 }],
    [
      'beside the time at the end of the first line',
      row([box(60, 10, 130, 28), box(216, 10, 248, 28), box(60, 30, 200, 46)], [face]),
      { left: 172, top: 11 },
    ],
    [
      'on the next line where the first is full',
      row([box(60, 10, 248, 28), box(60, 30, 120, 46)], [face]),
      { left: 208, top: 30 },
    ],
    ['nowhere in a row full of words', row([box(0, 0, 260, 56)]), undefined],
    ['nowhere in a row too low for it', { area: box(0, 0, 260, 18), texts: [], pictures: [] }, undefined],
  ])('%s', (_, boxes, place) => {
    expect(freePlace(boxes, label)).toEqual(place);
  });

  it('on a picture only when asked, and never on words', () => {
    const full = row([box(60, 0, 260, 56)], [face]);
    expect(freePlace(full, label)).toBeUndefined();
    const place = freePlace(full, label, true);
    expect(place && meets(place, face)).toBe(true);
    expect(place && meets(place, box(60, 0, 260, 56))).toBe(false);
  });

  it('clear of every word and inside the row, whatever the row shows', () => {
    const side = (most: number) => fc.integer({ min: 0, max: most });
    const boxes = fc
      .tuple(side(250), side(50), fc.integer({ min: 4, max: 120 }), fc.integer({ min: 8, max: 20 }))
      .map(([left, top, width, height]) => box(left, top, left + width, top + height));
    fc.assert(
      fc.property(fc.array(boxes, { maxLength: 8 }), fc.array(boxes, { maxLength: 2 }), (texts, pictures) => {
        const place = freePlace(row(texts, pictures), label);
        if (!place) return;
        for (const other of [...texts, ...pictures]) expect(meets(place, other)).toBe(false);
        expect(place.left).toBeGreaterThanOrEqual(2);
        expect(place.top).toBeGreaterThanOrEqual(2);
        expect(place.left + label.width).toBeLessThanOrEqual(248);
        expect(place.top + label.height).toBeLessThanOrEqual(54);
      }),
    );
  });
});
