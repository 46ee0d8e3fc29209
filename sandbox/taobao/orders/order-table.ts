import { h, type VNode } from 'vue';
import { formatFen } from '../../../rules/money/money.ts';
import type { PracticeLine, PracticeOrder } from '../../generator/order-shape.ts';
import { taobaoMaskedNick, taobaoSku, taobaoStatusText } from '../../generator/taobao-orders.ts';
import { goodPicture } from '../../page/picture.ts';

/** How the five labels stand before their values; no source says, so the map must read all three (?labels=). */
export const labelForms = ['inline', 'split', 'run'] as const;
export type LabelForm = (typeof labelForms)[number];

interface Shown {
  order: PracticeOrder;
  /** 创建时间 as written. */
  placedAt: string;
  labels: LabelForm;
  onChangePrice(order: PracticeOrder): void;
}

const labelled = (form: LabelForm, label: string, value: string): VNode =>
  form === 'split'
    ? h('div', { class: 'fact' }, [h('span', { class: 'fact-name' }, `${label}：`), h('span', value)])
    : h('div', { class: 'fact' }, `${label}：${value}`);

const headerFacts = ({ order, placedAt, labels }: Shown): VNode[] => {
  const facts: [string, string][] = [
    ['订单号', order.orderId],
    ['创建时间', placedAt],
    ['买家昵称', taobaoMaskedNick(order.buyer)],
  ];
  return labels === 'run'
    ? [h('div', { class: 'fact' }, facts.map(([label, value]) => `${label}：${value}`).join(' '))]
    : facts.map(([label, value]) => labelled(labels, label, value));
};

/** The picture's link is the one recorded anchor of a sub order: `td > div > div > a > img`. */
const goodCell = (line: PracticeLine): VNode =>
  h('td', { class: 'sold-good' }, [
    h('div', [
      h('div', { class: 'sold-good-box' }, [
        h(
          'a',
          { href: `#item-${line.id}`, onClick: (event: Event) => event.preventDefault() },
          h('img', { src: goodPicture(line.hue), alt: '' }),
        ),
        h('div', { class: 'sold-good-text' }, [
          h('p', line.title),
          h(
            'p',
            { class: 'muted' },
            taobaoSku(line)
              .map(([name, value]) => `${name}：${value}`)
              .join('；'),
          ),
        ]),
      ]),
    ]),
  ]);

const actions: Record<string, string[]> = {
  unpaid: ['关闭交易', '详情'],
  unshipped: ['发货', '详情'],
  shipped: ['查看物流', '详情'],
  done: ['查看物流', '详情'],
  closed: ['详情'],
};

const link = (word: string, onClick?: () => void): VNode =>
  h('button', { type: 'button', class: 'next-btn next-small next-btn-text', onClick }, word);

/** The cells that stand once per order, beside its first sub order. */
const orderCells = ({ order, labels, onChangePrice }: Shown): VNode[] => {
  const rowspan = order.lines.length;
  return [
    h('td', { rowspan }, [
      labelled(labels, '交易状态', taobaoStatusText(order)),
      order.status === 'unpaid' ? link('修改价格', () => onChangePrice(order)) : null,
    ]),
    h('td', { rowspan }, [
      labelled(labels, '实收款', `￥${formatFen(order.amount)}`),
      h('div', { class: 'muted' }, `(含快递:￥${formatFen(order.freight)})`),
    ]),
    h(
      'td',
      { rowspan },
      (actions[order.status] ?? []).map((word) => link(word)),
    ),
  ];
};

/**
 * One order is one table: the first row names it, each further row is a sub order (markets.md §3, current page).
 * The recorded classes are only those around the tables.
 */
export const orderTable = (shown: Shown): VNode =>
  h('table', { key: shown.order.orderId }, [
    h(
      'colgroup',
      ['36%', '10%', '8%', '16%', '18%', '12%'].map((width) => h('col', { style: { width } })),
    ),
    h('tbody', [
      h('tr', { class: 'next-table-row first' }, [
        h('td', { colspan: 6 }, [
          h('div', { class: 'next-table-cell-wrapper sold-head' }, [
            h('input', { type: 'checkbox', 'aria-label': '选择订单' }),
            ...headerFacts(shown),
          ]),
        ]),
      ]),
      ...shown.order.lines.map((line, index) =>
        h('tr', { class: 'next-table-row', key: line.id }, [
          goodCell(line),
          h('td', `￥${formatFen(line.price)}`),
          h('td', String(line.quantity)),
          ...(index === 0 ? orderCells(shown) : []),
        ]),
      ),
    ]),
  ]);

/** What stands in the list where nothing was found: a table too, of one row. */
export const emptyTable = (): VNode =>
  h('table', [
    h('tbody', [
      h('tr', [
        h('td', { colspan: 6 }, [
          h('div', { class: 'next-table-empty' }, '没有符合条件的宝贝，请尝试其他搜索条件。'),
        ]),
      ]),
    ]),
  ]);
