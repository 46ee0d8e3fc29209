import type { Conversation } from '../../generator/conversations.ts';
import { avatarPicture } from '../../page/picture.ts';
import { pendingGroups, type SessionGroups } from './sessions.ts';

interface Props {
  groups: SessionGroups;
  openId: string | undefined;
  cls(name: string): string;
  onOpen(id: string): void;
}

/** Left column. No source names a mark of the open row: it differs in colour only, which a map cannot anchor on. */
export function Sessions({ groups, openId, cls, onOpen }: Props) {
  const card = ({ buyer }: Conversation) => (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the original's rows answer to the mouse only
    // biome-ignore lint/a11y/noStaticElementInteractions: the original's rows are plain divs
    <div
      key={buyer.id}
      className="SessionBaseCard"
      style={buyer.id === openId ? { background: '#fff1ea' } : {}}
      onClick={() => onOpen(buyer.id)}
    >
      <img className={cls('face')} src={avatarPicture(buyer.hue)} alt="" />
      <span className="SessionBaseCard-topHeadName">{buyer.nick}</span>
    </div>
  );
  return (
    <aside className={cls('sessions')}>
      {pendingGroups.map((name) => (
        <div key={name} className="SessionListGroupItem">
          <div className="SessionListGroupItem-title">
            <span className="SessionListGroupItem-groupName">{name}</span>
            <span className="SessionListGroupItem-count">{groups.pending[name].length}</span>
          </div>
          {groups.pending[name].map(card)}
        </div>
      ))}
      <div className={cls('others')}>
        <div className={cls('othersTitle')}>最近会话</div>
        {groups.others.map(card)}
      </div>
    </aside>
  );
}
