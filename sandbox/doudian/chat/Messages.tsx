import { useEffect, useRef } from 'react';
import { formatFen } from '../../../rules/money/money.ts';
import type { Conversation, PracticeMessage } from '../../generator/conversations.ts';
import { avatarPicture, goodPicture } from '../../page/picture.ts';
import type { ClassNames } from '../class-names.ts';
import { messageId } from './state.ts';

interface Props {
  /** Absent while the page still fetches the messages of the conversation just opened. */
  of: Conversation | undefined;
  /** Whether classes tell the side, or only the inline direction of the line (markets.md §2). */
  direction: 'class' | 'style';
  /** Both names of the id's attribute are reported. */
  idAttribute: 'data-id' | 'data-qa-message-id';
  cls: ClassNames;
}

function Content({ message, cls, hue }: { message: PracticeMessage; cls: ClassNames; hue: number }) {
  if (message.good) {
    // Some cards are drawn as a line of text until the page has what it needs for them.
    if (hue % 2 === 0) {
      return (
        <div className="pigeon-card-place-holder-text">
          <span className="content">[商品] {message.good.title}</span>
        </div>
      );
    }
    return (
      <div className="chatd-card">
        <img src={goodPicture(message.good.hue)} alt="" />
        <div>
          <div className={cls('cardTitle')}>{message.good.title}</div>
          <span className="chatd-price-wrap">
            <i className="chatd-price-unit">¥</i>
            <b className="chatd-price-value">{formatFen(message.good.price)}</b>
          </span>
        </div>
      </div>
    );
  }
  if (message.picture !== undefined) return <img alt="图片" src={goodPicture(message.picture)} />;
  return (
    <pre className={cls('bubble')}>
      <span>{message.text}</span>
    </pre>
  );
}

/** The message list; attributes and plain classes as evidenced, the typing error of `warpper` too. */
export function Messages({ of, direction, idAttribute, cls }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const shown = of?.messages ?? [];
  const hue = of?.buyer.hue ?? 0;
  useEffect(() => {
    if (box.current && shown.length > 0) box.current.scrollTop = box.current.scrollHeight;
  }, [shown.length]);
  return (
    <div className={`messageList ${cls('messages')}`} ref={box}>
      {!of && <div className={cls('loading')}>消息加载中…</div>}
      {shown.map((message) => {
        const attributes = {
          'data-qa-id': 'qa-message-warpper',
          [idAttribute]: messageId(message),
          className: `msgItemWrap ${cls('messageItem')}`,
        };
        if (message.from === 'system') {
          return (
            <div key={message.id} {...attributes}>
              <div className={cls('systemTip')}>{message.text}</div>
            </div>
          );
        }
        const isMe = message.from !== 'buyer';
        return (
          <div key={message.id} {...attributes}>
            <div
              className={
                direction === 'style'
                  ? cls('line')
                  : `${isMe ? 'messageIsMe' : 'leaveMessage messageNotMe'} ${cls(isMe ? 'lineOfMine' : 'line')}`
              }
              {...(direction === 'style' && isMe && { style: { flexDirection: 'row-reverse' as const } })}
            >
              <img className={cls('avatar')} src={avatarPicture(isMe ? 205 : hue)} alt="头像" />
              <Content message={message} cls={cls} hue={hue} />
            </div>
          </div>
        );
      })}
    </div>
  );
}
