import type { ClockTime } from '../time/clock-time.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, shanghaiDay, startOfShanghaiDay } from '../time/shanghai.ts';
import type { RegisterEntry } from './entry.ts';

/** What the agent wants to be reminded of, and what was told already. */
export interface ReminderState {
  entries: readonly (RegisterEntry & {
    /** The promised time the agent was reminded of. */
    reminded?: number;
  })[];
  /** Shanghai day on which the agent was last reminded of returns. */
  returnsDay?: string;
  wanted: { returns: boolean; promises: boolean };
  /** When the day's returns are gone through; absent: never. */
  remindAt?: ClockTime;
}

export interface RemindersDue {
  /** Ids of entries whose promised time has come. */
  promises: string[];
  /** Open returns; absent while it is not their hour, or they were told of today. */
  returns?: number;
}

const msOfClock = (clock: ClockTime): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * HOUR_MS + minutes * MINUTE_MS;
};

const isWaiting = ({ status, promisedAt, reminded }: ReminderState['entries'][number]): boolean =>
  status === 'open' && promisedAt !== undefined && reminded !== promisedAt;

export const openReturns = (entries: readonly RegisterEntry[]): number =>
  entries.filter(({ kind, status }) => kind === 'return' && status === 'open').length;

/** What is to be told now. A promise is told of once, also after a night; returns once a day, from their hour on. */
export function remindersDue(state: ReminderState, now: number): RemindersDue {
  const { entries, wanted, remindAt, returnsDay } = state;
  const promises = wanted.promises
    ? entries.filter((entry) => isWaiting(entry) && (entry.promisedAt ?? 0) <= now).map(({ id }) => id)
    : [];
  const hasCome =
    wanted.returns &&
    remindAt !== undefined &&
    returnsDay !== shanghaiDay(now) &&
    now >= startOfShanghaiDay(now) + msOfClock(remindAt);
  return { promises, ...(hasCome && { returns: openReturns(entries) }) };
}

/** When something may be to tell again (epoch ms, after `now`); undefined: nothing is waited for. */
export function nextReminder(state: ReminderState, now: number): number | undefined {
  const { entries, wanted, remindAt, returnsDay } = state;
  const moments: number[] = [];
  if (wanted.promises)
    for (const entry of entries)
      if (isWaiting(entry) && entry.promisedAt !== undefined) moments.push(Math.max(entry.promisedAt, now));
  if (wanted.returns && remindAt !== undefined) {
    const today = startOfShanghaiDay(now) + msOfClock(remindAt);
    const isToday = returnsDay !== shanghaiDay(now);
    moments.push(isToday ? Math.max(today, now) : today + DAY_MS);
  }
  return moments.length === 0 ? undefined : moments.reduce((first, one) => Math.min(first, one));
}
