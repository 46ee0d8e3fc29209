import { h, type VNode } from 'vue';
import { formatFen } from '../../../rules/money/money.ts';
import type { PracticeLine, PracticeOrder } from '../../generator/order-shape.ts';
import { taobaoSku, taobaoStatusText } from '../../generator/taobao-orders.ts';
import { goodPicture } from '../../page/picture.ts';

interface Shown {
  order: PracticeOrder;
  placedAt: string;
  /** `item-mod__trade-order` → `item-mod__trade-order___2LnGB`. */
  cls(name: string): string;
}

export const oldColumns = [
  { title: '宝贝', width: '34%' },
  { title: '单价(元)', width: '10%' },
  { title: '数量', width: '7%' },
  { title: '售后', width: '9%' },
  { title: '买家', width: '14%' },
  { title: '交易状态', width: '14%' },
  { title: '实收款(元)', width: '12%' },
] as const;

const cell = ({ cls }: Shown, children: (VNode | string | null)[], rowspan?: number): VNode =>
  h('td', { class: cls('sol-mod__no-br'), rowspan }, children);

const price = ({ cls }: Shown, fen: number): VNode =>
  h('div', { class: cls('price-mod__price') }, [h('p', [h('span', '￥'), h('span', formatFen(fen))])]);

const link = ({ cls }: Shown, word: string): VNode =>
  h(
    'a',
    { class: cls('text-mod__link'), href: '#', onClick: (event: Event) => event.preventDefault() },
    word,
  );

const good = (shown: Shown, line: PracticeLine): VNode =>
  h('td', { class: shown.cls('sol-mod__no-br') }, [
    h('div', { class: shown.cls('production-mod__production') }, [
      h('a', { href: `#snapshot-${line.id}`, onClick: (event: Event) => event.preventDefault() }, [
        h('img', { src: goodPicture(line.hue), alt: '' }),
      ]),
      h('div', [
        h('p', [
          h('a', { href: `#item-${line.id}`, onClick: (event: Event) => event.preventDefault() }, line.title),
        ]),
        h(
          'p',
          taobaoSku(line).map(([name, value]) =>
            h('span', { class: shown.cls('production-mod__sku-item') }, [
              h('span', `${name}：`),
              h('span', `${value} `),
            ]),
          ),
        ),
      ]),
    ]),
  ]);

/** The cells that stand once per order, beside its first sub order. */
const orderCells = (shown: Shown): VNode[] => {
  const { order, cls } = shown;
  const rowspan = order.lines.length;
  return [
    cell(
      shown,
      [
        h('div', { class: cls('buyer-mod__buyer') }, [
          h(
            'a',
            { class: cls('buyer-mod__name'), href: '#', onClick: (event: Event) => event.preventDefault() },
            order.buyer.nick,
          ),
          h('span', { class: 'ww-light' }, [h('a', { class: 'ww-inline ww-online', title: '给我发消息' })]),
        ]),
      ],
      rowspan,
    ),
    cell(
      shown,
      [
        h('p', [h('span', { class: cls('text-mod__secondary') }, taobaoStatusText(order))]),
        h('p', [link(shown, '详情')]),
        order.status === 'unpaid' ? h('p', [link(shown, '修改价格')]) : null,
      ],
      rowspan,
    ),
    cell(shown, [price(shown, order.amount), h('p', `(含快递:￥${formatFen(order.freight)})`)], rowspan),
  ];
};

/**
 * One order of the list as it stood from 2016 to 2021 (markets.md §3, old page): the number is the third span of the
 * checkbox's label and the time the sixth.
 */
export function oldOrder(shown: Shown): VNode {
  const { order, placedAt, cls } = shown;
  const isClosed = order.status === 'closed';
  return h(
    'div',
    {
      key: order.orderId,
      class: `${cls('item-mod__trade-order')} ${isClosed ? cls('item-mod__trade-order-mainClose') : 'trade-order-main'}`,
    },
    [
      h('table', { class: 'old-head' }, [
        h('tbody', [
          h('tr', [
            h('td', [
              h('label', { class: cls('item-mod__checkbox-label') }, [
                h('input', { type: 'checkbox', name: 'orderid', value: order.orderId }),
                ...['订单号', ': ', order.orderId, '创建时间', ': ', placedAt].map((text) => h('span', text)),
              ]),
            ]),
          ]),
        ]),
      ]),
      h('table', { class: cls('suborder-mod__order-table') }, [
        h(
          'colgroup',
          oldColumns.map(({ width }) => h('col', { style: { width } })),
        ),
        h(
          'tbody',
          order.lines.map((line, index) =>
            h('tr', { key: line.id }, [
              good(shown, line),
              cell(shown, [price(shown, line.price)]),
              cell(shown, [h('p', String(line.quantity))]),
              cell(shown, [order.status === 'shipped' ? link(shown, '售后') : null]),
              ...(index === 0 ? orderCells(shown) : []),
            ]),
          ),
        ),
      ]),
    ],
  );
}
