import { expect, test } from 'vitest';
import { readAddress, settledChoice, writeAddress } from '../../../entrypoints/figures/choice-address.ts';
import type { Shift } from '../../../rules/shift/shift.ts';
import { shanghaiEpoch } from '../../../rules/time/shanghai.ts';

const places = [
  { platform: 'taobao' as const, shops: [{ id: 't' }] },
  { platform: 'pdd' as const, shops: [{ id: 'a & b' }, { id: 'c' }] },
];
const at = (day: number, hour: number) => shanghaiEpoch(2026, 11, day, hour) ?? Number.NaN;
const shifts: Shift[] = [
  { id: 'now', start: at(22, 9), breaks: [], startedBy: 'hand' },
  { id: 'night', start: at(20, 20), end: at(21, 2), breaks: [], startedBy: 'hand', endedBy: 'hand' },
];
const chosen = (hash: string, offered = shifts) =>
  settledChoice(readAddress(hash), places, '2026-11-22', offered);

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
  [
    '#platform=pdd&range=shift&shift=night',
    { range: 'shift', shift: 'night', from: '2026-11-20', to: '2026-11-21' },
  ],
  [
    '#platform=pdd&range=shift&shift=gone',
    { range: 'shift', shift: 'now', from: '2026-11-22', to: '2026-11-22' },
  ],
  ['#range=shift', { platform: 'taobao', range: 'shift', shift: 'now' }],
])('%s leads to what there is', (hash, expected) => {
  expect(chosen(hash)).toMatchObject(expected);
});

test('what is chosen is found again by its address', () => {
  for (const hash of [
    '#platform=pdd&shop=a+%26+b&account=小林&range=days30',
    '#platform=taobao&from=2026-01-01&to=2026-01-31',
    '#platform=pdd&account=小林&range=shift&shift=night',
  ]) {
    const choice = chosen(hash);
    expect(choice && chosen(writeAddress(choice))).toEqual(choice);
  }
});

test('a named range means the same tomorrow: the address keeps no days of it', () => {
  const choice = chosen('#platform=pdd&range=week');
  expect(choice && writeAddress(choice)).toBe('#platform=pdd&range=week');
});

test('shops are not told apart in a shift, and without a shift today is shown', () => {
  expect(chosen('#platform=pdd&shop=c&range=shift&shift=night')).not.toHaveProperty('shop');
  expect(chosen('#platform=pdd&shop=c&range=shift&shift=night', [])).toEqual({
    platform: 'pdd',
    shop: 'c',
    range: 'today',
    from: '2026-11-22',
    to: '2026-11-22',
  });
});

test('nothing is chosen where nothing was read', () => {
  expect(settledChoice(readAddress('#platform=pdd'), [], '2026-11-22', shifts)).toBeUndefined();
});
