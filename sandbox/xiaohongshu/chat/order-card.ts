import { h, type VNode } from 'vue';
import { formatFen } from '../../../rules/money/money.ts';
import type { PracticeOrder } from '../../generator/order-shape.ts';
import { maskedName, maskedPhone } from '../../generator/people.ts';
import { dashedTime } from '../../generator/shown-time.ts';
import { xiaohongshuAddress, xiaohongshuStatusWords } from '../../generator/xiaohongshu-orders.ts';

/**
 * One card beside the chat. The number, the body, the footer and the logistics have evidenced classes (markets.md §8);
 * the rest stands as label and value, the plainest form it can have.
 */
export function orderCard(order: PracticeOrder, cls: (name: string) => string): VNode {
  const labelled: [string, string | undefined][] = [
    ['订单状态', xiaohongshuStatusWords[order.status]],
    ['实付金额', `¥${formatFen(order.amount)}`],
    ['下单时间', dashedTime(order.placedAt)],
    ['收货人', maskedName(order.buyer)],
    ['联系电话', maskedPhone(order.buyer)],
    ['收货地址', xiaohongshuAddress(order)],
    ['商家备注', order.memo],
  ];
  return h('div', { class: 'order-card', key: order.orderId }, [
    h('div', { class: 'order-card-title' }, [
      h('span', { class: 'order-card-title-id' }, order.orderId),
      h('span', { class: cls('copy') }, '复制'),
    ]),
    h('div', { class: 'order-card-body' }, [
      ...labelled.map(([label, value]) =>
        value === undefined
          ? undefined
          : h('div', { class: cls('row') }, [
              h('span', { class: cls('label') }, `${label}：`),
              h('span', { class: cls('value') }, value),
            ]),
      ),
      order.trackingNo === undefined
        ? undefined
        : h('div', { class: 'delivery-row-logistics' }, [
            h('div', { class: 'logistics-box' }, `${order.courier ?? ''} ${order.trackingNo}`),
          ]),
    ]),
    h(
      'div',
      { class: 'order-card-footer' },
      ['查看详情', '备注', '查看物流'].map((word) => h('span', { class: cls('action') }, word)),
    ),
  ]);
}
