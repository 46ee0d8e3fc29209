import { describe, expect, it, test } from 'vitest';
import { type ActivityRule, noteActivity, silentAt } from '../../../rules/shift/activity.ts';
import { correctShift, resumeShift } from '../../../rules/shift/correct-shift.ts';
import {
  breakEnd,
  breakStart,
  currentShift,
  endShift,
  type Shift,
  startShift,
  workedMs,
} from '../../../rules/shift/shift.ts';
import { HOUR_MS, MINUTE_MS, shanghaiEpoch } from '../../../rules/time/shanghai.ts';

const at = (hour: number, minute = 0, day = 10): number =>
  shanghaiEpoch(2026, 3, day, hour, minute) ?? Number.NaN;
const rule: ActivityRule = { silenceMs: 3 * HOUR_MS, begins: false };
const as = { id: 'new', agent: '07' };
const shift = (start: number, more: Partial<Shift> = {}): Shift => ({
  id: 's',
  start,
  breaks: [],
  startedBy: 'hand',
  ...more,
});
const begun = [shift(at(9))];

describe('by hand', () => {
  it('begins, pauses, goes on and ends', () => {
    let shifts = startShift([], { id: 's', at: at(9), agent: '07', by: 'hand' });
    shifts = breakStart(shifts, at(12));
    expect(currentShift(shifts, at(12, 30))?.breaks).toEqual([{ from: at(12) }]);
    shifts = breakEnd(shifts, at(12, 45));
    shifts = endShift(shifts, at(18), 'hand');
    expect(shifts).toEqual([
      {
        id: 's',
        agent: '07',
        start: at(9),
        end: at(18),
        breaks: [{ from: at(12), to: at(12, 45) }],
        startedBy: 'hand',
        endedBy: 'hand',
      },
    ]);
    expect(workedMs(shifts[0] as Shift, at(23))).toBe(8 * HOUR_MS + 15 * MINUTE_MS);
    expect(currentShift(shifts, at(19))).toBeUndefined();
  });

  it('pressed in two tabs, everything happens once', () => {
    const twice = startShift(begun, { id: 't', at: at(9, 1), by: 'hand' });
    expect(twice).toBe(begun);
    const paused = breakStart(begun, at(12));
    expect(breakStart(paused, at(12, 1))).toBe(paused);
    const on = breakEnd(paused, at(13));
    expect(breakEnd(on, at(13, 1))).toBe(on);
    const over = endShift(on, at(18), 'hand');
    expect(endShift(over, at(18, 1), 'hand')).toBe(over);
  });

  it('an end during a break ends the break', () => {
    expect(endShift(breakStart(begun, at(17)), at(18), 'hand')[0]).toMatchObject({
      breaks: [{ from: at(17), to: at(18) }],
    });
  });

  it('a clock that was set back makes no time run backwards', () => {
    const paused = breakStart(begun, at(12));
    expect(breakEnd(paused, at(11))[0]?.breaks).toEqual([]);
    expect(endShift(begun, at(8), 'hand')[0]).toMatchObject({ start: at(9), end: at(9) });
    const over = endShift(begun, at(18), 'hand');
    expect(startShift(over, { id: 't', at: at(17), by: 'hand' })[1]?.start).toBe(at(18));
    expect(currentShift(begun, at(8))?.id).toBe('s');
  });

  it('runs over midnight, and no longer than a day', () => {
    const night = [shift(at(22))];
    expect(currentShift(night, at(5, 30, 11))?.start).toBe(at(22));
    expect(currentShift(night, at(22, 0, 11))).toBeUndefined();
  });

  it('an end that was a slip of the hand is taken back; the time between is a break', () => {
    const over = endShift(begun, at(18), 'hand');
    expect(resumeShift(over, at(18, 10))).toEqual([
      shift(at(9), { breaks: [{ from: at(18), to: at(18, 10) }] }),
    ]);
    expect(resumeShift(over, at(18, 40))).toBe(over);
    const silent = endShift(begun, at(18), 'activity');
    expect(resumeShift(silent, at(18, 10))).toBe(silent);
    expect(resumeShift(begun, at(10))).toBe(begun);
  });
});

