import { DAY_MS, MINUTE_MS, msOfShanghaiDay } from '../time/shanghai.ts';

/** Minutes of the Shanghai day, `from` inclusive, `to` exclusive; over midnight where `from` is the later one. */
export interface QuietHours {
  from: number;
  to: number;
}

/** How long "do not disturb" lasts (issue 6, point 5). */
export const PAUSE_MS = 15 * MINUTE_MS;

/** Why nothing is told now, and until when (epoch ms) without a break. */
export interface Hush {
  why: 'paused' | 'quiet';
  until: number;
}

/** When the pause ends, epoch ms; undefined when there is none. */
export function pauseEnd(pausedUntil: number, now: number): number | undefined {
  // No pause is longer than its length: one that seems to be was set before the computer's clock was put back.
  return pausedUntil > now && pausedUntil <= now + PAUSE_MS ? pausedUntil : undefined;
}

/** When the quiet hours that now lies in end, epoch ms; undefined outside them. Equal ends are no hours at all. */
export function quietEnd(quiet: QuietHours | null, now: number): number | undefined {
  if (!quiet || quiet.from === quiet.to) return undefined;
  const at = msOfShanghaiDay(now);
  const from = quiet.from * MINUTE_MS;
  const to = quiet.to * MINUTE_MS;
  const midnight = now - at;
  if (from < to) return at >= from && at < to ? midnight + to : undefined;
  if (at >= from) return midnight + DAY_MS + to;
  return at < to ? midnight + to : undefined;
}

/** Whether notifications and sounds are held back now. A pause and quiet hours that meet are one hush. */
export function hushOf(
  settings: { quiet: QuietHours | null; pausedUntil: number },
  now: number,
): Hush | undefined {
  const paused = pauseEnd(settings.pausedUntil, now);
  const end = paused ?? quietEnd(settings.quiet, now);
  if (end === undefined) return undefined;
  return { why: paused === undefined ? 'quiet' : 'paused', until: quietEnd(settings.quiet, end) ?? end };
}
