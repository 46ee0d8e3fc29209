import { createApp, defineComponent, h, nextTick, shallowReactive } from 'vue';
import type { OrderStatus } from '../../../rules/orders/order.ts';
import { jdOrderFacts, jdOrders } from '../../generator/jd-orders.ts';
import type { OrdersTruth, PracticeOrder } from '../../generator/order-shape.ts';
import { createClock } from '../../page/clock.ts';
import { readLayout } from '../../page/layout.ts';
import type { PageTruth } from '../../page/page-truth.ts';
import { readParams } from '../../page/params.ts';
import { showRibbon } from '../../page/ribbon.ts';
import { jdShell } from '../shell.ts';
import '../jd.css';
import { orderCard } from './card.ts';

const address = new URL(location.href);
const params = readParams(address);
// The classes are the same from 2024 to 2026 (markets.md §10): another build changes nothing a map could anchor on.
const layout = readLayout(params, 'current', 'redesigned');
const clock = createClock(params.now, params.live);
const { orders, truth } = jdOrders({
  seed: params.seed,
  now: clock.now(),
  ...(params.rows !== undefined && { rows: params.rows }),
});

const tabs: { id: string; title: string; status?: OrderStatus }[] = [
  { id: 'allOrders', title: '全部订单' },
  { id: 'waitPay', title: '等待付款', status: 'unpaid' },
  { id: 'waitOut', title: '等待出库', status: 'unshipped' },
  { id: 'waitReceive', title: '已出库', status: 'shipped' },
  { id: 'finished', title: '已完成', status: 'done' },
];
const tabNow = (): string =>
  new URL(location.href).searchParams.get('tabType') ??
  (location.pathname.endsWith('/waitOut') ? 'waitOut' : 'allOrders');

/** Rows of one page; without `size` all are on one. */
const asked = Number(params.get('size'));
const pageSize = Number.isInteger(asked) && asked > 0 ? asked : Number.MAX_SAFE_INTEGER;
const state = shallowReactive({
  orders,
  tab: tabNow(),
  page: 0,
  round: 0,
  shown: params.get('late') === undefined,
});
const listed = (): PracticeOrder[] => {
  const status = tabs.find((tab) => tab.id === state.tab)?.status;
  return status === undefined ? state.orders : state.orders.filter((order) => order.status === status);
};
const pages = (): number => Math.max(1, Math.ceil(listed().length / pageSize));
const visible = (): PracticeOrder[] => listed().slice(state.page * pageSize, (state.page + 1) * pageSize);
/** Turning a page loads nothing and leaves the address as it is. */
const openPage = (page: number): void => {
  state.page = Math.min(Math.max(page, 0), pages() - 1);
};

/** Changing tabs is in-page navigation: the address changes, nothing is loaded. */
function openTab(id: string): void {
  const next = new URL(location.href);
  next.searchParams.set('tabType', id);
  history.pushState(null, '', next);
  state.page = 0;
  state.tab = id;
}
addEventListener('popstate', () => {
  state.page = 0;
  state.tab = tabNow();
});

const columns = ['商品信息', '应收款', '收货信息', '订单状态', '备注', '操作'];
const filters = ['订单编号', '商品编号', '下单账号', '收货人姓名', '物流单号'];
const bulk = ['批量出库', '批量打印面单', '批量备注', '导出订单'];

const list = () =>
  h('div', { class: 'order-page' }, [
    h(
      'div',
      { class: 'jd-tabs' },
      tabs.map((tab) =>
        h(
          'button',
          {
            type: 'button',
            class: ['jd-tabs__item', { 'is-active': tab.id === state.tab }],
            onClick: () => openTab(tab.id),
          },
          tab.title,
        ),
      ),
    ),
    h('div', { class: 'jd-form' }, [
      ...filters.map((word) =>
        h('label', [`${word} `, h('input', { class: 'jd-input__inner', placeholder: '请输入' })]),
      ),
      h('button', { type: 'button', class: 'jd-button jd-button--primary' }, '查询'),
      h('button', { type: 'button', class: 'jd-button' }, '重置'),
    ]),
    h(
      'div',
      { class: 'batch-operate-buttons' },
      bulk.map((word) => h('button', { type: 'button', class: 'jd-button' }, word)),
    ),
    h('div', { class: 'jd-pro-card-table' }, [
      h(
        'div',
        { class: 'table-header' },
        columns.map((word) => h('span', word)),
      ),
      h('div', { class: 'jd-scrollbar' }, [
        h('div', { class: 'jd-scrollbar__wrap' }, [
          h('div', { class: 'jd-scrollbar__view' }, [
            h(
              'div',
              { class: 'table-body', key: state.round },
              state.shown ? visible().map((order) => orderCard(order, layout.name === 'redesigned')) : [],
            ),
          ]),
        ]),
      ]),
      h('div', { class: 'jd-pagination' }, [
        h(
          'button',
          { type: 'button', disabled: state.page === 0, onClick: () => openPage(state.page - 1) },
          '上一页',
        ),
        `共 ${listed().length} 条　第 ${state.page + 1} / ${pages()} 页`,
        h(
          'button',
          { type: 'button', disabled: state.page + 1 >= pages(), onClick: () => openPage(state.page + 1) },
          '下一页',
        ),
      ]),
    ]),
  ]);

const inside = params.get('inside') === '1';
showRibbon(`京东订单管理 · 种子 ${params.seed} · ${orders.length} 单 · 姓名、电话、地址均为虚构`);
createApp(defineComponent(() => () => (inside ? list() : jdShell(list())))).mount('#app');
if (!state.shown) {
  setTimeout(
    () => {
      state.shown = true;
    },
    Number(params.get('late')),
  );
}

export interface JdOrdersPractice {
  readonly now: number;
  advance(ms: number): void;
  /** The whole seed, whatever tab is open. */
  truth(): OrdersTruth;
  /** Order numbers on the page, top to bottom. */
  shown(): string[];
  openTab(id: string): Promise<void>;
  /** Zero-based; pages there are with `size` in the address. */
  openPage(page: number): Promise<void>;
  /** Every card's nodes are thrown away and made again, as after the page's own refresh. */
  refresh(): Promise<void>;
  /** Changes one order; only its card changes. Truth rows follow, flags stay the generator's. */
  change(orderId: string, to: { status?: OrderStatus; memo?: string }): Promise<void>;
  /** Shows the first `count` orders only (a shorter page). */
  cut(count: number): Promise<void>;
  reading(): PageTruth;
}

const control: JdOrdersPractice = {
  get now() {
    return clock.now();
  },
  advance: (ms) => clock.advance(ms),
  truth: () => ({ ...truth, rows: state.orders.map(jdOrderFacts) }),
  shown: () => visible().map((order) => order.orderId),
  openTab: async (id) => {
    openTab(id);
    await nextTick();
  },
  openPage: async (page) => {
    openPage(page);
    await nextTick();
  },
  refresh: async () => {
    state.round += 1;
    await nextTick();
  },
  change: async (orderId, to) => {
    state.orders = state.orders.map((order) => (order.orderId === orderId ? { ...order, ...to } : order));
    await nextTick();
  },
  cut: async (count) => {
    state.orders = state.orders.slice(0, count);
    await nextTick();
  },
  reading: () => ({ orders: state.shown ? visible().map(jdOrderFacts) : [] }),
};
(window as unknown as { practice: JdOrdersPractice }).practice = control;