describe('by activity', () => {
  test.each<[string, readonly Shift[], number[], number, readonly object[]]>([
    ['goes on while there is something done', begun, [at(10), at(12, 59)], at(15), [{ start: at(9) }]],
    [
      'a silence ends it at the last thing done',
      begun,
      [at(10), at(11, 20)],
      at(14, 20),
      [{ end: at(11, 20), endedBy: 'activity' }],
    ],
    [
      'a silence in the past ends it there, whatever came later: the worker slept',
      begun,
      [at(11, 20), at(20)],
      at(20),
      [{ end: at(11, 20), endedBy: 'activity' }],
    ],
    [
      'what was done before it began tells nothing',
      begun,
      [at(8), at(8, 59)],
      at(12),
      [{ start: at(9), end: at(9) }],
    ],
    ['a clock running ahead on the page tells nothing yet', begun, [at(13)], at(11), [{ start: at(9) }]],
    [
      'a break counts as something done, at both ends',
      [shift(at(9), { breaks: [{ from: at(11), to: at(13, 30) }] })],
      [at(10)],
      at(16),
      [{ start: at(9) }],
    ],
    [
      'a break nobody came back from was the end',
      [shift(at(9), { breaks: [{ from: at(12) }] })],
      [at(11)],
      at(15),
      [{ end: at(12), breaks: [], endedBy: 'activity' }],
    ],
    [
      'a reply of now ends the break',
      [shift(at(9), { breaks: [{ from: at(12) }] })],
      [at(11), at(12, 40)],
      at(12, 41),
      [{ breaks: [{ from: at(12), to: at(12, 40) }] }],
    ],
    [
      'history that is read during a break does not end it',
      [shift(at(9), { breaks: [{ from: at(12) }] })],
      [at(11), at(12, 10)],
      at(12, 40),
      [{ breaks: [{ from: at(12) }] }],
    ],
    [
      'after a day without any silence it was forgotten all the same',
      begun,
      Array.from({ length: 30 }, (_, i) => at(9) + i * HOUR_MS),
      at(9) + 25 * HOUR_MS,
      [{ end: at(9) + 23 * HOUR_MS }],
    ],
    ['begins none unless the agent wants it', [], [at(9)], at(9), []],
  ])('%s', (_, shifts, replies, now, expected) => {
    expect(noteActivity(shifts, replies, rule, now, as)).toMatchObject(expected);
  });

  const begins = { ...rule, begins: true };
  test.each<[string, readonly Shift[], number[], number, readonly object[]]>([
    [
      'the first reply begins it',
      [],
      [at(9, 2)],
      at(9, 3),
      [{ id: 'new', agent: '07', start: at(9, 2), startedBy: 'activity' }],
    ],
    ['history that is read begins none', [], [at(8)], at(9), []],
    [
      'the first reply after a silence begins the next',
      begun,
      [at(11), at(16)],
      at(16),
      [
        { end: at(11), endedBy: 'activity' },
        { start: at(16), startedBy: 'activity' },
      ],
    ],
    [
      'a last word after the end by hand begins none',
      endShift(begun, at(18), 'hand'),
      [at(18, 4)],
      at(18, 4),
      [{ end: at(18) }],
    ],
    [
      'a reply an hour after the end by hand does',
      endShift(begun, at(18), 'hand'),
      [at(19, 4)],
      at(19, 4),
      [{ end: at(18) }, { start: at(19, 4) }],
    ],
  ])('where the agent wants it: %s', (_, shifts, replies, now, expected) => {
    expect(noteActivity(shifts, replies, begins, now, as)).toMatchObject(expected);
  });

  it('says when the next look is due', () => {
    expect(silentAt(begun, [at(10)], rule, at(10, 5))).toBe(at(13));
    expect(silentAt(begun, [], rule, at(9, 5))).toBe(at(12));
    expect(silentAt([], [at(10)], rule, at(10, 5))).toBeUndefined();
  });
});

describe('corrected times', () => {
  const list = [shift(at(9), { id: 'a', end: at(12), endedBy: 'activity' }), shift(at(13), { id: 'b' })];
  test.each<[string, string, { start: number; end?: number; breaks?: Shift['breaks'] }, string | object]>([
    [
      'both times',
      'a',
      { start: at(8, 30), end: at(12, 30) },
      { start: at(8, 30), end: at(12, 30), endedBy: 'hand' },
    ],
    [
      'only the start: who ended it stays',
      'a',
      { start: at(8), end: at(12) },
      { startedBy: 'hand', endedBy: 'activity' },
    ],
    [
      'breaks',
      'a',
      { start: at(9), end: at(12), breaks: [{ from: at(10), to: at(11) }] },
      { breaks: [{ from: at(10), to: at(11) }] },
    ],
    ['the start of one that runs', 'b', { start: at(12, 30) }, { start: at(12, 30) }],
    ['an end for one that runs', 'b', { start: at(13), end: at(14) }, { end: at(14), endedBy: 'hand' }],
    ['over before it began', 'a', { start: at(9), end: at(9) }, '下班要晚于上班'],
    ['in the future', 'b', { start: at(13), end: at(23) }, '下班时间还没到'],
    ['a start in the future', 'b', { start: at(23) }, '上班时间还没到'],
    ['into another shift', 'a', { start: at(9), end: at(13, 1) }, '重叠'],
    ['open again', 'a', { start: at(9) }, '请写下班时间'],
    ['longer than a day', 'a', { start: at(8, 0, 9), end: at(12) }, '24 小时'],
    [
      'a break outside',
      'a',
      { start: at(9), end: at(12), breaks: [{ from: at(8), to: at(10) }] },
      '班次之内',
    ],
    [
      'a break backwards',
      'a',
      { start: at(9), end: at(12), breaks: [{ from: at(11), to: at(10) }] },
      '晚于开始',
    ],
    [
      'an open break of a shift that is over',
      'a',
      { start: at(9), end: at(12), breaks: [{ from: at(11) }] },
      '没有写结束',
    ],
    [
      'breaks that overlap',
      'a',
      {
        start: at(9),
        end: at(12),
        breaks: [
          { from: at(10), to: at(11) },
          { from: at(10, 30), to: at(11, 30) },
        ],
      },
      '不能重叠',
    ],
    ['a shift nobody knows', 'c', { start: at(9), end: at(12) }, '不在了'],
  ])('%s', (_, id, times, expected) => {
    const outcome = correctShift(list, id, { breaks: [], ...times }, at(15));
    if (typeof expected === 'string')
      expect(outcome).toMatchObject({ ok: false, fault: { 'zh-CN': expect.stringContaining(expected) } });
    else expect(outcome.ok && outcome.shifts.find((one) => one.id === id)).toMatchObject(expected);
  });
});
