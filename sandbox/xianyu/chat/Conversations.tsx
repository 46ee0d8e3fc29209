import { Badge } from 'antd';
import type { Conversation } from '../../generator/conversations.ts';
import { rowTime } from '../../generator/shown-time.ts';
import { avatarPicture, goodPicture } from '../../page/picture.ts';
import { VirtualRows } from '../../page/VirtualRows.tsx';
import { preview } from '../../simulator/control.ts';

interface Props {
  conversations: readonly Conversation[];
  openId: string | undefined;
  now: number;
  cls(name: string): string;
  unread(conversation: Conversation): number;
  onOpen(id: string): void;
}

const lastAt = (c: Conversation): number => c.messages[c.messages.length - 1]?.at ?? 0;

/** Left column, virtualised: the open conversation's row may not be in the page. */
export function Conversations({ conversations, openId, now, cls, unread, onOpen }: Props) {
  const sorted = [...conversations].sort((a, b) => lastAt(b) - lastAt(a));
  return (
    <aside className={cls('sidebar')}>
      <div className={cls('sidebar-title')}>消息</div>
      <div id="conv-list-scrollable">
        <div className="rc-virtual-list">
          <VirtualRows
            rows={sorted}
            rowHeight={76}
            className="rc-virtual-list-holder"
            innerClassName="rc-virtual-list-holder-inner"
          >
            {({ buyer, messages, good }) => {
              const conversation = conversations.find((c) => c.buyer.id === buyer.id);
              const last = messages[messages.length - 1];
              const active = buyer.id === openId ? ` ${cls('conversation-item-active')}` : '';
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the original's rows answer to the mouse only
                // biome-ignore lint/a11y/noStaticElementInteractions: the original's rows are plain divs
                <div
                  key={buyer.id}
                  className={`${cls('conversation-item')}${active}`}
                  onClick={() => onOpen(buyer.id)}
                >
                  <Badge count={conversation ? unread(conversation) : 0} size="small">
                    <img className={cls('face')} src={avatarPicture(buyer.hue)} alt="" />
                  </Badge>
                  <div className={cls('conversation-main')}>
                    <div className={cls('conversation-top')}>
                      <span className={cls('conversation-name')}>{buyer.nick}</span>
                      <span className={cls('conversation-time')}>{last ? rowTime(last.at, now) : ''}</span>
                    </div>
                    <div className={cls('conversation-brief')}>{preview(last)}</div>
                  </div>
                  <img className={cls('thumb')} src={goodPicture(good.hue)} alt="" />
                </div>
              );
            }}
          </VirtualRows>
        </div>
      </div>
    </aside>
  );
}
