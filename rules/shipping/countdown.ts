import { type LocalText, say } from '../language/local-text.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time/shanghai.ts';

/** How far a deadline is: what a running countdown shows. */
export interface Countdown {
  /** True once the deadline has passed; at the deadline itself it has not. */
  late: boolean;
  /** Distance in ms, never negative. */
  ms: number;
  days: number;
  hours: number;
  minutes: number;
  /** 超时 3小时, 剩 2小时10分. */
  label: LocalText;
}

/** The distance from `now` to `deadline`, both epoch ms. */
export function countdown(deadline: number, now: number): Countdown {
  const late = now > deadline;
  const ms = Math.abs(deadline - now);
  const days = Math.floor(ms / DAY_MS);
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  const [zh, en] = spans(days, hours, minutes);
  return {
    late,
    ms,
    days,
    hours,
    minutes,
    label: late ? say(`超时 ${zh}`, `${en} late`) : say(`剩 ${zh}`, `${en} left`),
  };
}

/** The two largest units, and only hours from three hours on: what an agent reads at a glance. */
function spans(days: number, hours: number, minutes: number): [string, string] {
  if (days > 0)
    return [`${days}天${hours > 0 ? `${hours}小时` : ''}`, `${days} d${hours > 0 ? ` ${hours} h` : ''}`];
  if (hours >= 3 || (hours > 0 && minutes === 0)) return [`${hours}小时`, `${hours} h`];
  if (hours > 0) return [`${hours}小时${minutes}分`, `${hours} h ${minutes} min`];
  return minutes === 0 ? ['不到1分', 'under 1 min'] : [`${minutes}分`, `${minutes} min`];
}
