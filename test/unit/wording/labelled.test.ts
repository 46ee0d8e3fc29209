import { describe, expect, test } from 'vitest';
import { checkWording, type WordingCategory } from '../../../rules/wording/index.ts';
import { breaches, innocent } from '../../fixtures/wording/cases.ts';

/** 保证 and its like stand on the shop's list; an over-full promise may be named by either. */
const sameAs: Partial<Record<WordingCategory, WordingCategory[]>> = { promise: ['shop', 'absolute'] };

interface Figure {
  category: string;
  sentences: number;
  /** The sentence is marked at all, and for the reason a colleague would name. */
  marked: number;
  named: number;
}

const figures = Object.entries(breaches).map(([category, sentences]): Figure => {
  const wanted = [category, ...(sameAs[category as WordingCategory] ?? [])];
  const hits = sentences.map((sentence) => checkWording(sentence));
  return {
    category,
    sentences: sentences.length,
    marked: hits.filter((found) => found.length > 0).length,
    named: hits.filter((found) => found.some((hit) => wanted.includes(hit.category))).length,
  };
});
const alarms = innocent.filter((sentence) => checkWording(sentence).length > 0);
const sum = (of: (figure: Figure) => number): number => figures.reduce((total, one) => total + of(one), 0);
const rate = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

describe('labelled sentences', () => {
  test('there are enough of them, of every kind', () => {
    expect(sum((one) => one.sentences)).toBeGreaterThan(300);
    expect(innocent.length).toBeGreaterThan(400);
    expect(new Set([...Object.values(breaches).flat(), ...innocent]).size).toBeGreaterThan(750);
  });

  test.each(figures)('$category: at least nine of ten are found, for the right reason', (figure) => {
    expect(figure.marked / figure.sentences).toBeGreaterThanOrEqual(0.95);
    expect(figure.named / figure.sentences).toBeGreaterThanOrEqual(0.9);
  });

  test('of ten marks at most half a one is a false alarm: a nagging check is switched off', () => {
    const marked = sum((one) => one.marked);
    console.log(
      [
        ...figures.map(
          (one) => `${one.category}: ${one.marked} marked, ${one.named} named of ${one.sentences}`,
        ),
        `recall ${rate(
          marked,
          sum((one) => one.sentences),
        )}, precision ${rate(marked, marked + alarms.length)}; false alarms: ${alarms.join(' · ')}`,
      ].join('\n'),
    );
    expect(marked / (marked + alarms.length)).toBeGreaterThanOrEqual(0.95);
  });
});
