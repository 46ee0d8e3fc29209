import type { CreateElement, VNode } from 'vue2';
import type { Conversation } from '../../generator/conversations.ts';
import { messageRow } from './message-row.ts';
import { type PageState, showsTime } from './state.ts';

/** Middle column. The same `ul` serves every conversation; only its rows change. */
export function chatPanel(
  h: CreateElement,
  open: Conversation | undefined,
  state: PageState,
  on: { input(value: string): void; keydown(event: KeyboardEvent): void; send(event: MouseEvent): void },
): VNode {
  const messages = open?.messages ?? [];
  const lastBuyer = messages.findLastIndex((message) => message.from === 'buyer');
  const rows = messages.map((message, index) =>
    messageRow(h, message, (open as Conversation).buyer, {
      time: showsTime(message, index, messages),
      key: `${message.id}/${state.round}`,
      read: message.from === 'agent' && index < lastBuyer,
    }),
  );
  const list = h('div', { key: `c${state.container}`, attrs: { id: 'msgListContainer' } }, [
    h('ul', { staticClass: 'msg-list' }, rows),
  ]);
  return h('main', { staticClass: 'chat-window' }, [
    h('div', { staticClass: 'chatWindowHeader' }, [
      h('div', { staticClass: 'base-info' }, [h('span', { staticClass: 'name' }, open?.buyer.nick ?? '')]),
      h(
        'div',
        { staticClass: 'header-tools' },
        ['备注', '转移会话', '结束会话'].map((word) => h('span', word)),
      ),
    ]),
    h('div', { staticClass: 'history-box' }, [
      state.listMounted ? list : undefined,
      open ? undefined : h('p', { staticClass: 'no-chat' }, '选择左侧会话开始接待'),
    ]),
    h('div', { staticClass: 'reply-box' }, [
      h(
        'div',
        { staticClass: 'reply-tools' },
        ['表情', '图片', '优惠券', '推荐商品', '快捷回复'].map((word) => h('span', word)),
      ),
      h('textarea', {
        attrs: { id: 'replyTextarea', placeholder: '请输入消息，Enter 发送，Shift+Enter 换行' },
        domProps: { value: state.draft },
        on: {
          input: (event: InputEvent) => on.input((event.target as HTMLTextAreaElement).value),
          keydown: on.keydown,
        },
      }),
      h('div', { staticClass: 'reply-foot' }, [
        h('span', `${state.draft.length}/500`),
        h('div', { staticClass: 'send-btn', on: { click: on.send } }, '发送'),
      ]),
    ]),
  ]);
}
