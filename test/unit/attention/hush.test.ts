import { describe, expect, it } from 'vitest';
import { hushOf, PAUSE_MS, pauseEnd, type QuietHours, quietEnd } from '../../../rules/attention/hush.ts';
import { at } from './waiting.ts';

const minutes = (clock: string): number => {
  const [hours = 0, rest = 0] = clock.split(':').map(Number);
  return hours * 60 + rest;
};
const hours = (from: string, to: string): QuietHours => ({ from: minutes(from), to: minutes(to) });

describe('quiet hours end', () => {
  const cases: [quiet: QuietHours | null, now: number, end: number | undefined][] = [
    [null, at('03:00'), undefined],
    [hours('12:00', '13:00'), at('11:59:59'), undefined],
    [hours('12:00', '13:00'), at('12:00'), at('13:00')],
    [hours('12:00', '13:00'), at('12:59:59'), at('13:00')],
    [hours('12:00', '13:00'), at('13:00'), undefined],
    [hours('23:00', '08:00'), at('22:59:59'), undefined],
    [hours('23:00', '08:00'), at('23:00'), at('08:00', 1)],
    [hours('23:00', '08:00'), at('00:00', 1), at('08:00', 1)],
    [hours('23:00', '08:00'), at('07:59:59'), at('08:00')],
    [hours('23:00', '08:00'), at('08:00'), undefined],
    [hours('00:00', '24:00'), at('00:00'), at('00:00', 1)],
    [hours('00:00', '24:00'), at('23:59:59'), at('00:00', 1)],
    [hours('18:00', '24:00'), at('17:59'), undefined],
    [hours('18:00', '24:00'), at('23:59'), at('00:00', 1)],
    [hours('24:00', '08:00'), at('07:00'), at('08:00')],
    [hours('24:00', '08:00'), at('23:59'), undefined],
    [hours('09:00', '09:00'), at('09:00'), undefined],
  ];
  it.each(cases)('%j at %i: %s', (quiet, now, end) => {
    expect(quietEnd(quiet, now)).toBe(end);
  });
});

describe('a pause', () => {
  const now = at('10:00');
  it.each<[string, number, number | undefined]>([
    ['was never begun', 0, undefined],
    ['ends at its time', now + 1, now + 1],
    ['is over at its very end', now, undefined],
    ['lasts a quarter of an hour', now + PAUSE_MS, now + PAUSE_MS],
    ['longer than its length was set by a clock that was wrong', now + PAUSE_MS + 1, undefined],
  ])('that %s', (_, until, end) => {
    expect(pauseEnd(until, now)).toBe(end);
  });
});

describe('what holds things back', () => {
  const quiet = hours('23:00', '08:00');
  it.each<[string, QuietHours | null, number, number, ReturnType<typeof hushOf>]>([
    ['nothing', quiet, 0, at('12:00'), undefined],
    ['quiet hours', quiet, 0, at('07:00'), { why: 'quiet', until: at('08:00') }],
    ['a pause', null, at('12:10'), at('12:00'), { why: 'paused', until: at('12:10') }],
    [
      'a pause that runs into quiet hours',
      quiet,
      at('23:05'),
      at('22:55'),
      { why: 'paused', until: at('08:00', 1) },
    ],
    ['a pause that outlasts them', quiet, at('08:05'), at('07:55'), { why: 'paused', until: at('08:05') }],
    ['a pause within them', quiet, at('07:10'), at('07:00'), { why: 'paused', until: at('08:00') }],
  ])('%s', (_, quietHours, pausedUntil, now, hush) => {
    expect(hushOf({ quiet: quietHours, pausedUntil }, now)).toEqual(hush);
  });
});
