import { expect, test } from 'vitest';
import { buildMatcher } from '../../../rules/wording/matcher.ts';

const found = (words: readonly string[], text: string): string[] => {
  const places: string[] = [];
  buildMatcher(words).each(text, (start, end, word) => places.push(`${start}-${end} ${words[word]}`));
  return places.sort();
};

/** The same by looking for every word at every place. */
const byHand = (words: readonly string[], text: string): string[] =>
  words
    .flatMap((word) =>
      word === ''
        ? []
        : [...text].flatMap((_, at) =>
            text.startsWith(word, at) ? [`${at}-${at + word.length} ${word}`] : [],
          ),
    )
    .sort();

test('words inside words, overlapping and equal ones are all found', () => {
  expect(found(['最低', '最低价', '低价', '价'], '全网最低价')).toEqual([
    '2-4 最低',
    '2-5 最低价',
    '3-5 低价',
    '4-5 价',
  ]);
  expect(found(['aa', 'aa'], 'aaa')).toEqual(['0-2 aa', '0-2 aa', '1-3 aa', '1-3 aa']);
});

test('nothing is found of an empty list, an empty word or an empty text', () => {
  expect(found([], '最低价')).toEqual([]);
  expect(found([''], '最低价')).toEqual([]);
  expect(found(['价'], '')).toEqual([]);
});

test('random words in random texts: the same as looking for each word at each place', () => {
  let seed = 11;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  const letters = '最低价微信a';
  const draw = (length: number): string =>
    Array.from({ length }, () => letters.charAt(random(letters.length))).join('');
  for (let round = 0; round < 400; round += 1) {
    const words = Array.from({ length: 1 + random(30) }, () => draw(random(6)));
    const text = draw(random(80));
    expect(found(words, text), `${words.join(',')} in ${text}`).toEqual(byHand(words, text));
  }
});
