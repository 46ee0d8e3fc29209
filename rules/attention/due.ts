import { MINUTE_MS, SECOND_MS } from '../time/shanghai.ts';
import { stepOf, type WaitingBuyer } from '../turns/index.ts';
import { longestFirst } from '../turns/queue.ts';
import { type AttentionSettings, type ToldStep, wantedAt } from './attention-settings.ts';
import { type Hush, hushOf } from './hush.ts';
import { openToldBook, type ToldRecord } from './told.ts';

/** What the queue looked like when it was last looked at. */
export interface LastLook {
  /** Epoch ms. */
  at: number;
  waiting: readonly Pick<WaitingBuyer, 'key' | 'since'>[];
}

export interface AttentionQuestion {
  waiting: readonly WaitingBuyer[];
  told: ToldRecord;
  settings: Pick<AttentionSettings, 'notify' | 'sound' | 'quiet' | 'pausedUntil'>;
  /** Epoch ms. */
  now: number;
  /** Absent: nothing is known of it, and nobody can have been slept past. */
  lastLook?: LastLook | undefined;
}

export interface AttentionAnswer {
  /** Held back now, and until when. */
  hush?: Hush;
  /** A notification is to come, of these, longest wait first; empty for none. */
  notify: WaitingBuyer[];
  /** The worst step among them. */
  notifyStep?: ToldStep;
  /** The sound to be heard; absent for none. */
  sound?: ToldStep;
  /** Whom the notification on the screen may speak of: told of already or to be told now, and still waiting. */
  standing: WaitingBuyer[];
  /** The record to be kept. */
  told: Record<string, number>;
  /** The computer slept, or no page and no worker ran, while somebody reached a step. */
  sleptPast: boolean;
}

/** Alarms ring half a minute late, hidden pages count by the minute; what is later than that was slept through. */
const LATE_MS = 90 * SECOND_MS;

/** Steps reached, the last one first. */
function reached(waiting: WaitingBuyer, now: number): ToldStep[] {
  const step = stepOf(waiting, now);
  if (step === 'breach') return ['breach', 'warn'];
  return step === 'warn' ? ['warn'] : [];
}

/**
 * Whom the agent is to be told of now, and how. A step is told of once for each wait, whether by a notification, by a
 * sound, both or neither; while things are held back nothing counts as told, so that whoever still waits past a
 * step when the hush ends is told of then: all of them at once.
 */
export function attentionDue({ waiting, told, settings, now, lastLook }: AttentionQuestion): AttentionAnswer {
  const book = openToldBook(told);
  const hush = hushOf(settings, now);
  const fresh = hush
    ? []
    : waiting.flatMap((buyer) =>
        reached(buyer, now)
          .filter((step) => !book.has(buyer, step))
          .map((step) => ({ waiting: buyer, step })),
      );
  const notify = fresh.filter(({ step }) => wantedAt(settings.notify, step));
  const sounds = fresh.filter(({ step }) => wantedAt(settings.sound, step));
  const notifyStep = worst(notify);
  const sound = worst(sounds);
  const telling = new Set(notify.map((one) => one.waiting));
  const standing = waiting.filter(
    (buyer) =>
      telling.has(buyer) ||
      reached(buyer, now).some((step) => wantedAt(settings.notify, step) && book.has(buyer, step)),
  );
  return {
    ...(hush && { hush }),
    notify: longestFirst([...telling]),
    ...(notifyStep && { notifyStep }),
    ...(sound && { sound }),
    standing: longestFirst(standing),
    told: book.with(fresh, waiting, now),
    sleptPast: fresh.some((one) => lastLook !== undefined && wasSleptPast(one, lastLook, now)),
  };
}

function worst(steps: readonly { step: ToldStep }[]): ToldStep | undefined {
  if (steps.some(({ step }) => step === 'breach')) return 'breach';
  return steps.length > 0 ? 'warn' : undefined;
}

/** Known to wait at the last look, the step came after it, and nobody looked for long: nobody was there to look. */
function wasSleptPast(
  { waiting, step }: { waiting: WaitingBuyer; step: ToldStep },
  lastLook: LastLook,
  now: number,
): boolean {
  const stepAt = waiting.since + waiting.limits[step] * SECOND_MS;
  return (
    stepAt > lastLook.at &&
    now - stepAt > LATE_MS &&
    lastLook.waiting.some(({ key, since }) => key === waiting.key && since === waiting.since)
  );
}

/**
 * How long to wait with telling after a sleep: pages first read what happened meanwhile, on the phone or by a
 * colleague, so that nobody is told of buyers who were answered long ago.
 */
export const AFTER_SLEEP_MS = MINUTE_MS / 3;
