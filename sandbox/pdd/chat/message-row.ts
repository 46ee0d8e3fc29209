import type { CreateElement, VNode } from 'vue2';
import { formatFen } from '../../../rules/money/money.ts';
import type { PracticeMessage } from '../../generator/conversations.ts';
import type { Buyer } from '../../generator/people.ts';
import { hanTime } from '../../generator/shown-time.ts';
import { avatarPicture, goodPicture } from '../../page/picture.ts';

function content(h: CreateElement, message: PracticeMessage): VNode {
  if (message.good) {
    return h('div', { staticClass: 'good-card' }, [
      h('img', { attrs: { src: goodPicture(message.good.hue), alt: '' } }),
      h('div', [
        h('p', { staticClass: 'good-name' }, message.good.title),
        h('p', { staticClass: 'good-price' }, `¥${formatFen(message.good.price)}`),
      ]),
    ]);
  }
  if (message.picture !== undefined) {
    return h('div', { staticClass: 'image-msg' }, [
      h('img', { attrs: { src: goodPicture(message.picture), alt: '' } }),
    ]);
  }
  return h('div', { staticClass: 'msg-content' }, [
    h('p', { staticClass: 'msg-content-box' }, message.text ?? ''),
  ]);
}

/** A spoken row or a system row; classes and attributes as evidenced (markets.md §1, chat DOM). */
export function messageRow(
  h: CreateElement,
  message: PracticeMessage,
  buyer: Buyer,
  options: { time: boolean; key: string; read: boolean },
): VNode {
  const isSystem = message.from === 'system';
  const time = options.time ? h('p', { staticClass: 'message-time' }, hanTime(message.at)) : undefined;
  const side =
    message.from === 'buyer'
      ? 'buyer-item'
      : `cs-item${message.from === 'bot' ? ' robot-text' : ''}${options.read ? ' isread' : ''}`;
  const body = isSystem
    ? h('div', { staticClass: Number(message.id) % 2 === 0 ? 'msg-system' : 'system-msg-31' }, message.text)
    : h('div', { staticClass: side }, [
        h('img', {
          staticClass: 'avatar',
          attrs: { src: avatarPicture(message.from === 'buyer' ? buyer.hue : 210), alt: '' },
        }),
        content(h, message),
        message.from === 'agent'
          ? h('span', { staticClass: 'read-state' }, options.read ? '已读' : '未读')
          : undefined,
      ]);
  return h(
    'li',
    { staticClass: 'onemsg', key: options.key, attrs: { id: `middlePanel_list_${message.id}` } },
    [time, h('div', { staticClass: 'merchantMessage', attrs: { currentuid: buyer.id } }, [body])],
  );
}
