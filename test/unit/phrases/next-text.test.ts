import { describe, expect, it } from 'vitest';
import { nextText } from '../../../rules/phrases/next-text.ts';

const three = { text: '一', more: ['二', '三'] };
const indexes = (phrase: Parameters<typeof nextText>[0], steps: number, chance = 0): number[] => {
  const given: number[] = [];
  for (let step = 0; step < steps; step += 1) given.push(nextText(phrase, given, chance).index);
  return given;
};

describe('which of several texts a buyer gets', () => {
  it('a phrase with one text always gives it', () => {
    expect(nextText({ text: '好' }, [0, 0], 0.9)).toEqual({ index: 0, text: '好', of: 1, exhausted: false });
  });

  it('a ladder climbs one step each time, stays on the last one and says so', () => {
    const ladder = { ...three, kind: 'ladder' as const };
    expect(indexes(ladder, 5)).toEqual([0, 1, 2, 2, 2]);
    expect(nextText(ladder, [0, 1], 0).exhausted).toBe(false);
    expect(nextText(ladder, [0, 1, 2], 0).exhausted).toBe(true);
  });

  it('parts follow each other and begin anew when all were given', () => {
    expect(indexes({ ...three, kind: 'parts' }, 7)).toEqual([0, 1, 2, 0, 1, 2, 0]);
  });

  it('variants by turn go round', () => {
    expect(indexes({ ...three, kind: 'variants', pick: 'turn' }, 4)).toEqual([0, 1, 2, 0]);
  });

  it.each([0, 0.3, 0.5, 0.99])(
    'variants by chance %s: none comes again while others are left, none twice in a row',
    (chance) => {
      const given = indexes({ ...three, kind: 'variants' }, 9, chance);
      expect(new Set(given.slice(0, 3)).size).toBe(3);
      for (let at = 1; at < given.length; at += 1) expect(given[at]).not.toBe(given[at - 1]);
    },
  );

  it('a text that was taken out of the phrase since is not counted as given', () => {
    expect(nextText({ ...three, kind: 'ladder' }, [0, 7], 0).index).toBe(1);
  });
});
