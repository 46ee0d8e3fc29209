import { foldText } from './title-cells.ts';

/**
 * What a buyer's message is about, as pieces that can be compared: pairs of neighbouring characters, single characters
 * at a smaller weight, Latin words whole. Figures are left out: an order or telephone number is not what it is about.
 */

/** Characters that carry grammar or courtesy and no topic. */
const particles = new Set(
  '的了吗呢啊呀哦吧么嘛哈啦喔哟是我你您他它们亲在有就也都还这那个一不没要能会可以给和跟把被着过得地请问想说看好很什怎样',
);

/** Weight of a single character against a pair. */
const singleWeight = 0.3;

const runs = /[\u3400-\u9fff\u{20000}-\u{3ffff}]+|[a-z]{2,}/gu;

/** Pieces of a text with their weight; empty for a message of signs and figures alone. */
export function piecesOf(text: string): Map<string, number> {
  const pieces = new Map<string, number>();
  const plain = new Map<string, number>();
  for (const [run] of foldText(text).matchAll(runs)) {
    if (/^[a-z]/.test(run)) {
      pieces.set(run, 1);
      continue;
    }
    const characters = [...run];
    for (const [at, character] of characters.entries()) {
      const next = characters[at + 1];
      const empty = particles.has(character);
      if (!empty) pieces.set(character, singleWeight);
      if (next === undefined) continue;
      const pair = character + next;
      if (empty && particles.has(next)) plain.set(pair, 1);
      else pieces.set(pair, empty || particles.has(next) ? 0.5 : 1);
    }
    if (characters.length === 1 && particles.has(run)) plain.set(run, singleWeight);
  }
  // 在吗 is nothing but particles and still says something: then they are all there is.
  return pieces.size > 0 ? pieces : plain;
}
