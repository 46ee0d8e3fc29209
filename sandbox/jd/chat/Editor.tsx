import { init } from 'pell';
import { useEffect, useRef } from 'react';

interface Props {
  /** What the editor's own input events have told the page; the only thing it would send. */
  model: { text: string };
  onEnter(): void;
  /** Changes when the editor must be emptied (sent, or another conversation). */
  round: string;
}

const plain = (html: string): string => {
  const box = new DOMParser().parseFromString(html.replace(/<div>|<br>/g, '\n'), 'text/html').body;
  return (box.textContent ?? '').trim();
};

/** JD's editor is pell 1.0.6: a contenteditable div. A write that raises no input event never reaches `model`. */
export function Editor({ model, onEnter, round }: Props) {
  const home = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLElement>(undefined);
  const enter = useRef(onEnter);
  enter.current = onEnter;
  useEffect(() => {
    if (!home.current || content.current) return;
    const editor = init({
      element: home.current,
      onChange: (html) => {
        model.text = plain(html);
      },
      actions: [],
      classes: { actionbar: 'pell-actionbar', content: 'EditorContent' },
    });
    content.current = editor.content;
    editor.content.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !event.isTrusted) return;
      event.preventDefault();
      enter.current();
    });
  }, [model]);
  useEffect(() => {
    // `round` is read so that a change of it empties the editor.
    if (content.current && round !== '') content.current.innerHTML = '';
    model.text = '';
  }, [round, model]);
  return <div className="pell-editor-wrapper" ref={home} />;
}
