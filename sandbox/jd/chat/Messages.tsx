import { useEffect, useRef } from 'react';
import { formatFen } from '../../../rules/money/money.ts';
import type { Conversation, PracticeMessage } from '../../generator/conversations.ts';
import { dashedTime } from '../../generator/shown-time.ts';
import { avatarPicture, goodPicture } from '../../page/picture.ts';

/** The account that is signed in, as it stands over its messages. */
export const AGENT = 'shop_kf_01';

function Content({ message }: { message: PracticeMessage }) {
  if (message.good) {
    return (
      <div className="CardWrapper ProductCard">
        <img src={goodPicture(message.good.hue)} alt="" />
        <div>
          <div className="CardTitle">{message.good.title}</div>
          <div className="CardPrice">¥{formatFen(message.good.price)}</div>
        </div>
      </div>
    );
  }
  if (message.picture !== undefined) {
    return (
      <div className="message__image-wrap">
        <img src={goodPicture(message.picture)} alt="" />
      </div>
    );
  }
  return (
    <pre className="message__text">
      <span className="message__content">{message.text}</span>
    </pre>
  );
}

/** The message list; classes as evidenced (markets.md §4, chat DOM). */
export function Messages({ open, sc }: { open: Conversation; sc(name: string): string }) {
  const box = useRef<HTMLDivElement>(null);
  const { messages, buyer } = open;
  useEffect(() => {
    if (box.current && messages.length > 0) box.current.scrollTop = box.current.scrollHeight;
  }, [messages.length]);
  return (
    <div id="t-chat-scroll" className="chat-scroll-wrap">
      <div className="c-wrap" ref={box}>
        {messages.map((message) => {
          if (message.from === 'system') {
            return (
              <div key={message.id} id={`s_${message.id}`} className={`${sc('line')} message`}>
                <div className="message_center message__system">{message.text}</div>
              </div>
            );
          }
          const fromBuyer = message.from === 'buyer';
          return (
            <div key={message.id} id={`s_${message.id}`} className={`${sc('line')} message`}>
              <div className={fromBuyer ? 'message_left' : 'message_right'}>
                <img className={sc('avatar')} src={avatarPicture(fromBuyer ? buyer.hue : 5)} alt="" />
                <div className="message__main">
                  <div className="message__nickname">
                    {fromBuyer ? buyer.nick : AGENT}{' '}
                    <span className="message__time_str">{dashedTime(message.at)}</span>
                  </div>
                  <Content message={message} />
                  {!fromBuyer && <span className="message__read_status">已读</span>}
                </div>
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}
