import { createApp, defineComponent, h, nextTick, reactive } from 'vue';
import type { OrdersTruth } from '../../generator/order-shape.ts';
import { xiaohongshuOrderFacts, xiaohongshuOrders } from '../../generator/xiaohongshu-orders.ts';
import { createClock } from '../../page/clock.ts';
import { addHashedStyles, readLayout } from '../../page/layout.ts';
import type { OrderTruth, PageTruth } from '../../page/page-truth.ts';
import { readParams } from '../../page/params.ts';
import { showRibbon } from '../../page/ribbon.ts';
import { openedWith } from '../../simulator/control.ts';
import css from './chat.css?inline';
import { orderCard } from './order-card.ts';

const params = readParams(new URL(location.href));
const clock = createClock(params.now, params.live);
const layout = readLayout(params);
const cls = (name: string): string => `${name}-${layout.tail(name, 6)}`;
addHashedStyles(css, cls);
const { orders, truth } = xiaohongshuOrders({
  seed: params.seed,
  now: clock.now(),
  rows: params.rows ?? 12,
});
const late = Number(params.get('late') ?? 0);
const state = reactive({
  arrived: late === 0,
  /** `chat=none`: a plain browser, where the workbench's chat may never come (markets.md §8). */
  hasChat: params.get('chat') !== 'none',
  from: 0,
  to: orders.length,
});
if (late > 0) {
  setTimeout(() => {
    state.arrived = true;
  }, late);
}
const shown = () => (state.arrived && state.hasChat ? orders.slice(state.from, state.to) : []);

const page = defineComponent(
  () => () =>
    h('div', { class: cls('page') }, [
      h('header', { class: cls('top') }, [
        h('b', '千帆 客服工作台'),
        ...['会话', '工单', '数据', '设置'].map((word) => h('span', word)),
        h('i'),
        h('span', '手边练习小店'),
      ]),
      state.hasChat
        ? h('div', { class: 'farmer-chat-app' }, [
            h('div', { class: cls('blank') }, '会话和消息没有资料，这里留空'),
            h('div', { class: 'farmer-chat__right' }, [
              h('div', { class: 'new-right-panel' }, [
                h('div', { class: cls('tabs') }, [h('b', '订单'), h('span', '商品'), h('span', '用户')]),
                h('div', { class: 'order-tool-container' }, [
                  h(
                    'div',
                    { class: 'order-tool-content' },
                    shown().length > 0
                      ? shown().map((order) => orderCard(order, cls))
                      : [h('div', { class: cls('none') }, state.arrived ? '暂无订单' : '加载中')],
                  ),
                ]),
              ]),
            ]),
          ])
        : h('div', { class: cls('loading') }, '正在打开客服工作台'),
    ]),
);

showRibbon(`小红书千帆客服工作台 · ${openedWith(params.seed, clock)}`);
createApp(page).mount('#app');

export interface OrderCardsPractice {
  readonly now: number;
  advance(ms: number): void;
  truth(): OrdersTruth;
  /** The panel shows the cards of another buyer: those numbered `from` to `to`, the last not included. */
  show(from: number, to: number): Promise<void>;
  reading(): PageTruth;
}
const control: OrderCardsPractice = {
  get now() {
    return clock.now();
  },
  advance: (ms) => clock.advance(ms),
  truth: () => truth,
  async show(from, to) {
    state.from = from;
    state.to = to;
    await nextTick();
  },
  reading: () =>
    state.hasChat ? { orders: shown().map((order): OrderTruth => xiaohongshuOrderFacts(order)) } : {},
};
(window as unknown as { practice: OrderCardsPractice }).practice = control;
