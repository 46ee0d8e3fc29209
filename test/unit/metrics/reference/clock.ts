/** The reference's own reading of metrics.md §1. Instants are epoch ms; Shanghai is eight hours ahead, all year. */
export const DAY = 24 * 60 * 60 * 1_000;
const AHEAD = 8 * 60 * 60 * 1_000;

/** Midnight in Shanghai at or before `t`. */
export const midnight = (t: number): number => t - ((((t + AHEAD) % DAY) + DAY) % DAY);

/** `YYYY-MM-DD` of Shanghai. */
export const dateOf = (t: number): string => new Date(t + AHEAD).toISOString().slice(0, 10);

export const midnightOf = (date: string): number => Date.parse(`${date}T00:00:00+08:00`);

export interface Hours {
  from: string;
  to: string;
}
export const WHOLE_DAY: Hours = { from: '00:00', to: '24:00' };

function clockMs(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}

/** §1.2: half-open. Hours that end before they begin run over midnight. */
export function isOpen(t: number, hours: Hours): boolean {
  const time = t - midnight(t);
  const [from, to] = [clockMs(hours.from), clockMs(hours.to)];
  return from < to ? time >= from && time < to : time >= from || time < to;
}

/** The instant at which the shop closes next, asked while it is open: the first minute that is no longer inside. */
export function closingTime(t: number, hours: Hours): number {
  const to = clockMs(hours.to);
  const today = midnight(t) + to;
  if (clockMs(hours.from) < to) return today;
  return t < today ? today : today + DAY;
}

/** §1.7: milliseconds of a wait that lie inside the hours, day after day; closed days have none. */
export function openTime(from: number, to: number, hours: Hours, closed: readonly string[]): number {
  let sum = 0;
  for (let day = midnight(from); day < to; day += DAY) {
    if (closed.includes(dateOf(day))) continue;
    const [opens, closes] = [clockMs(hours.from), clockMs(hours.to)];
    const parts: [number, number][] =
      opens < closes
        ? [[opens, closes]]
        : [
            [0, closes],
            [opens, DAY],
          ];
    for (const [start, end] of parts) {
      const overlap = Math.min(to, day + end) - Math.max(from, day + start);
      if (overlap > 0) sum += overlap;
    }
  }
  return sum;
}
