import { describe, expect, it } from 'vitest';
import { createPatience, isFieldBroken, mayBeInFrame } from '../../../content/site-map/health.ts';

const documentWith = (...sizes: [width: number, height: number][]): Document =>
  ({
    querySelectorAll: () =>
      sizes.map(([width, height]) => ({ getBoundingClientRect: () => ({ width, height }) })),
  }) as unknown as Document;

describe('a missing list', () => {
  it('may stand in a frame of the page, if the entry is for all frames and the frame could hold a list', () => {
    expect(mayBeInFrame(documentWith([1, 1], [1200, 700]), 'all')).toBe(true);
    expect(mayBeInFrame(documentWith([1, 1], [1200, 60]), 'all')).toBe(false);
    expect(mayBeInFrame(documentWith([1200, 700]), 'top')).toBe(false);
    expect(mayBeInFrame(documentWith([1200, 700]), undefined)).toBe(false);
  });

  it('counts after ten seconds without a break', () => {
    const patience = createPatience();
    expect(patience.isOver('root', true, 0)).toBe(false);
    expect(patience.next(0)).toBe(10_000);
    expect(patience.isOver('root', true, 9_999)).toBe(false);
    expect(patience.isOver('root', true, 10_000)).toBe(true);
    expect(patience.isOver('root', false, 11_000)).toBe(false);
    expect(patience.isOver('root', true, 12_000)).toBe(false);
    expect(patience.next(12_000)).toBe(22_000);
  });
});

describe('a required field', () => {
  it.each([
    [{ seen: 0, rows: 3 }, true],
    [{ seen: 1, rows: 3 }, false],
    [{ seen: 0, rows: 0 }, false],
    [undefined, false],
  ])('with the counts %j is broken: %s', (count, broken) => {
    expect(isFieldBroken(count ? { orderId: count } : {}, 'orderId')).toBe(broken);
  });
});
