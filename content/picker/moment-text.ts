import { shanghaiParts } from '../../rules/time/shanghai.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** Epoch ms as `2026-09-08 10:20:05` in Shanghai, seconds only where there are any. */
export function formatMoment(ms: number): string {
  const { year, month, day, hour, minute, second } = shanghaiParts(ms);
  const clock = `${pad(hour)}:${pad(minute)}${second ? `:${pad(second)}` : ''}`;
  return `${year}-${pad(month)}-${pad(day)} ${clock}`;
}
