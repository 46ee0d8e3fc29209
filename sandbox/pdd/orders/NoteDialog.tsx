import { useState } from 'react';

interface Props {
  orderId: string;
  beast(name: string): string;
  onSave(text: string): void;
  onClose(): void;
}

/** 添加备注: only the text field's class is recorded; the dialog around it is our assumption. */
export function NoteDialog({ orderId, beast, onSave, onClose }: Props) {
  const [text, setText] = useState('');
  return (
    <div className="note-layer" data-testid="beast-core-portal">
      <div className={`note-dialog ${beast('MDL_inner')}`} role="dialog" aria-label="添加备注">
        <div className="note-head">
          <b>添加备注</b>
          <button type="button" data-testid="beast-core-modal-icon-close" aria-label="关闭" onClick={onClose}>
            ×
          </button>
        </div>
        <p className="muted">订单 {orderId}</p>
        <textarea
          className="note-textarea"
          rows={4}
          maxLength={300}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button
          type="button"
          data-testid="beast-core-button"
          className={beast('BTN_primary')}
          onClick={() => onSave(text)}
        >
          保存
        </button>
      </div>
    </div>
  );
}
