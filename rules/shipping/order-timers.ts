import { type LocalText, say } from '../language/local-text.ts';
import type { Order } from '../orders/order.ts';
import type { RowTag } from '../packs/platform-row.ts';
import { shippingRows } from '../packs/platform-shipping-rows.ts';
import type { ShopPack } from '../packs/shop.ts';
import { carrierEvent } from './carrier-event.ts';
import { silentSteps } from './no-update.ts';
import { numberBy, pickupBy } from './pickup-by.ts';
import { presaleOf } from './presale.ts';
import { shipPromise } from './promise.ts';
import type { ShippingRules } from './shipping-rules.ts';
import { warnStep } from './warn-step.ts';

/** The timers of rules.md §1.2; `number` is 京东's own part of T1. */
export type TimerId = 'T1' | 'number' | 'T2' | 'T3' | 'T4' | 'T5';

/** One deadline of an order: what, when, how it is known and by which rule. */
export interface OrderTimer {
  id: TimerId;
  what: LocalText;
  /** Epoch ms; absent where it cannot be worked out, then `reason` says why. */
  at?: number;
  /** `page`: a time the page shows. `inferred`: worked out (推算). */
  source: 'page' | 'inferred';
  state: 'open' | 'warn' | 'late' | 'unknown';
  /** The smallest warning step reached, in hours; absent before the first and after the deadline. */
  warnHours?: number;
  reason: LocalText;
  /** Id of the row that decided. */
  rule: string;
  /** How well that row is founded, and since when; absent for what the page itself says. */
  tag?: RowTag;
  source_date?: string;
  from?: string;
}

/** What timers rest on: the shop's numbers, the pack's rows, the user's holiday tables. */
export type TimerRules = ShippingRules & Pick<ShopPack, 'shipWarnHours'>;

const names: Record<TimerId, LocalText> = {
  T1: say('最晚发货', 'Ship by'),
  number: say('上传单号', 'Upload the number'),
  T2: say('最晚揽收', 'Pickup by'),
  T3: say('物流更新', 'Tracking news'),
  T4: say('尾款截止', 'Tail payment by'),
  T5: say('缺货申报', 'Declare out of stock'),
};

type Known = Pick<OrderTimer, 'id' | 'at' | 'source' | 'rule' | 'reason'>;

/**
 * Every deadline that runs for an order now, the earliest first. What the order's status makes meaningless is left
 * out: a shipped order has no ship-by, an unpaid one no clock but that of a tail payment.
 * @param now epoch ms
 */
export function orderTimers(order: Order, rules: TimerRules, now: number): OrderTimer[] {
  const { status } = order;
  if (status === 'closed' || status === 'done') return [];
  const shipped = status === 'shipped' || order.shippedAt !== undefined || order.trackingNo !== undefined;
  const known = shipped ? afterShipping(order, rules, now) : beforeShipping(order, rules, now);
  return known
    .map((timer) => complete(timer, rules, now))
    .sort((a, b) => (a.at ?? Number.MAX_SAFE_INTEGER) - (b.at ?? Number.MAX_SAFE_INTEGER));
}

function beforeShipping(order: Order, rules: TimerRules, now: number): Known[] {
  const presale = presaleOf(order, now);
  if (presale?.tailOpen) {
    if (presale.tailBy === undefined) return [];
    return [
      {
        id: 'T4',
        at: presale.tailBy,
        source: 'page',
        rule: 'page-deadline',
        reason: say('尾款付清后才开始算发货时间', 'The shipping clock begins when the tail payment is made'),
      },
    ];
  }
  if (order.status !== 'unshipped') return [];
  const due = shipPromise(order, rules);
  if (!due) return [];
  if ('missing' in due) {
    const { missing, promise } = due;
    return [
      {
        id: 'T1',
        source: 'inferred',
        rule: 'listed-promise',
        reason: say(
          `${missing['zh-CN']}，「${promise}」推算不出来；可在选项里导入`,
          `${missing.en}: “${promise}” cannot be worked out; import one in the options`,
        ),
      },
    ];
  }
  const number = numberBy(order, rules);
  return [
    { id: 'T1', ...due },
    ...(number ? [{ id: 'number' as const, source: 'inferred' as const, ...number }] : []),
    {
      id: 'T5',
      at: due.at,
      source: due.source,
      rule: 'T5',
      reason: say(
        '没货的话，要在发货截止前申报并和买家商量',
        'Without stock, declare it and offer the buyer a way out before the ship-by time',
      ),
    },
  ];
}

function afterShipping(order: Order, rules: TimerRules, now: number): Known[] {
  const event = order.lastTrackText === undefined ? undefined : carrierEvent(order.lastTrackText);
  if (event === undefined || event === 'printed' || event === 'none') {
    const due = pickupBy(order, rules);
    if (!due) return [];
    const unseen = event === undefined;
    return [
      {
        id: 'T2',
        source: 'inferred',
        ...due,
        reason: unseen
          ? say(
              `${due.reason['zh-CN']}；页面没有物流，看不到是否已揽收`,
              `${due.reason.en}; the page shows no tracking`,
            )
          : due.reason,
      },
    ];
  }
  const steps = silentSteps(order, rules);
  if (!steps) return [];
  const { silentAt, silentHours, standstillAt, redAt, rule } = steps;
  const next = [silentAt, standstillAt, redAt].find((at) => at !== undefined && at > now) ?? redAt;
  const reason =
    next === silentAt
      ? say(
          `揽收后 ${silentHours} 小时要有第二条物流`,
          `A second event is due within ${silentHours} h of the pickup`,
        )
      : next === redAt
        ? say('到时还没有更新就标红', 'Red when nothing has moved by then')
        : say('到时还没有更新就算停滞', 'A standstill when nothing has moved by then');
  return [{ id: 'T3', at: next, source: 'inferred', rule, reason }];
}

/** The founding of the rules that are no platform's row. */
const own: Record<string, RowTag> = {
  'promise-hours': 'O',
  'pickup-usual': 'O',
  T5: 'O',
};

function complete(timer: Known, rules: TimerRules, now: number): OrderTimer {
  const row = (rules.rows ?? shippingRows).find(({ id }) => id === timer.rule);
  // The user's own value has no source to name.
  const shipped = row?.user_value === undefined ? row : undefined;
  const tag = shipped?.tag ?? (row ? 'O' : own[timer.rule]);
  const warnHours = timer.at === undefined ? undefined : warnStep(timer.at, now, rules.shipWarnHours);
  const state =
    timer.at === undefined ? 'unknown' : now > timer.at ? 'late' : warnHours === undefined ? 'open' : 'warn';
  return {
    id: timer.id,
    what: names[timer.id],
    ...(timer.at !== undefined && { at: timer.at }),
    source: timer.source,
    state,
    ...(warnHours !== undefined && { warnHours }),
    reason: timer.reason,
    rule: timer.rule,
    ...(tag && { tag }),
    ...(shipped && { source_date: shipped.source_date, from: shipped.source }),
  };
}
