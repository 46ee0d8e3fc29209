import type { CreateElement, VNode } from 'vue2';
import { rowTime } from '../../generator/shown-time.ts';
import { avatarPicture } from '../../page/picture.ts';
import { preview } from '../../simulator/control.ts';
import type { Desk } from '../../simulator/desk.ts';
import { groups, membersOf, overdueMinutes, type PageState } from './state.ts';

/** Left column: the same buyer stands once in each group they belong to. */
export function conversationList(
  h: CreateElement,
  desk: Desk,
  state: PageState,
  now: number,
  on: { choose(buyerId: string, group: string): (event: MouseEvent) => void },
): VNode {
  const sections = groups.map((group) => {
    const members = membersOf(group.id, desk, now);
    return h('div', { staticClass: 'chat-group', key: group.id }, [
      h('p', { staticClass: 'chat-group-title' }, `${group.title}（${members.length}）`),
      ...members.map((conversation) => {
        const { buyer, messages } = conversation;
        const last = messages[messages.length - 1];
        const late = overdueMinutes(conversation, now);
        const active = desk.openId === buyer.id && state.openGroup === group.id;
        return h(
          'div',
          {
            staticClass: 'chat-item-box',
            class: { active },
            key: `${buyer.id}/${state.round}`,
            attrs: { 'data-random': `${buyer.id}-0-${group.id}` },
            on: { click: on.choose(buyer.id, group.id) },
          },
          [
            h('img', { staticClass: 'chat-portrait', attrs: { src: avatarPicture(buyer.hue), alt: '' } }),
            h('div', { staticClass: 'chat-item-main' }, [
              h('div', { staticClass: 'chat-nickname' }, [
                h('span', { staticClass: 'nickname-span' }, buyer.nick),
                h('span', { staticClass: 'item-note' }, last ? rowTime(last.at, now) : ''),
              ]),
              h('div', { staticClass: 'chat-item-line' }, [
                h('div', { staticClass: 'chat-message-content' }, preview(last)),
                late === undefined
                  ? undefined
                  : h('span', { staticClass: 'chat-unreply-over-time' }, `已超时${late}分钟`),
              ]),
            ]),
          ],
        );
      }),
    ]);
  });
  return h('aside', { staticClass: 'chat-list' }, [
    h('div', { staticClass: 'chat-search' }, [
      h('input', { attrs: { placeholder: '搜索买家昵称或订单号' } }),
    ]),
    h('div', { staticClass: 'chat-list-scroll' }, sections),
  ]);
}
