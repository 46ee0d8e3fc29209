import { pinyin, polyphonic } from 'pinyin-pro';
import type { PinyinKeys } from './phrase.ts';
import { titleCells } from './title-cells.ts';

/**
 * Trade words the dictionary reads wrongly in context, with the reading an agent types. Only the order of readings
 * changes by this; every other reading is kept, so nothing is hidden (phrases.md §3, polyphone rule).
 */
const tradeReadings: [word: string, readings: string[]][] = [
  ['还款', ['huan', 'kuan']],
  ['归还', ['gui', 'huan']],
  ['退还', ['tui', 'huan']],
  ['返还', ['fan', 'huan']],
  ['寄还', ['ji', 'huan']],
  ['调货', ['diao', 'huo']],
  ['调包', ['diao', 'bao']],
];

const isReading = /^[a-z]+$/;
const readingsOf = new Map<string, string[]>();

/** Every reading of one character, without tones, ü written v; empty for what has none (Latin, digits, signs). */
function readings(character: string): string[] {
  const known = readingsOf.get(character);
  if (known) return known;
  const found: string[] = [];
  if (!/^[\0-\u02ff]$/.test(character)) {
    const [listed = []] = polyphonic(character, {
      type: 'array',
      toneType: 'none',
      v: true,
    }) as unknown as string[][];
    for (const entry of listed)
      for (const reading of entry.split(' '))
        if (isReading.test(reading) && reading !== character && !found.includes(reading)) found.push(reading);
  }
  readingsOf.set(character, found);
  return found;
}

function contextual(cells: string[]): (string | undefined)[] {
  const text = cells.join('');
  const read: (string | undefined)[] = pinyin(text, { type: 'array', toneType: 'none', v: true });
  // The dictionary may cut signs it does not know otherwise than we do; then context is given up, not guessed.
  if (read.length !== cells.length) return cells.map(() => undefined);
  for (const [word, wordReadings] of tradeReadings) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const cell = [...text.slice(0, at)].length;
      for (const [offset, reading] of wordReadings.entries()) read[cell + offset] = reading;
    }
  }
  return read;
}

/**
 * Pinyin of a title, for keeping with the phrase: one entry per code point after NFKC and lower case, every reading
 * of it, the one that fits the context first, without tones, ü as `v` (search accepts `u` and `ü` for it too). Empty
 * entry for characters without a reading. This is the only file that carries the dictionary; pages get the keys.
 */
export function pinyinKeys(title: string): PinyinKeys {
  const cells = titleCells(title);
  const inContext = contextual(cells);
  return cells.map((cell, at) => {
    const all = readings(cell);
    const first = inContext[at];
    if (all.length === 0 || first === undefined || !isReading.test(first)) return [...all];
    return [first, ...all.filter((reading) => reading !== first)];
  });
}
