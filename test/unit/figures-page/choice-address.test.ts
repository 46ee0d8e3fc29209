import { expect, test } from 'vitest';
import { readAddress, settledChoice, writeAddress } from '../../../entrypoints/figures/choice-address.ts';

const places = [
  { platform: 'taobao' as const, shops: [{ id: 't' }] },
  { platform: 'pdd' as const, shops: [{ id: 'a & b' }, { id: 'c' }] },
];
const chosen = (hash: string) => settledChoice(readAddress(hash), places, '2026-11-22');

test.each([
  ['', { platform: 'taobao', range: 'today', from: '2026-11-22', to: '2026-11-22' }],
  ['#platform=pdd', { platform: 'pdd', range: 'today', from: '2026-11-22', to: '2026-11-22' }],
  ['#platform=jd&shop=c', { platform: 'taobao', range: 'today', from: '2026-11-22', to: '2026-11-22' }],
  [
    '#platform=pdd&shop=a+%26+b&account=x&range=week',
    { platform: 'pdd', shop: 'a & b', agent: 'x', range: 'week', from: '2026-11-16', to: '2026-11-22' },
  ],
  [
    '#platform=pdd&shop=gone&from=2026-01-01&to=2026-01-31',
    { platform: 'pdd', range: 'own', from: '2026-01-01', to: '2026-01-31' },
  ],
  ['#platform=pdd&from=2026-02-01&to=2026-01-31', { platform: 'pdd', range: 'today' }],
  ['#range=forever', { range: 'today' }],
])('%s leads to what there is', (hash, expected) => {
  expect(chosen(hash)).toMatchObject(expected);
});

test('what is chosen is found again by its address', () => {
  for (const hash of [
    '#platform=pdd&shop=a+%26+b&account=小林&range=days30',
    '#platform=taobao&from=2026-01-01&to=2026-01-31',
  ]) {
    const choice = chosen(hash);
    expect(choice && chosen(writeAddress(choice))).toEqual(choice);
  }
});

test('a named range means the same tomorrow: the address keeps no days of it', () => {
  const choice = chosen('#platform=pdd&range=week');
  expect(choice && writeAddress(choice)).toBe('#platform=pdd&range=week');
});

test('nothing is chosen where nothing was read', () => {
  expect(settledChoice(readAddress('#platform=pdd'), [], '2026-11-22')).toBeUndefined();
});
