import { createApp, defineComponent, h, nextTick, shallowReactive, type VNode } from 'vue';
import type { OrdersTruth, PracticeOrder } from '../../generator/order-shape.ts';
import { orderTime, timeStyleOf } from '../../generator/order-time.ts';
import { placeOrders } from '../../generator/orders.ts';
import { ordersTruth } from '../../generator/orders-truth.ts';
import { oldTaobaoOrderShown, taobaoOrderFacts } from '../../generator/taobao-orders.ts';
import { createClock } from '../../page/clock.ts';
import { addHashedStyles, readLayout } from '../../page/layout.ts';
import type { PageTruth } from '../../page/page-truth.ts';
import { readParams } from '../../page/params.ts';
import { showRibbon } from '../../page/ribbon.ts';
import css from './old.css?inline';
import { oldColumns, oldOrder } from './order.ts';

const params = readParams(new URL(location.href));
const clock = createClock(params.now, params.live);
const layout = readLayout(params);
const style = timeStyleOf(params.get('times'));

/** The hashes of this page stood unchanged for years (markets.md §3): only a rotated build has others. */
const recorded: Record<string, string> = {
  'item-mod__trade-order': '2LnGB',
  'item-mod__trade-order-mainClose': '34USw',
  'item-mod__checkbox-label': 'cRGUj',
  'buyer-mod__name': 'S9vit',
  'buyer-mod__buyer': '3NRwJ',
  'suborder-mod__order-table': '2SEhF',
  'production-mod__sku-item': '3s6lG',
  'sol-mod__no-br': '1FsWT',
  'price-mod__price': '3Un7c',
  'pagination-mod__show-more-page-button': 'txdoB',
};
const cls = (name: string): string =>
  `${name}___${layout.rotated ? layout.tail(name, 5) : (recorded[name] ?? layout.tail(name, 5))}`;

const book = placeOrders({
  market: 'taobao',
  seed: params.seed,
  now: clock.now(),
  ...(params.rows !== undefined && { rows: params.rows }),
});
const openedAt = clock.now();
const placedAt = (order: PracticeOrder) => orderTime(order.placedAt, openedAt, style);
const shownOf = (order: PracticeOrder) => oldTaobaoOrderShown(order, placedAt(order));

const state = shallowReactive({ arrived: params.get('late') === undefined, round: 0, orders: book.orders });
const visible = (): PracticeOrder[] => (state.arrived ? state.orders : []);

const tabs = [
  '近三个月订单',
  '等待买家付款',
  '等待发货',
  '已发货',
  '退款中',
  '需要评价',
  '成功的订单',
  '关闭的订单',
];

const page = (): VNode =>
  h('div', { class: 'old' }, [
    h('header', [h('b', '卖家中心'), h('span', '交易管理'), h('span', '物流管理'), h('span', '宝贝管理')]),
    h('main', { id: 'sold_container' }, [
      h(
        'p',
        { class: 'practice-note' },
        '练习页说明：这是 2016 至 2021 年的旧版列表，类名取自公开资料；各列的先后是我们的假设。',
      ),
      h(
        'div',
        { class: 'old-tabs' },
        tabs.map((word, n) => h('span', { class: { on: n === 0 } }, word)),
      ),
      h(
        'div',
        { class: 'old-columns' },
        oldColumns.map(({ title }) => h('span', title)),
      ),
      h(
        'div',
        { class: 'old-list', key: state.round },
        visible().map((order) => oldOrder({ order, placedAt: placedAt(order).text, cls })),
      ),
      state.arrived && state.orders.length === 0
        ? h('p', { class: 'old-empty' }, '没有符合条件的宝贝，请尝试其他搜索条件。')
        : null,
      h('div', { class: 'old-pager' }, [
        h('ul', [h('li', { class: 'pagination-item pagination-item-1' }, [h('a', '1')])]),
        h('button', { type: 'button', class: cls('pagination-mod__show-more-page-button') }, '显示更多页码'),
      ]),
    ]),
  ]);

addHashedStyles(css, cls);
showRibbon(`淘宝旧版订单管理 · 种子 ${params.seed} · ${book.orders.length} 单 · 姓名、订单均为虚构`);
createApp(defineComponent(() => page)).mount('#app');
if (!state.arrived) {
  setTimeout(
    () => {
      state.arrived = true;
    },
    Number(params.get('late')),
  );
}

export interface OldTaobaoPractice {
  readonly now: number;
  advance(ms: number): void;
  truth(): OrdersTruth;
  /** Order numbers on the page, top to bottom. */
  shown(): string[];
  /** Every row is thrown away and made again. */
  refresh(): Promise<void>;
  reading(): PageTruth;
}

const control: OldTaobaoPractice = {
  get now() {
    return clock.now();
  },
  advance: (ms) => clock.advance(ms),
  truth: () => ordersTruth({ ...book, orders: state.orders }, (order) => taobaoOrderFacts(shownOf(order))),
  shown: () => visible().map((order) => order.orderId),
  refresh: async () => {
    state.round += 1;
    await nextTick();
  },
  reading: () => ({ orders: visible().map(shownOf) }),
};
(window as unknown as { practice: OldTaobaoPractice }).practice = control;
