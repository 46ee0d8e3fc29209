import { useState } from 'react';
import type { ClassNames } from '../class-names.ts';

interface Props {
  nick: string;
  cls: ClassNames;
  /** The page's own model of the draft, for the control object. */
  onDraft(text: string): void;
  onSend(text: string): void;
}

/** Editor and send. What stands in the field without an `input` event is gone at React's next render of it. */
export function Composer({ nick, cls, onDraft, onSend }: Props) {
  const [draft, setDraft] = useState('');
  const write = (text: string): void => {
    setDraft(text);
    onDraft(text);
  };
  const send = (): void => {
    if (draft.trim() === '') return;
    onSend(draft.trim());
    write('');
  };
  return (
    <div id="im-input-box" className={cls('inputBox')}>
      <div className={cls('tools')}>表情　图片　视频　商品　优惠券　邀请评价</div>
      <textarea
        data-qa-id="qa-send-message-textarea"
        className={cls('textarea')}
        placeholder={`发送给 ${nick}，使用Enter 发送消息`}
        value={draft}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (event.nativeEvent.isTrusted) send();
        }}
      />
      <div className={cls('sendLine')}>
        {/* biome-ignore lint/a11y/useSemanticElements: the original's send control is a div */}
        <div
          role="button"
          tabIndex={0}
          data-qa-id="qa-send-message-button"
          className={cls('sendButton')}
          // What the original does with a script's click is not known; the strict answer is practised (README).
          onClick={(event) => event.nativeEvent.isTrusted && send()}
          onKeyDown={(event) => event.key === 'Enter' && event.nativeEvent.isTrusted && send()}
        >
          发送
        </div>
      </div>
    </div>
  );
}
