import { expect, test } from 'vitest';
import type { RegisterEntry } from '../../../rules/registers/entry.ts';
import { isOfBuyer } from '../../../rules/registers/of-buyer.ts';
import { readPromise, usualPromises } from '../../../rules/registers/read-promise.ts';
import { nextReminder, type ReminderState, remindersDue } from '../../../rules/registers/reminders.ts';
import { shanghaiEpoch } from '../../../rules/time/shanghai.ts';

const at = (day: number, hour = 0, minute = 0, month = 11): number =>
  shanghaiEpoch(2026, month, day, hour, minute) ?? 0;
const entry = (id: string, over: Partial<ReminderState['entries'][number]> = {}) => ({
  id,
  kind: 'return' as const,
  platform: 'taobao' as const,
  goods: [],
  issue: '退货',
  status: 'open' as const,
  createdAt: 0,
  updatedAt: 0,
  ...over,
});
const state = (over: Partial<ReminderState> = {}): ReminderState => ({
  entries: [entry('a'), entry('b'), entry('c', { status: 'done' }), entry('d', { kind: 'courier' })],
  wanted: { returns: true, promises: true },
  remindAt: '18:00',
  ...over,
});

test.each<[string, Partial<ReminderState>, number, number | undefined]>([
  ['before their hour nothing', {}, at(22, 17, 59), undefined],
  ['at their hour the open ones', {}, at(22, 18), 2],
  ['late in the evening still, the worker slept', {}, at(22, 23, 30), 2],
  ['not twice a day', { returnsDay: '2026-11-22' }, at(22, 19), undefined],
  ['again the next day', { returnsDay: '2026-11-22' }, at(23, 18), 2],
  ['not where they are switched off', { wanted: { returns: false, promises: true } }, at(22, 18), undefined],
  ['none open is none', { entries: [] }, at(22, 18), 0],
])('returns: %s', (_, over, now, count) => {
  expect(remindersDue(state(over), now).returns).toBe(count);
});
test('a shop without an hour is never reminded of returns', () => {
  const { remindAt: _, ...none } = state();
  expect(remindersDue(none, at(22, 18)).returns).toBeUndefined();
  expect(nextReminder(none, at(22, 12))).toBeUndefined();
});

test('a promise is told of once, and again when its time is moved', () => {
  const promised = (over: object) => state({ entries: [entry('p', { promisedAt: at(22, 15), ...over })] });
  expect(remindersDue(promised({}), at(22, 14, 59)).promises).toEqual([]);
  expect(remindersDue(promised({}), at(22, 15)).promises).toEqual(['p']);
  expect(remindersDue(promised({}), at(25, 9)).promises).toEqual(['p']);
  expect(remindersDue(promised({ reminded: at(22, 15) }), at(22, 16)).promises).toEqual([]);
  expect(remindersDue(promised({ reminded: at(22, 10) }), at(22, 16)).promises).toEqual(['p']);
  expect(remindersDue(promised({ status: 'done' }), at(22, 16)).promises).toEqual([]);
});

test('the next moment is the earliest of what is waited for', () => {
  const entries = [entry('p', { promisedAt: at(22, 15) }), entry('q', { promisedAt: at(24, 9) })];
  expect(nextReminder(state({ entries }), at(22, 12))).toBe(at(22, 15));
  expect(nextReminder(state({ entries }), at(22, 16))).toBe(at(22, 16));
  const told = [
    entry('p', { promisedAt: at(22, 15), reminded: at(22, 15) }),
    entry('q', { promisedAt: at(24, 9) }),
  ];
  expect(nextReminder(state({ entries: told }), at(22, 16))).toBe(at(22, 18));
  expect(nextReminder(state({ entries: told, returnsDay: '2026-11-22' }), at(22, 19))).toBe(at(23, 18));
  const off = { returns: false, promises: false };
  expect(nextReminder(state({ entries, wanted: off }), at(22, 12))).toBeUndefined();
});

const now = at(22, 12);
test.each<[string, number | undefined]>([
  ['18:00', at(22, 18)],
  ['9:30', at(22, 9, 30)],
  ['１８：００', at(22, 18)],
  ['明天 9:30', at(23, 9, 30)],
  ['明天9点', at(23, 9)],
  ['后天18:00前', at(24, 18)],
  ['11-23 18:00', at(23, 18)],
  ['11月23日 18:00', at(23, 18)],
  ['2026-11-23 18:00', at(23, 18)],
  ['1-2 10:00', at(2, 10, 0, 1)],
  ['24小时', at(23, 12)],
  ['3天后', at(25, 12)],
  ['30分钟内', at(22, 12, 30)],
  ['尽快', undefined],
  ['25:00', undefined],
  ['2-30 10:00', undefined],
  ['', undefined],
])('a promise written as %s', (text, moment) => {
  expect(readPromise(text, now)).toBe(moment);
});
test('in December a day of January is next year’s', () => {
  expect(readPromise('1-2 10:00', at(31, 12, 0, 12))).toBe(shanghaiEpoch(2027, 1, 2, 10));
});
test('today’s evening is offered only before it', () => {
  expect(usualPromises(now)[0]).toEqual({ id: 'today', at: at(22, 18) });
  expect(usualPromises(at(22, 18))[0]?.id).toBe('tomorrow');
  expect(usualPromises(at(22, 20)).every(({ at: moment }) => moment > at(22, 20))).toBe(true);
});

const ofWhom = (over: Partial<RegisterEntry>): RegisterEntry => entry('x', over as object);
test.each<[string, Partial<RegisterEntry>, Parameters<typeof isOfBuyer>[1], boolean]>([
  ['the same conversation', { conversation: 'k' }, { platform: 'taobao', conversation: 'k' }, true],
  ['an order beside the chat', { orderId: '1' }, { platform: 'taobao', orderIds: ['1'] }, true],
  ['the same full name', { buyer: '小王' }, { platform: 'taobao', buyer: ' 小王 ' }, true],
  ['the same masked name', { buyer: '小**' }, { platform: 'taobao', buyer: '小**' }, false],
  ['another marketplace', { conversation: 'k' }, { platform: 'pdd', conversation: 'k' }, false],
  ['nothing known', {}, { platform: 'taobao' }, false],
])('an entry is of the buyer by %s', (_, over, who, isTheirs) => {
  expect(isOfBuyer(ofWhom(over), who)).toBe(isTheirs);
});
