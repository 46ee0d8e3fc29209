import { DAY_MS, startOfShanghaiDay } from '../time/shanghai.ts';
import type { RegisterEntry } from './entry.ts';

/** How near a promised time is. `late`: it has passed; `today`: before midnight in Shanghai. */
export type DueStep = 'late' | 'today' | 'later';

/** Undefined for what is solved and for what nothing was promised of. */
export function dueStep(
  { status, promisedAt }: Pick<RegisterEntry, 'status' | 'promisedAt'>,
  now: number,
): DueStep | undefined {
  if (status === 'done' || promisedAt === undefined) return undefined;
  if (promisedAt <= now) return 'late';
  return promisedAt < startOfShanghaiDay(now) + DAY_MS ? 'today' : 'later';
}

/** Entries a promise was made for, the promise that passed longest ago first (mission.md A6). */
export function dueEntries<T extends RegisterEntry>(entries: readonly T[], now: number): T[] {
  return entries
    .filter((entry) => dueStep(entry, now) !== undefined)
    .sort((one, other) => (one.promisedAt ?? 0) - (other.promisedAt ?? 0));
}

/** Those to be seen to today: passed ones and today's. */
export const dueToday = <T extends RegisterEntry>(entries: readonly T[], now: number): T[] =>
  dueEntries(entries, now).filter((entry) => dueStep(entry, now) !== 'later');
