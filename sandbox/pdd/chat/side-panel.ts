import type { CreateElement, VNode } from 'vue2';
import { formatFen } from '../../../rules/money/money.ts';
import type { Conversation } from '../../generator/conversations.ts';
import { goods } from '../../generator/goods.ts';
import { maskedName } from '../../generator/people.ts';
import { goodPicture } from '../../page/picture.ts';

const statusWords = { unpaid: '待支付', unshipped: '待发货', shipped: '已发货' } as const;

/** Right column. Its structure is not evidenced anywhere: a plain panel, so that the page has its width. */
export function sidePanel(h: CreateElement, open: Conversation | undefined): VNode {
  const order = open?.order;
  return h('aside', { staticClass: 'side-panel' }, [
    h(
      'div',
      { staticClass: 'side-tabs' },
      ['个人订单', '商品推荐', '买家信息'].map((word, n) => h('span', { class: { on: n === 0 } }, word)),
    ),
    order && open
      ? h('div', { staticClass: 'side-order' }, [
          h('p', { staticClass: 'side-order-no' }, `订单编号：${order.orderId}`),
          h('div', { staticClass: 'side-good' }, [
            h('img', { attrs: { src: goodPicture(order.good.hue), alt: '' } }),
            h('div', [
              h('p', order.good.title),
              h('p', { staticClass: 'grey' }, `${order.sku} ×${order.quantity}`),
            ]),
          ]),
          h('p', [
            h('b', `¥${formatFen(order.amount)}`),
            h('span', { staticClass: 'side-status' }, statusWords[order.status]),
          ]),
          h('p', { staticClass: 'grey' }, `收件人 ${maskedName(open.buyer)}`),
        ])
      : h('p', { staticClass: 'side-empty' }, open ? '近90天没有订单' : ''),
    h('p', { staticClass: 'side-title' }, '店铺热销'),
    ...goods
      .slice(0, 6)
      .map((good) =>
        h('div', { staticClass: 'side-good', key: good.id }, [
          h('img', { attrs: { src: goodPicture(good.hue), alt: '' } }),
          h('div', [
            h('p', good.title),
            h('p', [h('b', `¥${formatFen(good.price)}`), h('span', { staticClass: 'side-send' }, '推荐')]),
          ]),
        ]),
      ),
  ]);
}
