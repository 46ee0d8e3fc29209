import { createApp, defineComponent, h, nextTick, reactive, shallowReactive, type VNode } from 'vue';
import type { OrderStatus } from '../../../rules/orders/order.ts';
import type { OrdersTruth, PracticeOrder } from '../../generator/order-shape.ts';
import { orderTime, timeStyleOf } from '../../generator/order-time.ts';
import { placeOrders } from '../../generator/orders.ts';
import { ordersTruth } from '../../generator/orders-truth.ts';
import { taobaoOrderFacts, taobaoOrderShown } from '../../generator/taobao-orders.ts';
import { createClock } from '../../page/clock.ts';
import { readLayout } from '../../page/layout.ts';
import type { PageTruth } from '../../page/page-truth.ts';
import { readParams } from '../../page/params.ts';
import { showRibbon } from '../../page/ribbon.ts';
import { emptyTable, labelForms, orderTable } from './order-table.ts';
import { dialogForms, openDraft, type PriceDraft, priceDialog } from './price-dialog.ts';
import { otherRoute, qnShell, riskSlider, soldPath } from './shell.ts';
import './taobao.css';

const params = readParams(new URL(location.href));
const clock = createClock(params.now, params.live);
// No class of this page is hashed: a rotated build looks the same, which the reading test proves like any other.
readLayout(params);
const choice = <T extends string>(name: string, allowed: readonly [T, ...T[]]): T => {
  const asked = params.get(name) ?? allowed[0];
  const found = allowed.find((one) => one === asked);
  if (!found) throw new Error(`${name}=${asked}: there are ${allowed.join(', ')}`);
  return found;
};
const labels = choice('labels', labelForms);
const form = choice('dialog', dialogForms);
const style = timeStyleOf(params.get('times'));
const risk = params.get('risk') === '1';

const book = placeOrders({
  market: 'taobao',
  seed: params.seed,
  now: clock.now(),
  ...(params.rows !== undefined && { rows: params.rows }),
});
// Times are written once, when the list arrives, and stay so until it is loaded again.
const openedAt = clock.now();
const placedAt = (order: PracticeOrder) => orderTime(order.placedAt, openedAt, style);
const shownOf = (order: PracticeOrder) => taobaoOrderShown(order, placedAt(order));

const state = shallowReactive({
  path: location.pathname,
  arrived: params.get('late') === undefined,
  round: 0,
  orders: book.orders,
  draft: undefined as PriceDraft | undefined,
});
const confirmed: { orderId: string; deltas: string[]; freight: string; free: boolean }[] = [];

const isList = (): boolean => state.path.startsWith(soldPath);
const visible = (): PracticeOrder[] => (isList() && state.arrived && !risk ? state.orders : []);

/** In-page navigation: the path changes, nothing is loaded. */
function go(path: string): void {
  if (path !== location.pathname) history.pushState(null, '', `${path}${location.search}`);
  state.draft = undefined;
  state.path = location.pathname;
}
addEventListener('popstate', () => {
  state.draft = undefined;
  state.path = location.pathname;
});

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
const columns = ['宝贝', '单价', '数量', '交易状态', '实收款', '操作'];

const tables = (): VNode[] => {
  if (!state.arrived || risk) return [];
  if (state.orders.length === 0) return [emptyTable()];
  return state.orders.map((order) =>
    orderTable({
      order,
      placedAt: placedAt(order).text,
      labels,
      onChangePrice: (one) => {
        state.draft = reactive(openDraft(one));
      },
    }),
  );
};

const list = (): VNode =>
  h('section', { class: 'qn-page' }, [
    h('h3', '已卖出的宝贝'),
    h(
      'p',
      { class: 'practice-note' },
      '练习页说明：公开资料只有表格骨架和五个标签，其余排版以及改价弹窗里三个标签以外的部分是我们的假设。',
    ),
    h(
      'div',
      { class: 'sold-tabs' },
      tabs.map((word, n) => h('span', { class: { on: n === 0 } }, word)),
    ),
    h('div', { class: 'next-table next-table-medium' }, [
      h('div', { class: 'next-table-inner' }, [
        h(
          'div',
          { class: 'next-table-header sold-columns' },
          columns.map((word) => h('span', word)),
        ),
        h('div', { class: 'next-table-body', key: state.round }, tables()),
      ]),
    ]),
    h('div', { class: 'sold-pager' }, `共 ${state.orders.length} 条`),
    risk ? riskSlider() : null,
    state.draft
      ? priceDialog({
          draft: state.draft,
          form,
          onConfirm: () => {
            if (!state.draft) return;
            const { order, deltas, freight, free } = state.draft;
            confirmed.push({ orderId: order.orderId, deltas: [...deltas], freight, free });
            state.draft = undefined;
          },
          onClose: () => {
            state.draft = undefined;
          },
        })
      : null,
  ]);

showRibbon(`淘宝订单管理 · 种子 ${params.seed} · ${book.orders.length} 单 · 姓名、订单均为虚构`);
createApp(
  defineComponent(
    () => () => qnShell({ path: state.path, onGo: go }, isList() ? list() : otherRoute(state.path)),
  ),
).mount('#app');
if (!state.arrived) {
  setTimeout(
    () => {
      state.arrived = true;
    },
    Number(params.get('late')),
  );
}

export interface TaobaoOrdersPractice {
  readonly now: number;
  advance(ms: number): void;
  truth(): OrdersTruth;
  /** Order numbers on the page, top to bottom. */
  shown(): string[];
  /** In-page navigation to another route, and back. */
  go(path: string): Promise<void>;
  /** Every table is thrown away and made again. */
  refresh(): Promise<void>;
  change(orderId: string, to: { status?: OrderStatus }): Promise<void>;
  cut(count: number): Promise<void>;
  /** What 确定 of the price dialog was pressed with. */
  readonly confirmed: readonly { orderId: string; deltas: string[]; freight: string; free: boolean }[];
  /** What stands in the open price dialog, as the page holds it. */
  readonly draft: { deltas: string[]; freight: string; free: boolean } | undefined;
  reading(): PageTruth;
}

const control: TaobaoOrdersPractice = {
  get now() {
    return clock.now();
  },
  advance: (ms) => clock.advance(ms),
  truth: () => ordersTruth({ ...book, orders: state.orders }, (order) => taobaoOrderFacts(shownOf(order))),
  shown: () => visible().map((order) => order.orderId),
  go: async (path) => {
    go(path);
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
  confirmed,
  get draft() {
    return (
      state.draft && {
        deltas: [...state.draft.deltas],
        freight: state.draft.freight,
        free: state.draft.free,
      }
    );
  },
  reading: () => ({
    ...(isList() && { orders: visible().map(shownOf) }),
    // The dialog's own amounts stand in no known place: only its inputs are known, by their labels.
    ...(state.draft && {
      price: {
        mode: 'line-delta',
        prices: state.draft.deltas.length,
        freight: true,
        freeFreight: true,
      },
    }),
  }),
};
(window as unknown as { practice: TaobaoOrdersPractice }).practice = control;
