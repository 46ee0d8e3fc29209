import { type LocalText, say } from '../language/local-text.ts';
import { formatFen } from '../money/money.ts';
import type { ShopPack } from '../packs/shop.ts';
import {
  carrierEvent,
  countdown,
  pickupBy,
  type ShippingTables,
  shippingState,
  standstill,
} from '../shipping/index.ts';
import { DAY_MS, HOUR_MS, shortShanghaiTime, startOfShanghaiDay } from '../time/shanghai.ts';
import type { UrgingAdvice } from '../urging/next-touch.ts';
import type { Flag } from './flag.ts';
import type { Order } from './order.ts';

/** ship-late and ship-today of an unshipped order (B15). */
export function shipFlags(order: Order, shop: ShopPack & ShippingTables, now: number): Flag[] {
  const state = shippingState(order, shop, now);
  if (!state || state.state === 'on-time') return [];
  const { shipBy, warnHours } = state;
  const inferred = shipBy.source === 'inferred';
  const mark = inferred ? say('（推算）', ' (inferred)') : say('', '');
  const base = { reasons: [shipBy.reason], rule: shipBy.rule, deadline: shipBy.at };
  if (state.state === 'late') {
    const { label } = countdown(shipBy.at, now);
    return [
      {
        name: 'ship-late',
        level: 'stop',
        label: say(label['zh-CN'] + mark['zh-CN'], label.en + mark.en),
        ...base,
      },
    ];
  }
  const clock = shortShanghaiTime(shipBy.at).slice(-5);
  const tomorrow = shipBy.at >= startOfShanghaiDay(now) + DAY_MS;
  return [
    {
      name: 'ship-today',
      level: warnHours !== undefined && warnHours <= urgentHours(shop.shipWarnHours) ? 'warn' : 'info',
      label: tomorrow
        ? say(`今天发·明天${clock}截止${mark['zh-CN']}`, `Ship today, due ${clock} tomorrow${mark.en}`)
        : say(`今天${clock}前发${mark['zh-CN']}`, `Ship by ${clock} today${mark.en}`),
      ...base,
    },
  ];
}

/** The last two warning steps are the urgent ones: 6 and 2 h of 24, 12, 6, 2. */
function urgentHours(steps: readonly number[]): number {
  const [, second, ...rest] = [...steps].sort((a, b) => a - b);
  return second ?? rest[0] ?? steps[0] ?? 0;
}

/** pickup-late and stuck of a shipped order, only where the page shows tracking (B6, rules.md §1.2). */
export function trackingFlags(order: Order, shop: ShopPack & ShippingTables, now: number): Flag[] {
  const flags: Flag[] = [];
  const event = order.lastTrackText === undefined ? undefined : carrierEvent(order.lastTrackText);
  const due = event === 'printed' || event === 'none' ? pickupBy(order, shop) : undefined;
  if (due && now > due.at) {
    const { label } = countdown(due.at, now);
    flags.push({
      name: 'pickup-late',
      level: 'warn',
      label: say(`未揽收·${label['zh-CN']}`, `No pickup, ${label.en}`),
      reasons: [
        due.reason,
        say(`最新物流：${order.lastTrackText ?? ''}`, `Latest tracking: ${order.lastTrackText ?? ''}`),
        say('问仓库是否扫描出库', 'Ask the warehouse whether it was scanned out'),
      ],
      rule: due.rule,
      deadline: due.at,
    });
  }
  const still = event === 'printed' || event === 'none' ? undefined : standstill(order, now, shop);
  if (still) {
    const hours = Math.floor(still.ms / HOUR_MS);
    const span: LocalText =
      hours >= 48
        ? say(`停滞 ${Math.floor(hours / 24)}天`, `Stuck ${Math.floor(hours / 24)} d`)
        : say(`停滞 ${hours}小时`, `Stuck ${hours} h`);
    flags.push({
      name: 'stuck',
      level: still.level,
      label: span,
      reasons: [
        still.reason,
        still.level === 'stop'
          ? say('联系快递，告知买家并致歉', 'Contact the courier, tell the buyer and apologise')
          : say('留意物流，必要时联系快递', 'Watch it; contact the courier if needed'),
      ],
      rule: still.rule,
    });
  }
  return flags;
}

/** B5: an order under the minimum; exactly the minimum is not under it. */
export function minimumFlag(order: Order, { minimumOrder }: ShopPack): Flag[] {
  if (order.amount === undefined || order.amount >= minimumOrder) return [];
  const [amount, minimum] = [formatFen(order.amount), formatFen(minimumOrder)];
  return [
    {
      name: 'below-minimum',
      level: 'warn',
      label: say(`不满¥${minimum}`, `Under ¥${minimum}`),
      reasons: [
        say(`订单 ¥${amount}，本店起订 ¥${minimum}`, `Order ¥${amount}; the shop’s minimum is ¥${minimum}`),
      ],
      rule: 'minimum-order',
    },
  ];
}

/** A11: an unpaid order, with its age, and whether it may be urged now. */
export function unpaidFlag(order: Order, now: number, urging: UrgingAdvice | undefined): Flag {
  const { placedAt } = order;
  const base = { name: 'unpaid', level: 'info' } as const;
  const urge = urging ? [urging.says] : [];
  if (placedAt === undefined || placedAt > now) {
    return { ...base, label: say('未付款', 'Unpaid'), reasons: [say('还没有付款', 'Not paid yet'), ...urge] };
  }
  const minutes = Math.floor((now - placedAt) / 60_000);
  const age = minutes < 60 ? say(`${minutes}分`, `${minutes} min`) : hoursOf(minutes);
  return {
    ...base,
    label: say(`未付款 ${age['zh-CN']}`, `Unpaid ${age.en}`),
    reasons: [
      say(
        `${shortShanghaiTime(placedAt)} 下单，还没有付款`,
        `Placed ${shortShanghaiTime(placedAt)}, not paid`,
      ),
      ...urge,
    ],
  };
}

const hoursOf = (minutes: number): LocalText =>
  minutes < 48 * 60
    ? say(`${Math.floor(minutes / 60)}小时`, `${Math.floor(minutes / 60)} h`)
    : say(`${Math.floor(minutes / 1440)}天`, `${Math.floor(minutes / 1440)} d`);

/** B7: a refund without return; the branch depends on whether the parcel has left. */
export function refundOnlyFlag(order: Order, text: string): Flag {
  const left = order.status === 'shipped' || order.shippedAt !== undefined || order.trackingNo !== undefined;
  return {
    name: 'refund-only',
    level: 'stop',
    label: say('仅退款', 'Refund only'),
    reasons: [
      say(`页面写着「${text}」；先看备注，再看物流`, `The page says “${text}”; memo first, then tracking`),
      left
        ? say('已发货：请买家拒收或退回后再退款', 'Shipped: the buyer refuses or returns it first')
        : say('未发货：先通知仓库拦下，再退款', 'Not shipped: the warehouse pulls it, then refund'),
    ],
    rule: 'refund-only',
  };
}

/** B9: the memo, shown on the mark; it is read before anything is done. */
export function memoFlag(memo: string, flag: string | undefined): Flag {
  return {
    name: 'memo',
    level: 'info',
    label: say('有备注', 'Memo'),
    reasons: [
      say(`备注：${memo}`, `Memo: ${memo}`),
      ...(flag === undefined || flag === '' ? [] : [say(`旗帜：${flag}`, `Flag: ${flag}`)]),
    ],
  };
}
