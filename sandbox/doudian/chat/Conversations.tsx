import { Fragment } from 'react';
import type { Conversation } from '../../generator/conversations.ts';
import { avatarPicture } from '../../page/picture.ts';
import { preview } from '../../simulator/control.ts';
import type { ChatLayout, ClassNames } from '../class-names.ts';
import { conversationId, countdown, type GroupId, type ListedRow, type Tab } from './state.ts';

interface Props {
  rows: readonly ListedRow[];
  tab: Tab;
  openId: string | undefined;
  now: number;
  layout: ChatLayout;
  cls: ClassNames;
  unread(conversation: Conversation): number;
  onOpen(id: string): void;
  onTab(tab: Tab): void;
}

const groupNames: Record<GroupId, string> = { overtime: '已超时', waitReply: '待回复', rest: '全部会话' };
const tabs = [
  ['current', 'qa-active-chat-tab', '当前会话'],
  ['recent', 'qa-last-chat-tab', '最近联系'],
] as const;

/** Left column. Each buyer stands once, in the group their wait puts them in; only the shown tab is mounted. */
export function Conversations({ rows, tab, openId, now, layout, cls, unread, onOpen, onTab }: Props) {
  const isCurrent = tab === 'current';
  const count = (group: GroupId): number => rows.filter((row) => row.group === group).length;

  const name = (nick: string) =>
    layout === 'rebuilt' ? (
      // The rebuild of 2026-09 took the nickname's qa-id away: the title is what is left (markets.md §2).
      <div className={cls('nameLine')} title={nick}>
        <span className={cls('NameContent')}>{nick}</span>
      </div>
    ) : (
      <div className={cls('nameLine')}>
        <span data-qa-id="qa-conversation-nickname" className={cls('NameContent')}>
          {nick}
        </span>
      </div>
    );

  const row = ({ of, since, group }: ListedRow, index: number) => {
    const { buyer, messages } = of;
    const badge = unread(of);
    return (
      <Fragment key={buyer.id}>
        {isCurrent && rows[index - 1]?.group !== group && (
          <div
            className={cls('groupName')}
            {...(group !== 'rest' && { 'data-btm': `message_group_name_${group}` })}
          >
            {groupNames[group]}（{count(group)}）
          </div>
        )}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the original's rows answer to the mouse only */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the original's rows are plain divs */}
        <div
          data-kora="conversation"
          data-qa-id="qa-conversation-chat-item"
          data-cid={conversationId(buyer.id)}
          data-seq={index}
          data-btm-id={`a2427.b76571.c68160.${tab}`}
          // No class of the open row is known to be stable: it is only one name more (markets.md §2).
          className={`${cls('conversationCard')}${buyer.id === openId ? ` ${cls('chosen')}` : ''}`}
          onClick={() => onOpen(buyer.id)}
        >
          <div className={cls('face')}>
            <img src={avatarPicture(buyer.hue)} alt="头像" />
            {badge > 0 && <sup className={cls('badge')}>{badge}</sup>}
          </div>
          <div className={cls('rowMain')}>
            <div className={cls('rowTop')}>
              {name(buyer.nick)}
              {buyer.hue % 4 === 0 && <span className={cls('userLabel')}>老客</span>}
              {since !== undefined && <span className={cls('timerParticular')}>{countdown(since, now)}</span>}
            </div>
            <div className={cls('msgContent')}>{preview(messages[messages.length - 1])}</div>
          </div>
        </div>
      </Fragment>
    );
  };

  const list = (
    <>
      {rows.map(row)}
      {isCurrent && (
        <div
          data-kora="conversation"
          data-qa-id="qa-conversation-chat-item"
          data-cid="0:2:system:900"
          data-seq={rows.length}
          data-btm-id="a2427.b76571.c68160.systemConv"
          className={cls('conversationCard')}
        >
          <div className={cls('face')}>
            <img src={avatarPicture(210)} alt="头像" />
            <sup className={cls('badge')}>1</sup>
          </div>
          <div className={cls('rowMain')}>
            {name('平台通知')}
            <div className={cls('msgContent')}>今日服务数据已更新</div>
          </div>
        </div>
      )}
    </>
  );

  return (
    <aside className={cls('chatList')}>
      <div className={cls('tabs')}>
        {tabs.map(([id, qaId, title]) => (
          <button
            type="button"
            key={id}
            data-qa-id={qaId}
            className={id === tab ? cls('tabOn') : cls('tab')}
            onClick={() => onTab(id)}
          >
            {title}
          </button>
        ))}
      </div>
      {layout === 'rebuilt' ? (
        <div className="scroller">
          <div className="scroller_content">
            <div className="list_items">{list}</div>
          </div>
        </div>
      ) : (
        <div id="chantListScrollArea" className={cls('scrollArea')}>
          {list}
        </div>
      )}
    </aside>
  );
}
