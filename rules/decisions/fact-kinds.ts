import { type LocalText, say } from '../language/local-text.ts';

/** What one fact can say: one of some words, or a number in a unit. */
export type FactKind =
  | { kind: 'words'; name: LocalText; values: Readonly<Record<string, LocalText>> }
  | { kind: 'number'; name: LocalText; unit: 'fen' | 'days' | 'pieces' };

const yesNo = { yes: say('是', 'yes'), no: say('否', 'no') };

/** What the page, the shop's numbers and the marks of an order can tell, so that nobody is asked for it. */
export const factKinds = {
  paid: { kind: 'words', name: say('已付款', 'Paid'), values: yesNo },
  shipped: { kind: 'words', name: say('已发货', 'Shipped'), values: yesNo },
  tracking: {
    kind: 'words',
    name: say('最新物流', 'Latest tracking'),
    values: {
      none: say('没有物流信息', 'nothing at all'),
      printed: say('未揽收', 'not picked up'),
      'picked-up': say('已揽收', 'picked up'),
      moving: say('运输中', 'on the way'),
      delivering: say('派送中', 'out for delivery'),
      'at-station': say('待取件', 'waiting at a station'),
      delivered: say('已签收', 'delivered'),
      returned: say('退回中', 'going back'),
    },
  },
  idleDays: { kind: 'number', name: say('没有更新', 'No update for'), unit: 'days' },
  zone: {
    kind: 'words',
    name: say('快递范围', 'Courier zone'),
    values: {
      out: say('超区', 'out of zone'),
      surcharge: say('要加收', 'surcharge'),
      unknown: say('范围未知', 'not known'),
    },
  },
  returnReason: {
    kind: 'words',
    name: say('退货原因', 'Reason of the return'),
    values: { accepted: say('可以直接退', 'accepted'), other: say('其他原因', 'another one') },
  },
  returnNumber: { kind: 'words', name: say('退货单号', 'Return number'), values: yesNo },
  flashSale: { kind: 'words', name: say('秒杀款', 'Flash sale'), values: yesNo },
  amount: { kind: 'number', name: say('订单金额', 'Order total'), unit: 'fen' },
  pieces: { kind: 'number', name: say('件数', 'Pieces'), unit: 'pieces' },
} as const satisfies Record<string, FactKind>;

export type FactName = keyof typeof factKinds;
export const factNames = Object.keys(factKinds) as FactName[];

/** One of the kind's words, or a number: fen, days, pieces. */
export type FactValue = string | number;
/** What is known; a fact that could not be read is absent, never guessed. */
export type Facts = Partial<Record<FactName, FactValue>>;

export const factKind = (name: FactName): FactKind => factKinds[name];
