import { Button, Input } from 'antd';
import { useState } from 'react';
import { formatFen } from '../../../rules/money/money.ts';
import type { Conversation } from '../../generator/conversations.ts';
import { goodPicture } from '../../page/picture.ts';
import { type Generation, Messages } from './Messages.tsx';

interface Props {
  open: Conversation;
  generation: Generation;
  cls(name: string): string;
  onSend(text: string): void;
  onChangePrice(): void;
}

/** Middle column: header with the good, messages, editor. Clicks need not be trusted here (markets.md §5). */
export function Chat({ open, generation, cls, onSend, onChangePrice }: Props) {
  const [draft, setDraft] = useState('');
  const send = (): void => {
    if (draft.trim() === '') return;
    onSend(draft.trim());
    setDraft('');
  };
  const { buyer, good, order } = open;
  return (
    <main className={cls('chat-main')}>
      <div data-spm="head" className={cls('head')}>
        <div className={cls('peer')}>
          <span className={cls('text1')}>{buyer.nick}</span>
          <span className={cls('peer-note')}>来自杭州 · 信用极好</span>
        </div>
        <a
          className={cls('container')}
          href={`https://www.goofish.com/item?id=${good.id}`}
          target="_blank"
          rel="noreferrer"
        >
          <img src={goodPicture(good.hue)} alt="" />
          <span>
            <span className={cls('text2')}>{good.title}</span>
            <span className={cls('price')}>￥{formatFen(order?.amount ?? good.price)}</span>
          </span>
        </a>
        {order?.status === 'unpaid' && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the original's control is a div
          // biome-ignore lint/a11y/noStaticElementInteractions: the original's control is a div
          <div className={cls('button')} onClick={onChangePrice}>
            修改价格
          </div>
        )}
      </div>
      <Messages open={open} generation={generation} cls={cls} />
      <div className={cls('sendbox')}>
        <div className={cls('sendbox-tools')}>表情　图片　语音　常用语</div>
        <Input.TextArea
          variant="borderless"
          rows={3}
          value={draft}
          placeholder="请输入消息，按Enter键发送或点击发送按钮发送"
          onChange={(event) => setDraft(event.target.value)}
          onPressEnter={(event) => {
            if (event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <div className={cls('sendbox-bottom')}>
          <Button type="primary" onClick={send}>
            发送
          </Button>
        </div>
      </div>
    </main>
  );
}
