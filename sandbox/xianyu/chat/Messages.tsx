import { Button } from 'antd';
import { formatFen } from '../../../rules/money/money.ts';
import type { Conversation, PracticeMessage } from '../../generator/conversations.ts';
import { avatarPicture, goodPicture } from '../../page/picture.ts';

/** Bubble classes: to 2026-07-24, 2026-07-26, 2026-09-09 (the last one says nothing about the side). */
export type Generation = 1 | 2 | 3;

interface Props {
  open: Conversation;
  generation: Generation;
  /** `name--hash`, the hash new on each load. */
  cls(name: string): string;
}

const bubble = { 1: 'msg-text', 2: 'message-text', 3: 'message-text' } as const;

function Content({
  message,
  own,
  generation,
  cls,
}: Omit<Props, 'open'> & { message: PracticeMessage; own: boolean }) {
  if (message.good) {
    return (
      <div className={cls('card')}>
        <img src={goodPicture(message.good.hue)} alt="" />
        <div>
          <div>{message.good.title}</div>
          <b>￥{formatFen(message.good.price)}</b>
        </div>
      </div>
    );
  }
  if (message.picture !== undefined) {
    return (
      <div className={cls('image-container')}>
        <div className="ant-image">
          <img className="ant-image-img" src={goodPicture(message.picture)} alt="" />
        </div>
      </div>
    );
  }
  const side = generation === 3 ? '' : own ? '-right' : '-left';
  return <div className={cls(`${bubble[generation]}${side}`)}>{message.text}</div>;
}

function Row({ open, message, generation, cls }: Props & { message: PracticeMessage }) {
  if (message.orderCard) {
    const { order } = open;
    return (
      <div className={cls('message-row')}>
        <div className={cls('card')}>
          <div>
            <b>{order?.status === 'unpaid' ? '我已拍下，待付款' : '我已付款，等待你发货'}</b>
            <div>￥{order ? formatFen(order.amount + order.freight) : ''}</div>
          </div>
          {order?.status === 'unpaid' && (
            // The look-alike of the header's button (markets.md §5); what it opens is not evidenced: nothing.
            <Button size="small" className={cls('button')}>
              修改价格
            </Button>
          )}
        </div>
      </div>
    );
  }
  if (message.from === 'system') {
    return (
      <div className={cls('message-row')}>
        <div className={cls('sys-tip')}>{message.text}</div>
      </div>
    );
  }
  const own = message.from !== 'buyer';
  const face = <img className={cls('avatar')} src={avatarPicture(own ? 48 : open.buyer.hue)} alt="" />;
  return (
    <div className={cls('message-row')} style={{ justifyContent: own ? 'flex-end' : 'flex-start' }}>
      {own ? null : face}
      <div className={cls('message-content')}>
        <Content message={message} own={own} generation={generation} cls={cls} />
      </div>
      {own ? face : null}
    </div>
  );
}

/** The list keeps its order and sticks to its end: a reversed column around one list in reading order. */
export function Messages({ open, generation, cls }: Props) {
  return (
    <div className={cls('message-list-reverse')}>
      <ul className="ant-list-items">
        {open.messages.map((message) => (
          <li key={message.id} className="ant-list-item">
            <Row open={open} message={message} generation={generation} cls={cls} />
          </li>
        ))}
      </ul>
    </div>
  );
}
