import { describe, expect, test } from 'vitest';
import { movedStops, nextStop } from '../../../rules/phrases/stops.ts';

/** Applies an edit to a text and says where the stops are then. */
function edit(text: string, from: number, to: number, typed: string, stops: number[]): [string, number[]] {
  const after = text.slice(0, from) + typed + text.slice(to);
  return [after, movedStops(stops, text, after, from + typed.length)];
}

describe('stops move with what is typed', () => {
  test.each([
    ['before all of them', '甲乙丙丁', 0, 0, 'x', [2, 4], [3, 5]],
    ['between two', '甲乙丙丁', 3, 3, 'xyz', [2, 4], [2, 7]],
    ['behind all of them', '甲乙丙丁', 4, 4, 'x', [2, 3], [2, 3]],
    ['at a stop: it stays, the next moves', '甲乙丙丁', 2, 2, 'ab', [2, 4], [2, 6]],
    ['a deletion before', '甲乙丙丁', 0, 2, '', [3, 4], [1, 2]],
    ['a deletion over one', '甲乙丙丁', 1, 3, '', [2, 4], [2]],
    ['a replaced selection', '甲乙丙丁', 0, 1, 'abc', [2, 4], [4, 6]],
    ['the same letters again', 'aaaa', 2, 2, 'a', [1, 3], [1, 4]],
    ['the same letters deleted', 'aaaa', 1, 2, '', [0, 3], [0, 2]],
    ['everything deleted', '甲乙丙', 0, 3, '', [1, 2], []],
  ])('%s', (_, text, from, to, typed, stops, moved) => {
    expect(edit(text, from, to, typed, stops)[1]).toEqual(moved);
  });

  test('nothing changes while the text is the same', () => {
    expect(movedStops([1, 5], '一样', '一样', 0)).toEqual([1, 5]);
  });

  test('a caret that is not at the edit does not lead astray', () => {
    expect(movedStops([6], 'abcdef', 'abXcdef', 0)).toEqual([7]);
  });

  test('after any edits they stand where the characters around them stand', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let round = 0; round < 400; round += 1) {
      let text = Array.from({ length: 12 }, (_, i) => String.fromCharCode(0x4e00 + round + i)).join('');
      // Each stop stands before a character of its own that is never edited.
      const held = [text[4] ?? '', text[9] ?? ''];
      let stops = [4, 9];
      for (let step = 0; step < 6; step += 1) {
        const [a, b] = held.map((one) => text.indexOf(one));
        const at =
          [random((a ?? 0) + 0), (a ?? 0) + 1 + random(Math.max(1, (b ?? 0) - (a ?? 0) - 1))][random(2)] ?? 0;
        [text, stops] = edit(text, at, at, 'abcd'.slice(0, 1 + random(4)), stops);
        expect(stops.map((stop) => text[stop])).toEqual(held);
      }
    }
  });
});

describe('going through the stops', () => {
  test.each([
    [0, false, 2],
    [2, false, 5],
    [3, false, 5],
    [5, false, undefined],
    [6, true, 2],
    [5, true, 2],
    [4, true, undefined],
    [2, true, undefined],
    [1, true, undefined],
  ])('from %s (back: %s) to %s', (caret, back, to) => {
    expect(nextStop([2, 5], caret, back)).toBe(to);
  });
});
