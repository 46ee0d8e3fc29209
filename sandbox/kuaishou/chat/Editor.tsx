import Quill from 'quill';
import { useEffect, useRef } from 'react';
import 'quill/dist/quill.core.css';

export interface EditorModel {
  text: string;
  /** Quill puts what is written within a second into one step of undo; after this the next step begins. */
  endStep?(): void;
}

interface Props {
  /** What Quill's own document holds: the only thing the page would send. */
  model: EditorModel;
  onEnter(): void;
  /** Changes when the editor must be emptied (sent, or another conversation). */
  round: string;
}

/**
 * A real Quill 2.0.3. Which version the original runs is not known. Quill watches its own DOM: what a script writes
 * there is taken back or made into lines of its own before it counts.
 */
export function Editor({ model, onEnter, round }: Props) {
  const home = useRef<HTMLDivElement>(null);
  const editor = useRef<Quill>(undefined);
  const enter = useRef(onEnter);
  enter.current = onEnter;
  useEffect(() => {
    if (!home.current || editor.current) return;
    const quill = new Quill(home.current, {
      // Words and pasted pictures, as chats take them; nothing else is formatted.
      formats: ['image'],
      placeholder: '请输入消息，Enter 发送，Shift+Enter 换行',
    });
    editor.current = quill;
    model.endStep = () => quill.history.cutoff();
    quill.on('text-change', () => {
      model.text = quill.getText().replace(/\n$/, '');
    });
    // Before Quill's own keys, which would make a line of it.
    quill.root.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !event.isTrusted) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        enter.current();
      },
      { capture: true },
    );
  }, [model]);
  useEffect(() => {
    const quill = editor.current;
    // `round` is read so that a change of it empties the editor.
    if (quill && round !== '') {
      quill.setText('', 'silent');
      quill.history.clear();
    }
    model.text = '';
  }, [round, model]);
  return <div className="ks-editor" ref={home} />;
}
