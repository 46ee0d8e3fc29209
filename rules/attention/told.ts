import { DAY_MS, MINUTE_MS, SECOND_MS } from '../time/shanghai.ts';
import type { WaitingBuyer } from '../turns/index.ts';
import type { ToldStep } from './attention-settings.ts';

/** waiting key + `since` + step → when the agent was told, epoch ms: the form in which the queue keeps it. */
export type ToldRecord = Readonly<Record<string, number>>;

/** A wait leaves the live queue after a day; nobody is told of it after that. */
const KEPT_FOR = DAY_MS;
/** Of those who no longer wait no more than these, the newest: the queue is written at every message. */
const KEPT_OF_ABSENT = 300;

interface Told {
  buyer: string;
  since: number;
  step: ToldStep;
  at: number;
}

const keyOf = ({ buyer, since, step }: Omit<Told, 'at'>): string => `${buyer}|${since}|${step}`;

function readKey(key: string, at: number): Told | undefined {
  const match = /^(.*)\|(\d+)\|(warn|breach)$/s.exec(key);
  const [, buyer, since, step] = match ?? [];
  return buyer === undefined || since === undefined || (step !== 'warn' && step !== 'breach')
    ? undefined
    : { buyer, since: Number(since), step, at };
}

/**
 * The same wait? A page may learn better since when somebody waits: an opened conversation knows words the list does
 * not show, and seconds where the list shows minutes. But a word after the agent was told begins a new wait.
 */
const isSameWait = (told: Told, since: number): boolean =>
  since <= told.since || (since < told.since + MINUTE_MS && since <= told.at);

/** Of whom the agent was told, at which step. */
export interface ToldBook {
  has(waiting: Pick<WaitingBuyer, 'key' | 'since' | 'limits'>, step: ToldStep): boolean;
  /** The record as it is once these have been told of as well, without what is over. */
  with(
    fresh: readonly { waiting: Pick<WaitingBuyer, 'key' | 'since'>; step: ToldStep }[],
    present: readonly Pick<WaitingBuyer, 'key'>[],
    now: number,
  ): Record<string, number>;
}

/**
 * Those who left the queue are kept for a day: a page that is loaded anew tells of the same wait a moment later, and a
 * buyer is told of once per step.
 */
export function openToldBook(record: ToldRecord): ToldBook {
  const book = new Map<string, Told>();
  const put = (told: Told): void => {
    const place = `${told.buyer}|${told.step}`;
    const before = book.get(place);
    // One wait per buyer and step: the one before is over, or there would be no new one.
    if (!before || told.at >= before.at) book.set(place, told);
  };
  for (const [key, at] of Object.entries(record)) {
    const told = readKey(key, at);
    if (told) put(told);
  }
  return {
    has({ key, since, limits }, step) {
      const told = book.get(`${key}|${step}`);
      // Told of at a limit that the agent has raised since: the step is still to come.
      return (
        told !== undefined && isSameWait(told, since) && told.at >= told.since + limits[step] * SECOND_MS
      );
    },
    with(fresh, present, now) {
      for (const { waiting, step } of fresh) put({ buyer: waiting.key, since: waiting.since, step, at: now });
      const here = new Set(present.map(({ key }) => key));
      const all = [...book.values()].filter(({ at }) => at > now - KEPT_FOR);
      const absent = all.filter(({ buyer }) => !here.has(buyer)).sort((a, b) => b.at - a.at);
      const kept = [...all.filter(({ buyer }) => here.has(buyer)), ...absent.slice(0, KEPT_OF_ABSENT)];
      return Object.fromEntries(kept.map((told) => [keyOf(told), told.at]));
    },
  };
}
