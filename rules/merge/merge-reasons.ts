import { type LocalText, say } from '../language/local-text.ts';
import type { Order } from '../orders/order.ts';
import { shortShanghaiTime } from '../time/shanghai.ts';
import { clearText } from './merge-key.ts';

/** 抖店 merges at most so many orders at once (rules.md §2, MRG-DD). */
const doudianMost = 200;

const sameInAll = (members: readonly Order[], field: (order: Order) => string | undefined): boolean => {
  const values = members.map((order) => clearText(field(order)));
  return values[0] !== undefined && values.every((value) => value === values[0]);
};

/** What speaks for one parcel. */
export function forMerging(members: readonly Order[]): LocalText[] {
  const reasons: LocalText[] = [];
  if (sameInAll(members, (order) => order.buyerId)) {
    reasons.push(say('同一买家账号', 'Same buyer account'));
  }
  if (sameInAll(members, (order) => order.receiver) && sameInAll(members, (order) => order.phone)) {
    reasons.push(say('收件人和电话相同', 'Same receiver and phone'));
  }
  if (sameInAll(members, (order) => order.address)) reasons.push(say('收货地址相同', 'Same address'));
  reasons.push(say('都还没发货', 'None has been shipped'));
  return reasons;
}

export interface MergeFacts {
  now: number;
  /** Deadlines known, one per order that has one. */
  deadlines: readonly number[];
  needsCheck: boolean;
}

/** What speaks against one parcel, each shown where it is true (rules.md §2). */
export function againstMerging(
  members: readonly Order[],
  { now, deadlines, needsCheck }: MergeFacts,
): LocalText[] {
  const reasons: LocalText[] = [];
  const [platform] = members.map((order) => order.platform);
  const differ = (field: (order: Order) => string | undefined): boolean =>
    new Set(members.map((order) => field(order)?.trim() ?? '')).size > 1;

  if (
    members.some((order) => order.lines.some((line) => isRefund(line.refund)) || isRefund(order.statusText))
  ) {
    reasons.push(say('有订单在退款售后中', 'One order is in refund or after-sale'));
  }
  if (new Set(deadlines).size > 1) {
    const earliest = deadlines.reduce((a, b) => Math.min(a, b));
    const time = shortShanghaiTime(earliest);
    reasons.push(
      earliest < now
        ? say(`最早截止 ${time}，已过时`, `Earliest deadline ${time} has passed`)
        : say(`最早截止 ${time}，整包以它为准`, `Earliest deadline ${time} governs the parcel`),
    );
  }
  if (differ((order) => order.memo)) {
    reasons.push(
      say('备注不同，ERP 可能只保留主单的', 'Memos differ; an ERP may keep only the main order’s'),
    );
  }
  if (differ((order) => order.flag)) reasons.push(say('旗帜不同', 'Flags differ'));
  if (members.some((order) => order.address === undefined)) {
    reasons.push(say('有订单读不到收货地址', 'One order shows no address'));
  } else if (differ((order) => order.address)) {
    reasons.push(say('地址写法不同，请核对', 'Address texts differ; check them'));
  }
  if (!needsCheck && differ((order) => order.receiver)) {
    reasons.push(say('收件人不同', 'Receivers differ'));
  }
  if (needsCheck) {
    reasons.push(say('收件信息已打码，需人工核对', 'Receiver data is masked; check by hand'));
  }
  if (platform === 'doudian') {
    reasons.push(
      say(
        '抖店：未经买家同意，分开付款的订单须单独发货',
        'Doudian: separately paid orders ship alone unless the buyer agrees',
      ),
    );
    if (members.length > doudianMost) {
      reasons.push(
        say(`抖店一次最多合并 ${doudianMost} 单`, `Doudian merges at most ${doudianMost} orders at once`),
      );
    }
  }
  if (platform === 'pdd') {
    reasons.push(
      say('拼多多：退货地址不同的不能合并', 'PDD: orders with different return addresses cannot be merged'),
    );
  }
  return reasons;
}

const isRefund = (text: string | undefined): boolean =>
  text !== undefined && /退款|售后|退货/.test(text) && !/无|关闭|取消/.test(text);
