import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { OrderStatus } from '../../../rules/orders/order.ts';
import {
  doudianOrderFacts,
  doudianOrderShown,
  oldDoudianOrderShown,
} from '../../generator/doudian-orders.ts';
import type { OrdersTruth, PracticeOrder } from '../../generator/order-shape.ts';
import { orderTime, timeStyleOf } from '../../generator/order-time.ts';
import { placeOrders } from '../../generator/orders.ts';
import { ordersTruth } from '../../generator/orders-truth.ts';
import { createClock } from '../../page/clock.ts';
import { addHashedStyles, readLayout } from '../../page/layout.ts';
import type { PageTruth } from '../../page/page-truth.ts';
import { readParams } from '../../page/params.ts';
import { showRibbon } from '../../page/ribbon.ts';
import { classOf, createLook, orderLayouts } from './look.ts';
import { OldOrderList } from './OldOrderList.tsx';
import { OrderTable } from './OrderTable.tsx';
import css from './orders.css?inline';
import { Pager } from './Pager.tsx';

const params = readParams(new URL(location.href));
const clock = createClock(params.now, params.live);
const layout = readLayout(params, ...orderLayouts);
const look = createLook(layout, params.get('prefix'));
addHashedStyles(css, classOf(look));
const style = timeStyleOf(params.get('times'));
// Times are written once, when the list arrives, and stay so until it is loaded again.
const openedAt = clock.now();
const placedAt = (order: PracticeOrder) => orderTime(order.placedAt, openedAt, style);
const shownOf = (order: PracticeOrder) =>
  layout.name === '2021'
    ? oldDoudianOrderShown(order, placedAt(order))
    : doudianOrderShown(order, placedAt(order));

const book = placeOrders({
  market: 'doudian',
  seed: params.seed,
  now: openedAt,
  ...(params.rows !== undefined && { rows: params.rows }),
});
const asked = Number(params.get('size'));
const PAGE_SIZE = Number.isInteger(asked) && asked > 0 ? asked : 20;

const tabs: { id: string; title: string; status?: OrderStatus }[] = [
  { id: 'all', title: '全部' },
  { id: 'unpaid', title: '待支付', status: 'unpaid' },
  { id: 'unshipped', title: '待发货', status: 'unshipped' },
  { id: 'shipped', title: '已发货', status: 'shipped' },
];
const late = params.get('late');
const state = { orders: book.orders, tab: 'all', page: 0, arrived: late === undefined, round: 0, version: 0 };
const listeners = new Set<() => void>();
/** Drawn before it returns, so that what a test does next meets the new page. */
const again = (change: () => void): void =>
  flushSync(() => {
    change();
    state.version += 1;
    for (const listener of listeners) listener();
  });
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const listed = (): PracticeOrder[] => {
  const status = tabs.find(({ id }) => id === state.tab)?.status;
  return status === undefined ? state.orders : state.orders.filter((order) => order.status === status);
};
const pages = (): number => Math.max(1, Math.ceil(listed().length / PAGE_SIZE));
const visible = (): PracticeOrder[] =>
  state.arrived ? listed().slice(state.page * PAGE_SIZE, (state.page + 1) * PAGE_SIZE) : [];

const openTab = (id: string): void =>
  again(() => {
    state.tab = id;
    state.page = 0;
  });
const openPage = (page: number): void =>
  again(() => {
    state.page = Math.min(Math.max(page, 0), pages() - 1);
  });

const menu = ['首页', '订单管理', '售后', '物流', '商品', '营销', '店铺', '数据', '客服'];

function Page() {
  useSyncExternalStore(subscribe, () => state.version);
  const { ui, mod } = look;
  const List = layout.name === '2021' ? OldOrderList : OrderTable;
  return (
    <div className={mod('index_frame')}>
      <header className={mod('index_top')}>
        <b>抖店</b>
        <div className="headerShopName">首班练习箱包店</div>
      </header>
      <div className={mod('index_columns')}>
        <nav className={mod('index_menu')}>
          {menu.map((word) => (
            <span key={word}>{word}</span>
          ))}
        </nav>
        <main className={mod('index_main')}>
          <div className={ui('tabs-nav')}>
            {tabs.map(({ id, title }) => (
              <button
                type="button"
                key={id}
                className={`${ui('tabs-tab')}${id === state.tab ? ` ${ui('tabs-tab-active')}` : ''}`}
                onClick={() => openTab(id)}
              >
                {title}
              </button>
            ))}
          </div>
          <div className={ui('spin-nested-loading')}>
            <div className={ui('spin-container')} key={state.round}>
              {state.arrived ? (
                <List orders={visible()} placedAt={(order) => placedAt(order).text} look={look} />
              ) : (
                <div className={ui('spin')}>加载中</div>
              )}
            </div>
          </div>
          <Pager page={state.page} pages={pages()} total={listed().length} look={look} onPage={openPage} />
        </main>
      </div>
    </div>
  );
}

showRibbon(`抖店订单管理 · 种子 ${params.seed} · ${book.orders.length} 单 · 姓名、电话、地址均为虚构`);
const home = document.getElementById('app');
if (home) createRoot(home).render(<Page />);
if (late !== undefined) {
  setTimeout(() => {
    again(() => {
      state.arrived = true;
    });
  }, Number(late));
}

export interface DoudianOrdersPractice {
  readonly now: number;
  advance(ms: number): void;
  /** The whole seed, whatever tab and page are open. */
  truth(): OrdersTruth;
  /** Order numbers on the page, top to bottom. */
  shown(): string[];
  openTab(id: string): void;
  /** Zero-based. */
  openPage(page: number): void;
  /** Every row's nodes are thrown away and made again. */
  refresh(): void;
  change(orderId: string, to: { status: OrderStatus }): void;
  reading(): PageTruth;
}

const control: DoudianOrdersPractice = {
  get now() {
    return clock.now();
  },
  advance: (ms) => clock.advance(ms),
  truth: () => ordersTruth({ ...book, orders: state.orders }, (order) => doudianOrderFacts(shownOf(order))),
  shown: () => visible().map((order) => order.orderId),
  openTab,
  openPage,
  refresh: () =>
    again(() => {
      state.round += 1;
    }),
  change: (orderId, to) =>
    again(() => {
      state.orders = state.orders.map((order) => (order.orderId === orderId ? { ...order, ...to } : order));
    }),
  reading: () => ({ orders: visible().map(shownOf) }),
};
(window as unknown as { practice: DoudianOrdersPractice }).practice = control;
