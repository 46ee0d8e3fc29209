import { describe, expect, it } from 'vitest';
import { readLayout } from '../../../sandbox/page/layout.ts';
import { readParams } from '../../../sandbox/page/params.ts';

const read = (query: string) => readLayout(readParams(new URL(`https://a.test/?${query}`)), 'new', 'old');
const names = ['row', 'bubble', 'nameLine', 'nameLine2', 'msgContent'];
const tails = (query: string, length = 8): string[] => names.map((name) => read(query).tail(name, length));

describe('the layout of a practice page', () => {
  it.each([
    ['', 'new', false],
    ['layout=old', 'old', false],
    ['layout=rotated', 'new', true],
    ['layout=old-rotated', 'old', true],
  ])('reads “%s” as %s (rotated: %s)', (query, name, rotated) => {
    expect(read(query)).toMatchObject({ name, rotated });
  });

  it('refuses a layout the page has not, by naming those it has', () => {
    expect(() => read('layout=odl')).toThrow('new, old, rotated');
  });

  it('renames every hashed class on each load, unless the load is pinned', () => {
    expect(tails('')).not.toEqual(tails(''));
    expect(tails('hash=a')).toEqual(tails('hash=a'));
    for (const [n, tail] of tails('hash=a').entries()) expect(tail).not.toBe(tails('hash=b')[n]);
  });

  it('rotates to other names that a run repeats, by seed', () => {
    expect(tails('layout=rotated&seed=3')).toEqual(tails('layout=rotated&seed=3&hash=a'));
    for (const [n, tail] of tails('layout=rotated&seed=3').entries()) {
      expect(tail).not.toBe(tails('hash=a')[n]);
      expect(tail).not.toBe(tails('layout=rotated&seed=4')[n]);
    }
  });

  it('gives tails of the length asked for that can stand as class names, no two alike', () => {
    const long = Array.from({ length: 200 }, (_, n) => read('hash=a').tail(`name${n}`, 20));
    expect(new Set(long).size).toBe(200);
    for (const tail of long) expect(tail).toMatch(/^[A-Za-z][A-Za-z0-9]{19}$/);
  });
});
