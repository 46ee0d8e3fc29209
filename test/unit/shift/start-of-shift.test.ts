import { expect, test } from 'vitest';
import { handledStanding } from '../../../rules/orders/handled.ts';
import { startOfShift } from '../../../rules/shift/start-of-shift.ts';

const moment = (text: string): number => Date.parse(`2026-03-${text}+08:00`);

test.each([
  ['09:00', '05T09:00', undefined, '05T04:00'],
  ['late in the evening', '05T23:59', undefined, '05T04:00'],
  ['after midnight', '06T00:30', undefined, '05T04:00'],
  ['a minute before the day turns', '06T03:59', undefined, '05T04:00'],
  ['when the day turns', '06T04:00', undefined, '06T04:00'],
  ['in a shift of the day: what was handled before it counts too', '05T11:00', '05T09:00', '05T04:00'],
  ['in a night shift that began before the day turned', '06T05:00', '05T22:00', '05T22:00'],
  ['with a clock set back since the shift began', '05T08:00', '05T09:00', '05T04:00'],
])('%s: handled since the right moment', (_, now, shift, began) => {
  expect(startOfShift(moment(now), shift === undefined ? undefined : moment(shift))).toBe(moment(began));
});

test('an order handled before the agent pressed start does not come back; one of the night shift stays', () => {
  const state = { platform: 'jd' as const, orderId: '1', at: 0, handledAt: moment('05T08:50') };
  expect(handledStanding(state, [], moment('05T10:00'), moment('05T09:00'))).toBe('handled');
  const night = { ...state, handledAt: moment('05T23:00') };
  expect(handledStanding(night, [], moment('06T05:00'), moment('05T22:00'))).toBe('handled');
  expect(handledStanding(night, [], moment('06T05:00'))).toBe('open');
});
