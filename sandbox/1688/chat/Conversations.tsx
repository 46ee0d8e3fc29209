import type { Conversation } from '../../generator/conversations.ts';
import { rowTime } from '../../generator/shown-time.ts';
import { avatarPicture } from '../../page/picture.ts';

interface Props {
  conversations: readonly Conversation[];
  openId: string | undefined;
  now: number;
  cls(name: string): string;
  onOpen(id: string): void;
}

export const lastAt = ({ messages }: Conversation): number => messages[messages.length - 1]?.at ?? 0;

/** Newest first. Nick and time are evidenced, the word `active` on the open row is assumed. */
export function Conversations({ conversations, openId, now, cls, onOpen }: Props) {
  return (
    <aside className="ww_conversation">
      <div className={cls('search')}>搜索联系人</div>
      <div className={cls('scroll')}>
        {conversations.map((conversation) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the original's rows answer to the mouse only
          // biome-ignore lint/a11y/noStaticElementInteractions: the original's rows are plain divs
          <div
            key={conversation.buyer.id}
            className={`conversation-item${conversation.buyer.id === openId ? ' active' : ''}`}
            onClick={() => onOpen(conversation.buyer.id)}
          >
            <img className={cls('face')} src={avatarPicture(conversation.buyer.hue)} alt="" />
            <div className={cls('lines')}>
              <span className="nick">{conversation.buyer.nick}</span>
              {conversation.messages.length > 0 && (
                <span className="time">{rowTime(lastAt(conversation), now)}</span>
              )}
            </div>
          </div>
        ))}
      </div>
    </aside>
  );
}
