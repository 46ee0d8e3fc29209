import { h, type VNode } from 'vue';
import { formatFen } from '../../../rules/money/money.ts';
import { jdAddress, jdStatusText } from '../../generator/jd-orders.ts';
import type { PracticeLine, PracticeOrder } from '../../generator/order-shape.ts';
import { maskedName, maskedPhone } from '../../generator/people.ts';
import { dashedTime } from '../../generator/shown-time.ts';

const viewItem = (label: string | undefined, value: string): VNode =>
  h('div', { class: 'config-view-item' }, [
    label === undefined ? null : h('span', { class: 'config-view-item__label' }, `${label}：`),
    h('span', { class: 'config-view-item__value' }, value),
  ]);

const sku = (line: PracticeLine): VNode =>
  h('div', { class: 'sku-info-list__item' }, [
    h('div', { class: 'sku-info-card' }, [
      h('div', { class: 'sku-info-card__left' }, [
        h('i', { class: 'sku-picture', style: { background: `hsl(${line.hue} 45% 78%)` } }),
        h('div', { class: 'card-left__desc' }, [
          h('div', { class: 'sku-name' }, line.title),
          viewItem('颜色', line.colour),
          viewItem('尺码', line.size),
          viewItem('货号', line.code),
        ]),
      ]),
      h('div', { class: 'sku-info-card__right' }, [
        viewItem(undefined, `¥${formatFen(line.price)}`),
        viewItem(undefined, `x${line.quantity}`),
      ]),
    ]),
  ]);

const orderTimes = ({ placedAt, paidAt }: PracticeOrder): string =>
  `${dashedTime(placedAt)} 下单${paidAt === undefined ? '' : `，${dashedTime(paidAt)} 付款`}`;

const actions: Record<string, string[]> = {
  unpaid: ['修改运费', '关闭订单'],
  unshipped: ['出库', '打印面单', '拆单'],
  shipped: ['查看物流', '补发'],
  done: ['查看物流', '开票'],
  closed: [],
};

/**
 * The number of an order: as evidenced, or as a redesign of the page might show it, which nobody has seen and no map
 * knows: another box, no label (the page an agent must point at, issue 3 point 5).
 */
const orderNumber = (order: PracticeOrder, isRedesigned: boolean): VNode =>
  isRedesigned
    ? h('div', { class: 'card-no' }, [h('em', 'No.'), h('b', { class: 'card-no__text' }, order.orderId)])
    : h('div', { class: 'shop-order-id' }, [
        h('label', '订单编号：'),
        h('div', { class: 'order-info-btn' }, [h('span', order.orderId)]),
      ]);

/** One order card; class names and attributes as evidenced (markets.md §4, order list DOM). */
export const orderCard = (order: PracticeOrder, isRedesigned = false): VNode =>
  h('div', { class: 'card', key: order.orderId }, [
    h('div', { class: 'card-header' }, [
      h('span', { class: 'jd-checkbox' }),
      orderNumber(order, isRedesigned),
      h('div', { class: 'order-time-info' }, [
        h('div', { class: 'shop-overflow-tooltip' }, [
          h('div', { class: 'shop-overflow-tooltip__content' }, orderTimes(order)),
        ]),
      ]),
      h('div', { class: 'user-info' }, [
        h('span', { class: 'user-icon' }, '下单账号'),
        h('span', { class: 'user-pin' }, order.buyer.id),
      ]),
      h(
        'div',
        { class: 'order-tags' },
        order.tags.map((tag) =>
          h('div', { class: 'order-tags-item' }, [
            h('span', { class: 'jd-tag' }, [h('span', { class: 'jd-tag__content' }, tag)]),
          ]),
        ),
      ),
    ]),
    h('div', { class: 'card-body' }, [
      h('div', { class: 'cell', prop: 'skuInfo' }, [
        h('div', { class: 'sku-info-list' }, order.lines.map(sku)),
      ]),
      h('div', { class: 'cell', prop: 'receivables' }, `¥${formatFen(order.amount)}`),
      h('div', { class: 'cell', prop: 'consigneeInfo' }, [
        h('div', { class: 'cons-name-text' }, maskedName(order.buyer)),
        h('div', { class: 'cons-mobile-phone-text' }, maskedPhone(order.buyer)),
        h('div', { class: 'cons-address-text' }, `${maskedName(order.buyer)}，${jdAddress(order)}`),
      ]),
      h('div', { class: 'cell', prop: 'orderStatus' }, [
        h('div', { class: 'order-status' }, [h('span', jdStatusText(order))]),
        order.shipBy === undefined
          ? null
          : h('div', { class: 'promise-out-ship-date' }, [
              h('span', { class: 'promise-label' }, '承诺出库'),
              h('span', { class: 'jd-only-child__content' }, dashedTime(order.shipBy)),
            ]),
      ]),
      h('div', { class: 'cell', prop: 'remark' }, [
        order.memo === undefined
          ? h('a', { class: 'add-remark' }, '添加备注')
          : h('div', { class: 'remark-cell' }, [h('div', { class: 'remark-cell__text' }, order.memo)]),
      ]),
      h(
        'div',
        { class: 'cell', prop: 'operate' },
        (actions[order.status] ?? []).map((word) => h('button', { type: 'button', class: 'jd-link' }, word)),
      ),
    ]),
    h('div', { class: 'deliver-info' }, [
      h(
        'span',
        order.status === 'shipped' || order.status === 'done' ? '配送方式：商家自配' : '配送方式：待选择',
      ),
    ]),
  ]);
