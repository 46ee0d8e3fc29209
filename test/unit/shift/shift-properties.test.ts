import { expect, it } from 'vitest';
import { noteActivity } from '../../../rules/shift/activity.ts';
import { correctShift, resumeShift } from '../../../rules/shift/correct-shift.ts';
import { breakEnd, breakStart, endShift, type Shift, startShift } from '../../../rules/shift/shift.ts';
import { MINUTE_MS } from '../../../rules/time/shanghai.ts';
import fc from '../property.ts';

const begin = 1_773_100_000_000;
const rule = { silenceMs: 60 * MINUTE_MS, begins: true };
const time = fc.integer({ min: 0, max: 3_000 }).map((minutes) => begin + minutes * MINUTE_MS);
const step = fc.oneof(
  fc.record({ do: fc.constantFrom('start', 'end', 'pause', 'back', 'resume', 'look'), at: time }),
  fc.record({ do: fc.constant('reply' as const), at: time }),
  fc.record({ do: fc.constant('correct' as const), at: time, start: time, end: time, from: time, to: time }),
);

const timesOf = (shift: Shift): number[] => [
  shift.start,
  ...(shift.end === undefined ? [] : [shift.end]),
  ...shift.breaks.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])),
];

it('whatever is pressed, written and corrected, and whatever the clock says: shifts stay shifts', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let shifts: readonly Shift[] = [];
      const replies: number[] = [];
      const given = new Set<number>();
      steps.forEach((one, i) => {
        given.add(one.at);
        const id = `s${i}`;
        switch (one.do) {
          case 'start':
            shifts = startShift(shifts, { id, at: one.at, by: 'hand' });
            break;
          case 'end':
            shifts = endShift(shifts, one.at, 'hand');
            break;
          case 'pause':
            shifts = breakStart(shifts, one.at);
            break;
          case 'back':
            shifts = breakEnd(shifts, one.at);
            break;
          case 'resume':
            shifts = resumeShift(shifts, one.at);
            break;
          case 'correct': {
            for (const at of [one.start, one.end, one.from, one.to]) given.add(at);
            const shift = shifts[0];
            const times = { start: one.start, end: one.end, breaks: [{ from: one.from, to: one.to }] };
            const outcome = shift && correctShift(shifts, shift.id, times, one.at);
            if (outcome?.ok) shifts = outcome.shifts;
            break;
          }
          default:
            if (one.do === 'reply') replies.push(one.at);
            shifts = noteActivity(shifts, replies, rule, one.at, { id });
        }
        // In order, never overlapping, at most one running, and that the last.
        shifts.forEach((shift, place) => {
          const next = shifts[place + 1];
          expect(shift.end ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(shift.start);
          if (next) expect(next.start).toBeGreaterThanOrEqual(shift.end ?? Number.POSITIVE_INFINITY);
          let last = shift.start;
          for (const { from, to } of shift.breaks) {
            expect(from).toBeGreaterThanOrEqual(last);
            if (to === undefined) expect(shift.end).toBeUndefined();
            else expect(to).toBeGreaterThanOrEqual(from);
            last = to ?? from;
          }
          if (shift.end !== undefined) expect(last).toBeLessThanOrEqual(shift.end);
        });
        expect(new Set(shifts.map((shift) => shift.id)).size).toBe(shifts.length);
        // Activity invents no time: every moment is one at which somebody did something.
        for (const at of shifts.flatMap(timesOf)) expect(given.has(at)).toBe(true);
      });
    }),
    { numRuns: 300 },
  );
});

it('a worker that slept or was killed comes to the same end of a shift as one that was always awake', () => {
  fc.assert(
    fc.property(fc.array(time, { maxLength: 30 }), fc.array(time, { maxLength: 20 }), (replies, looks) => {
      const shifts = startShift([], { id: 's', at: begin, by: 'hand' });
      const quiet = { ...rule, begins: false };
      const end = begin + 3_100 * MINUTE_MS;
      const seen = (now: number) => replies.filter((at) => at <= now);
      let awake = shifts;
      for (const now of [...looks].sort((a, b) => a - b))
        awake = noteActivity(awake, seen(now), quiet, now, { id: 'n' });
      awake = noteActivity(awake, seen(end), quiet, end, { id: 'n' });
      expect(awake).toEqual(noteActivity(shifts, replies, quiet, end, { id: 'n' }));
    }),
    { numRuns: 300 },
  );
});
