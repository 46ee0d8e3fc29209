import { browser } from '#imports';
import { type ActivityRule, isLive, noteActivity, silentAt } from '../../rules/shift/activity.ts';
import { openBreak, ordersOf, runningShift, type Shift } from '../../rules/shift/shift.ts';
import { HOUR_MS } from '../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../rules/turns/event.ts';
import { settingsStore } from '../../storage/settings.ts';
import { shiftsStore, withShifts } from '../../storage/shifts.ts';
import type { RecentEvents } from './recent-events.ts';
import type { Stores } from './stores.ts';

export const SHIFT_ALARM = 'shift';

/** Messages of the agent's own side, written by a person. */
const isReply = ({ type }: TurnEvent): boolean => type === 'human';

export interface ShiftBook {
  /** Call after events are on disk. Costs nothing while a shift simply goes on. */
  learn(events: readonly TurnEvent[]): Promise<void>;
  /** Ends a shift that was forgotten, and sets the alarm for the next look. */
  settle(): Promise<void>;
  /** One change of the agent's own; what silence ended meanwhile is settled first. Gives what the change gives. */
  change<R>(
    work: (shifts: readonly Shift[], at: number) => { shifts: readonly Shift[]; result: R },
  ): Promise<R>;
}

/**
 * The shifts and what the agent's own doings tell of them (issue "Response time", 7). Whether a shift is over is worked
 * out from what is on disk, so that a worker killed at any moment comes to the same. Quiet: it tells nobody.
 */
export function createShiftBook(stores: Stores, recent: RecentEvents, now: () => number): ShiftBook {
  /** Until then a reply changes nothing but the last mark; undefined when that is to be looked up. */
  let calm: { until: number; silenceMs: number } | undefined;
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const next = tail.then(work, work);
    tail = next.catch(() => undefined);
    return next;
  };

  async function ruleNow(): Promise<ActivityRule & { agent: string }> {
    const { shift, agentNumber } = await stores.settings.read();
    return { silenceMs: shift.silenceHours * HOUR_MS, begins: shift.begins, agent: agentNumber.trim() };
  }

  /** When the agent did something since `since`: replies, and what was noted of orders, prices and in registers. */
  async function doings(since: number): Promise<number[]> {
    const [events, orders, registers, prices] = await Promise.all([
      recent.conversations(),
      stores.orders.read(),
      stores.registers.read(),
      stores.priceLog.read(),
    ]);
    const times: number[] = [];
    for (const list of events.values()) for (const event of list) if (isReply(event)) times.push(event.t);
    for (const { at } of orders.orders) times.push(at);
    for (const { updatedAt } of registers.entries) times.push(updatedAt);
    for (const { at } of prices.changes) times.push(at);
    return times.filter((at) => at >= since);
  }

  /** Keeps the list where it changed; a shift that is over by it gets what it came to. */
  async function keep(before: readonly Shift[], next: readonly Shift[], at: number): Promise<void> {
    if (next === before) return;
    const { orders } = await stores.orders.read();
    const summed = next.map((shift) =>
      before.includes(shift) || shift.end === undefined
        ? shift
        : { ...shift, orders: ordersOf(shift, orders, at) },
    );
    await stores.shifts.update((record) => withShifts(record, summed, at));
  }

  async function look(): Promise<void> {
    const at = now();
    const rule = await ruleNow();
    const { shifts } = await stores.shifts.read();
    const running = runningShift(shifts);
    if (!running && !rule.begins) {
      calm = { until: Number.POSITIVE_INFINITY, silenceMs: 0 };
      await browser.alarms.clear(SHIFT_ALARM);
      return;
    }
    const times = await doings(running?.start ?? at - HOUR_MS);
    const as = { id: crypto.randomUUID(), ...(rule.agent !== '' && { agent: rule.agent }) };
    const next = noteActivity(shifts, times, rule, at, as);
    await keep(shifts, next, at);
    const over = silentAt(next, times, rule, at);
    const still = runningShift(next);
    calm =
      still && over !== undefined && !openBreak(still)
        ? { until: over, silenceMs: rule.silenceMs }
        : undefined;
    if (over === undefined) await browser.alarms.clear(SHIFT_ALARM);
    else await browser.alarms.create(SHIFT_ALARM, { when: over });
  }

  // Corrected, erased, brought back, or the rule changed: what was calm may not be.
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && (shiftsStore.key in changes || settingsStore.key in changes)) calm = undefined;
  });

  return {
    async learn(events) {
      const at = now();
      let last: number | undefined;
      for (const event of events)
        if (isReply(event) && isLive(event.t, at)) last = Math.max(last ?? event.t, event.t);
      if (last === undefined) return;
      if (calm && last < calm.until) {
        calm.until = Math.max(calm.until, last + calm.silenceMs);
        return;
      }
      await inTurn(look);
    },
    settle: () => inTurn(look),
    change: (work) =>
      inTurn(async () => {
        await look();
        const at = now();
        const { shifts } = await stores.shifts.read();
        const { shifts: next, result } = work(shifts, at);
        await keep(shifts, next, at);
        await look();
        return result;
      }),
  };
}
