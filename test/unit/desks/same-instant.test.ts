import { describe, expect, it } from 'vitest';
import { seqsOf } from '../../../content/desks/same-instant.ts';

type Known = Record<number, number>;

describe('the places of messages that carry the same second', () => {
  it.each<[string, (number | undefined)[], Known, number[]]>([
    ['each alone', [5, 6, 7], {}, [0, 0, 0]],
    ['none at all', [], {}, []],
    ['one after the other', [5, 5, 6, 6, 6], {}, [0, 1, 0, 1, 2]],
    ['without a time they have no place', [undefined, undefined, 5], {}, [0, 0, 0]],
    ['a later one stands after those told before', [5, 5, 5], { 0: 0, 1: 1 }, [0, 1, 2]],
    ['an older one that was loaded since stands before them', [5, 5, 5], { 1: 0, 2: 1 }, [-1, 0, 1]],
    ['what was told is not told anew', [5, 5], { 0: 3, 1: 7 }, [3, 7]],
    ['of a list cut off above, what is left keeps its places', [5, 5], { 0: 4 }, [4, 5]],
    ['of a list that shows its newest first', [7, 6, 6, 5], {}, [0, 1, 0, 0]],
    ['of such a list, when one comes', [6, 6, 6, 5], { 1: 1, 2: 0 }, [2, 1, 0, 0]],
  ])('%s', (_, times, known, expected) => {
    expect(seqsOf(times, (i) => known[i])).toEqual(expected);
  });
});
