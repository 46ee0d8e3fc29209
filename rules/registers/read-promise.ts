import { readMoment } from '../phrases/files/read-moment.ts';
import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  shanghaiEpoch,
  shanghaiParts,
  startOfShanghaiDay,
} from '../time/shanghai.ts';

const days: Record<string, number> = { 今天: 0, 今日: 0, 明天: 1, 明日: 1, 后天: 2, today: 0, tomorrow: 1 };
const lengths: Record<string, number> = {
  分钟: MINUTE_MS,
  小时: HOUR_MS,
  个小时: HOUR_MS,
  天: DAY_MS,
  日: DAY_MS,
  h: HOUR_MS,
  d: DAY_MS,
};

/**
 * A time as agents write what they promised: `18:00`, `明天 9:30`, `11-23 18:00`, `2026-11-23 18:00`, `24小时`, `3天后`.
 * An hour that has passed today is meant for tomorrow only where the text says so. Undefined for anything else.
 */
export function readPromise(text: string, now: number): number | undefined {
  const said = text.normalize('NFKC').trim().toLowerCase();
  const whole = readMoment(said);
  if (whole !== undefined) return whole;
  const after = /^(\d{1,3})\s*(分钟|个?小时|天|日|h|d)(?:之?后|内)?$/.exec(said);
  if (after) return now + Number(after[1]) * (lengths[after[2] ?? ''] ?? 0);
  const named = /^(今天|今日|明天|明日|后天|today|tomorrow)?\s*(\d{1,2})[:点](\d{2})?分?前?$/.exec(said);
  if (named) {
    const [hour, minute] = [Number(named[2]), Number(named[3] ?? 0)];
    if (hour > 23 || minute > 59) return undefined;
    return (
      startOfShanghaiDay(now) + (days[named[1] ?? ''] ?? 0) * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS
    );
  }
  const dated = /^(\d{1,2})[-/.月](\d{1,2})日?\s+(\d{1,2})[:点](\d{2})?分?前?$/.exec(said);
  if (!dated) return undefined;
  const { year, month } = shanghaiParts(now);
  const [asked, day, hour, minute] = dated.slice(1).map((part) => Number(part ?? 0));
  // At the end of December January is the next one.
  return shanghaiEpoch(month === 12 && asked === 1 ? year + 1 : year, asked ?? 0, day ?? 0, hour, minute);
}

/** The nearest hour an agent can name for an answer: today's or tomorrow's. */
export function usualPromises(now: number): { id: 'today' | 'tomorrow' | 'day' | 'three'; at: number }[] {
  const today = startOfShanghaiDay(now);
  const evening = today + 18 * HOUR_MS;
  return [
    ...(now < evening ? [{ id: 'today' as const, at: evening }] : []),
    { id: 'tomorrow', at: today + DAY_MS + 12 * HOUR_MS },
    { id: 'day', at: now + DAY_MS },
    { id: 'three', at: now + 3 * DAY_MS },
  ];
}
