import { useState } from 'react';
import type { Conversation } from '../../generator/conversations.ts';
import { rowTime } from '../../generator/shown-time.ts';
import { avatarPicture } from '../../page/picture.ts';
import { VirtualRows } from '../../page/VirtualRows.tsx';
import { preview } from '../../simulator/control.ts';
import { waitingSince } from '../../simulator/desk.ts';

const VENDER = '10017';
const tabs = ['正在咨询', '历史咨询'] as const;

interface Props {
  conversations: readonly Conversation[];
  openId: string | undefined;
  now: number;
  /** The two spellings of the preview's class that the sources report. */
  previewClass: string;
  sc(name: string): string;
  onOpen(id: string): void;
}

const lastAt = (c: Conversation): number => c.messages[c.messages.length - 1]?.at ?? 0;

/** Who stands in which pane, newest first. */
export function contactPanes(conversations: readonly Conversation[]): {
  asking: Conversation[];
  history: Conversation[];
} {
  const sorted = [...conversations].sort((a, b) => lastAt(b) - lastAt(a));
  const history = sorted.filter((c) => waitingSince(c) === undefined).slice(-8);
  return { asking: sorted.filter((c) => !history.includes(c)), history };
}

export const contactRowId = (buyerId: string): string => `u_${buyerId}imcustomer${VENDER}`;

/** Both panes stay in the DOM; the hidden one is only marked, and a plain `.alluser-item` query hits it too. */
export function Contacts({ conversations, openId, now, previewClass, sc, onOpen }: Props) {
  const [tab, setTab] = useState<(typeof tabs)[number]>('正在咨询');
  const { asking, history } = contactPanes(conversations);
  const row = (conversation: Conversation, inHistory: boolean) => {
    const { buyer, messages } = conversation;
    const last = messages[messages.length - 1];
    const selected = buyer.id === openId && !inHistory ? ' alluser-item_check' : '';
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the original's rows answer to the mouse only
      // biome-ignore lint/a11y/noStaticElementInteractions: the original's rows are plain divs
      <div
        key={buyer.id}
        id={inHistory ? undefined : contactRowId(buyer.id)}
        className={`${sc('row')} alluser-item${selected}`}
        onClick={() => onOpen(buyer.id)}
      >
        <img className={sc('face')} src={avatarPicture(buyer.hue)} alt="" />
        <div className="alluser-item-main">
          <div className="alluser-item-top">
            <span className="alluser-item-name">{buyer.nick}</span>
            <span className="alluser-item-date-w">{last ? rowTime(last.at, now) : ''}</span>
          </div>
          <div className={`${sc('brief')} ${previewClass}`}>{preview(last)}</div>
        </div>
      </div>
    );
  };
  return (
    <aside id="t-alluser-wrap" className={sc('left')}>
      <div className="c_tabs-nav-container">
        {tabs.map((title) => (
          <button
            type="button"
            key={title}
            title={title}
            className={`c_tabs-tab${title === tab ? ' c_tabs-tab_check' : ''}`}
            onClick={() => setTab(title)}
          >
            {title}
          </button>
        ))}
      </div>
      <div className={`c_tabs-tabpane${tab === '正在咨询' ? '' : ' c_tabs-tab_inactive'}`}>
        <div className="c_cas-head">当前咨询（{asking.length}）</div>
        <VirtualRows
          rows={asking}
          rowHeight={58}
          className={`${sc('scroll')} c-wrap-list`}
          innerClassName={sc('inner')}
        >
          {(conversation) => row(conversation, false)}
        </VirtualRows>
      </div>
      <div
        className={`c_tabs-tabpane list-compatible recent-user-w${tab === '历史咨询' ? '' : ' c_tabs-tab_inactive'}`}
      >
        {history.map((conversation) => row(conversation, true))}
      </div>
    </aside>
  );
}
