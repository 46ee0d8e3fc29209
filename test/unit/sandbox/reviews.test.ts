import { expect, it } from 'vitest';
import { placeReviews } from '../../../sandbox/generator/reviews.ts';

const now = Date.UTC(2026, 8, 8, 6);

it('places at least 12 reviews of every mood, some answered, each in the past', () => {
  const { truth } = placeReviews({ seed: '1', now, rows: 16 });
  expect(truth.length).toBeGreaterThanOrEqual(12);
  for (const mood of ['good', 'bad', 'mixed']) expect(truth.some((t) => t.mood === mood)).toBe(true);
  expect(truth.some((t) => t.reply !== undefined)).toBe(true);
  expect(truth.some((t) => t.reply === undefined)).toBe(true);
  expect(truth.every((t) => t.time <= now)).toBe(true);
});

it('says nothing against the shop in a good review and something in every other', () => {
  for (const { mood, blames, rating } of placeReviews({ seed: '4', now, rows: 48 }).truth) {
    expect(blames.length > 0).toBe(mood !== 'good');
    expect(rating >= 4 || mood !== 'good').toBe(true);
  }
});

it('repeats for equal seeds', () => {
  expect(placeReviews({ seed: 's', now, rows: 20 })).toEqual(placeReviews({ seed: 's', now, rows: 20 }));
});
