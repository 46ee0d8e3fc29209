import { shanghaiEpoch, shanghaiParts } from '../../../rules/time/shanghai.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** `2026-03-05T09:02`, in Shanghai whatever the computer says: what a `datetime-local` box holds. */
export function toMomentField(at: number | undefined): string {
  if (at === undefined) return '';
  const { year, month, day, hour, minute } = shanghaiParts(at);
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** The moment in epoch ms; undefined for what is none. Within the minute of `before` it is that very moment. */
export function fromMomentField(text: string, before?: number): number | undefined {
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(text) ?? [];
  if (year === undefined) return undefined;
  if (before !== undefined && toMomentField(before) === text.slice(0, 16)) return before;
  return shanghaiEpoch(Number(year), Number(month), Number(day), Number(hour), Number(minute));
}
