import { type LocalText, say } from '../language/local-text.ts';
import type { Order } from '../orders/order.ts';
import { DAY_MS, HOUR_MS } from '../time/shanghai.ts';
import { carrierEvent } from './carrier-event.ts';
import { type ShippingTables, trailRow } from './shipping-rules.ts';

/** T3 of rules.md §1.2: how long nothing has moved. */
export interface Standstill {
  level: 'info' | 'warn' | 'stop';
  rule: string;
  ms: number;
  reason: LocalText;
}

/** When silence of the courier counts (rules.md §1.2 T3), from the newest event on. */
export interface SilentSteps {
  /** Taobao and Tmall, after a pickup alone. */
  silentAt?: number;
  silentHours: number;
  standstillAt: number;
  redAt: number;
  rule: string;
}

/** Undefined without tracking, and for a parcel that no courier carries any more. */
export function silentSteps(
  order: Pick<Order, 'platform' | 'lastTrackAt' | 'lastTrackText'>,
  tables: ShippingTables = {},
): SilentSteps | undefined {
  const trail = trailRow(tables.rows);
  if (order.lastTrackAt === undefined || !trail) return undefined;
  const event = order.lastTrackText === undefined ? undefined : carrierEvent(order.lastTrackText);
  // A parcel at a pickup station waits for the buyer, not for the courier.
  if (event === 'delivered' || event === 'returned' || event === 'at-station') return undefined;
  const { silentHours, standstillHours, redHours } = trail.value;
  const after = (hours: number): number => (order.lastTrackAt ?? 0) + hours * HOUR_MS;
  const taobao = order.platform === 'taobao' || order.platform === 'tmall';
  return {
    ...(taobao && event === 'picked-up' && { silentAt: after(silentHours) }),
    silentHours,
    standstillAt: after(standstillHours),
    redAt: after(redHours),
    rule: trail.row.id,
  };
}

/** Whether a shipped parcel has stopped moving; undefined where it has not, or the page shows no tracking. */
export function standstill(
  order: Pick<Order, 'platform' | 'lastTrackAt' | 'lastTrackText'>,
  now: number,
  tables: ShippingTables = {},
): Standstill | undefined {
  const steps = silentSteps(order, tables);
  if (order.lastTrackAt === undefined || !steps) return undefined;
  const ms = now - order.lastTrackAt;
  const hours = Math.floor(ms / HOUR_MS);
  const since = say(
    `物流 ${hours >= 48 ? `${Math.floor(ms / DAY_MS)} 天` : `${hours} 小时`}没有更新`,
    `No tracking update for ${hours} h`,
  );
  if (now >= steps.redAt) return { level: 'stop', rule: steps.rule, ms, reason: since };
  if (now >= steps.standstillAt) return { level: 'warn', rule: steps.rule, ms, reason: since };
  if (steps.silentAt !== undefined && now >= steps.silentAt) {
    return {
      level: 'info',
      rule: steps.rule,
      ms,
      reason: say(
        `揽收后 ${steps.silentHours} 小时没有第二条物流`,
        `No second event within ${steps.silentHours} h of the pickup`,
      ),
    };
  }
  return undefined;
}
