import type { OrderStatus } from '../../rules/orders/order.ts';

/** Words marketplaces use for where an order stands; the first pattern that fits. Only a proposal: the agent decides. */
const known: readonly [RegExp, OrderStatus][] = [
  [/退款|售后|维权|退货/, 'refunding'],
  [/取消|关闭|已退|作废/, 'closed'],
  [/(?:待|未|等待)(?:买家)?(?:付款|支付)|等待买家付款|付款中/, 'unpaid'],
  [
    /已付款|(?:待|未|等待)(?:卖家|商家|仓库)?(?:发货|出库|配货|揽收|接单|成团|处理|打包)|备货|拼团中|待揽/,
    'unshipped',
  ],
  [
    /已发货|已出库|运输|配送|派送|派件|在途|(?:待|等待)(?:买家)?(?:确认)?收货|卖家已发货|揽收|待签收|待取件/,
    'shipped',
  ],
  [/成功|完成|已签收|已收货|已评价|待评价|结束/, 'done'],
];

/** What a status word most likely means; undefined where nobody can say. */
export function guessStatus(word: string): OrderStatus | undefined {
  return known.find(([pattern]) => pattern.test(word))?.[1];
}
