import Vue, { type CreateElement, type VNode } from 'vue2';
import { createClock } from '../../page/clock.ts';
import { readLayout } from '../../page/layout.ts';
import type { PageTruth } from '../../page/page-truth.ts';
import { readParams } from '../../page/params.ts';
import { showRibbon } from '../../page/ribbon.ts';
import { cardsShown, conversationShown, openShown } from '../../simulator/chat-shown.ts';
import { exposeChat, openedWith, type Showing } from '../../simulator/control.ts';
import { createDesk } from '../../simulator/desk.ts';
import { chatPanel } from './chat-panel.ts';
import { conversationList } from './conversation-list.ts';
import { sidePanel } from './side-panel.ts';
import { groups, membersOf, overdueMinutes, type PageState, showsTime } from './state.ts';
import { wipeForeign } from './wipe.ts';
import '../pdd.css';

const params = readParams(new URL(location.href));
// This page's classes carry no hash (markets.md §1): another build changes nothing a map could anchor on.
readLayout(params);
const clock = createClock(params.now, params.live);
const frozen = params.now !== undefined && !params.live;
const desk = createDesk({ seed: params.seed, market: 'pdd', count: params.rows ?? 24 }, clock, frozen);

const number = (name: string, otherwise: number): number => {
  const value = params.get(name);
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : otherwise;
};

const state: PageState = Vue.observable({
  round: 0,
  container: 0,
  listMounted: false,
  draft: '',
  openGroup: 'all',
});
const again = (): void => {
  state.round += 1;
};
desk.onChange(again);

// The real handlers look at isTrusted (markets.md §1, live run 2026-10-01): a script's click does nothing.
const trusted =
  <E extends Event>(act: (event: E) => void) =>
  (event: E): void => {
    if (event.isTrusted) act(event);
  };

function send(): void {
  const text = state.draft.trim();
  if (text === '' || desk.openId === undefined) return;
  state.draft = '';
  desk.agentReplies(text);
}

const page = new Vue({
  render(h: CreateElement): VNode {
    const now = clock.now();
    const open = desk.openId === undefined ? undefined : desk.conversation(desk.openId);
    return h('div', { staticClass: 'merchant-chat' }, [
      h('header', { staticClass: 'mms-top' }, [
        h('b', '拼多多 商家后台'),
        ...['首页', '订单', '商品', '营销', '评价', '数据'].map((word) => h('span', word)),
        h('i'),
        h('span', '客服01 在线'),
        h('span', '手边练习旗舰店'),
      ]),
      h('div', { staticClass: 'chat-columns' }, [
        conversationList(h, desk, state, now, {
          choose: (buyerId, group) =>
            trusted(() => {
              state.openGroup = group;
              state.draft = '';
              desk.open(buyerId);
            }),
        }),
        chatPanel(h, open, state, {
          input: (value) => {
            state.draft = value;
          },
          keydown: trusted((event: KeyboardEvent) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }),
          send: trusted(send),
        }),
        sidePanel(h, open),
      ]),
    ]);
  },
  updated() {
    wipeForeign(this);
  },
});

showRibbon(`拼多多客服工作台 · ${openedWith(params.seed, clock)}`);
page.$mount('#app');

setTimeout(
  () => {
    state.listMounted = true;
  },
  number('late', 500),
);

const wipeEvery = number('wipe', 4_000);
if (wipeEvery > 0) setInterval(again, wipeEvery);

// The list stands at its end, as chats do, unless the agent has scrolled up.
desk.onChange(() => {
  Vue.nextTick(() => {
    const box = page.$el.querySelector('.history-box');
    if (box) box.scrollTop = box.scrollHeight;
  });
});

const showing: Showing = {
  id: (message) => message.id,
  time: (message, index, all) =>
    showsTime(message, index, all)
      ? { ms: Math.floor(message.at / 1_000) * 1_000, precision: 's' }
      : undefined,
};

exposeChat(desk, clock, {
  live: params.live,
  showing,
  wipe: again,
  more: {
    /** Where no time is written the row's id still holds the milliseconds (markets.md §1). */
    reading: (): PageTruth => ({
      chat: {
        ...(state.listMounted
          ? openShown(desk, {
              ...showing,
              time: (message, index, all) =>
                showing.time?.(message, index, all) ?? { ms: Number(message.id), precision: 'ms' },
            })
          : { ...openShown(desk, showing), messages: [] }),
        ...(state.listMounted && desk.openId !== undefined && { buyerId: desk.openId }),
        items: state.listMounted ? cardsShown(desk) : [],
        conversations: groups.flatMap(({ id }) =>
          membersOf(id, desk, clock.now()).map((conversation) =>
            conversationShown(conversation, clock.now(), {
              active: desk.openId === conversation.buyer.id && state.openGroup === id,
              ...(overdueMinutes(conversation, clock.now()) !== undefined && { waiting: true }),
            }),
          ),
        ),
      },
    }),
    /** #msgListContainer is thrown away and made again. */
    remount(): void {
      state.container += 1;
      state.round += 1;
    },
    get draft(): string {
      return state.draft;
    },
  },
});
