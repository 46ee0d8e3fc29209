import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import type { OrderStatus } from '../../../rules/orders/order.ts';
import type { OrdersTruth, PracticeOrder } from '../../generator/order-shape.ts';
import { orderTime, timeStyleOf } from '../../generator/order-time.ts';
import { placeOrders } from '../../generator/orders.ts';
import { ordersTruth } from '../../generator/orders-truth.ts';
import { pddOrderFacts, pddOrderShown, pddReceiver } from '../../generator/pdd-orders.ts';
import { createClock } from '../../page/clock.ts';
import { readLayout } from '../../page/layout.ts';
import type { OrderTruth, PageTruth } from '../../page/page-truth.ts';
import { readParams } from '../../page/params.ts';
import { showRibbon } from '../../page/ribbon.ts';
import { NoteDialog } from './NoteDialog.tsx';
import { OrderList } from './OrderList.tsx';
import type { ShownOrder } from './shown-order.ts';
import './orders.css';

const params = readParams(new URL(location.href));
const clock = createClock(params.now, params.live);
const layout = readLayout(params, 'testid', '2022', '2021');
const style = timeStyleOf(params.get('times'));
const isFlat = params.get('form') === 'flat';
const hidesPhones = params.get('phone') === '0';
/** How often 查看 shows a receiver; the real number is not known. */
const VIEWS = 3;

const book = placeOrders({
  market: 'pdd',
  seed: params.seed,
  now: clock.now(),
  ...(params.rows !== undefined && { rows: params.rows }),
});
// Times are written once, when the list arrives, and stay so until it is loaded again.
const openedAt = clock.now();

const state = {
  orders: book.orders,
  arrived: params.get('late') === undefined,
  round: 0,
  version: 0,
  revealed: new Set<string>(),
  refused: false,
  noteFor: undefined as string | undefined,
};
const notes: Record<string, string> = {};
const listeners = new Set<() => void>();
const again = (): void => {
  state.version += 1;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const timesOf = (order: PracticeOrder) => ({
  placedAt: orderTime(order.placedAt, openedAt, style),
  ...(order.shipBy !== undefined && { shipBy: orderTime(order.shipBy, openedAt, style) }),
});

function drawn(order: PracticeOrder): ShownOrder {
  const isRevealed = state.revealed.has(order.orderId);
  const receiver = pddReceiver(order, isRevealed);
  const { placedAt, shipBy } = timesOf(order);
  return {
    order,
    placedAt,
    shipBy,
    receiver,
    phone: hidesPhones ? undefined : receiver.phone,
    isRevealed,
  };
}

function shownOf(order: PracticeOrder): OrderTruth {
  const shown = pddOrderShown(order, timesOf(order), layout.name, state.revealed.has(order.orderId));
  if (hidesPhones) delete shown.phone;
  return shown;
}

const visible = (): PracticeOrder[] => (state.arrived ? state.orders : []);

function reveal(orderId: string): void {
  if (state.revealed.size < VIEWS) state.revealed.add(orderId);
  else state.refused = true;
  again();
}

const beast = (name: string): string => `${name}_${layout.version()}`;
const actions = {
  onReveal: reveal,
  onNote: (orderId: string) => {
    state.noteFor = orderId;
    again();
  },
  beast,
};

const menu = ['店铺首页', '订单查询', '发货管理', '售后管理', '商品管理', '评价管理', '多多客服', '数据中心'];
const tabs = ['全部', '待支付', '待发货', '已发货', '已收货', '退款中'];

function Page() {
  useSyncExternalStore(subscribe, () => state.version);
  return (
    <div className="mms">
      <header className="mms-top user-info-top">
        <b>拼多多 商家后台</b>
        <span>首页</span>
        <i />
        <span className="user-name">
          <span className="name">手边练习旗舰店</span> <span className="id">900000001</span>
        </span>
      </header>
      <div className="mms-main">
        <nav className="mms-menu">
          {menu.map((word) => (
            <span key={word} className={word === '订单查询' ? 'on' : ''}>
              {word}
            </span>
          ))}
        </nav>
        <section className="mms-page" id="pdd-app-skeleton-main-content">
          <div id="mf-mms-orders-container" className="orders-page">
            <h3>订单查询</h3>
            <p className="practice-note">
              练习页说明：今天的列表是哪一种排版没有资料，三种都备着（?layout=testid、2022、2021）；testid
              一种的行列是我们的假设。
            </p>
            <div className="order-filter">
              <input placeholder="请输入完整商品ID" />
              {tabs.map((word, n) => (
                <span key={word} className={`${beast('TAB_capsule')}${n === 0 ? ' on' : ''}`}>
                  {word}
                </span>
              ))}
            </div>
            <div className="order-scroll" key={state.round}>
              {state.arrived && (
                <OrderList
                  form={layout.name}
                  isFlat={isFlat}
                  orders={visible().map(drawn)}
                  actions={actions}
                />
              )}
            </div>
            {state.refused && <p role="status">今日查看次数已用完</p>}
          </div>
        </section>
      </div>
      {state.noteFor !== undefined && (
        <NoteDialog
          orderId={state.noteFor}
          beast={beast}
          onSave={(text) => {
            if (state.noteFor !== undefined) notes[state.noteFor] = text;
            state.noteFor = undefined;
            again();
          }}
          onClose={() => {
            state.noteFor = undefined;
            again();
          }}
        />
      )}
    </div>
  );
}

showRibbon(`拼多多订单查询 · 种子 ${params.seed} · ${book.orders.length} 单 · 姓名、电话、地址均为虚构`);
const home = document.getElementById('app');
if (home) createRoot(home).render(<Page />);
if (!state.arrived) {
  setTimeout(
    () => {
      state.arrived = true;
      again();
    },
    Number(params.get('late')),
  );
}

export interface PddOrdersPractice {
  readonly now: number;
  advance(ms: number): void;
  truth(): OrdersTruth;
  /** Order numbers on the page, top to bottom. */
  shown(): string[];
  /** Every row is thrown away and made again. */
  refresh(): void;
  change(orderId: string, to: { status?: OrderStatus }): void;
  /** As pressing 查看. */
  reveal(orderId: string): void;
  /** Order number → what 保存 of the memo dialog was pressed with. */
  readonly notes: Readonly<Record<string, string>>;
  reading(): PageTruth;
}

const control: PddOrdersPractice = {
  get now() {
    return clock.now();
  },
  advance: (ms) => clock.advance(ms),
  truth: () => ordersTruth({ ...book, orders: state.orders }, (order) => pddOrderFacts(shownOf(order))),
  shown: () => visible().map((order) => order.orderId),
  refresh: () => {
    state.round += 1;
    again();
  },
  change: (orderId, to) => {
    state.orders = state.orders.map((order) => (order.orderId === orderId ? { ...order, ...to } : order));
    again();
  },
  reveal,
  notes,
  reading: () => ({ orders: visible().map(shownOf) }),
};
(window as unknown as { practice: PddOrdersPractice }).practice = control;
