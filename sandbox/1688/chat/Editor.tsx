import { useEffect, useRef } from 'react';

interface Props {
  /** What the editor's own input events have told the page; the only thing it would send. */
  model: { text: string };
  onEnter(): void;
  /** Changes when the editor must be emptied (sent, or another conversation). */
  round: string;
}

/**
 * A contenteditable `pre` (markets.md §6), which React makes and then leaves alone. A write that raises no input
 * event never reaches `model`.
 */
export function Editor({ model, onEnter, round }: Props) {
  const edit = useRef<HTMLPreElement>(null);
  const enter = useRef(onEnter);
  enter.current = onEnter;
  useEffect(() => {
    const box = edit.current;
    if (!box) return;
    const input = (): void => {
      model.text = box.innerText.replace(/\n$/, '');
    };
    const keydown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !event.isTrusted) return;
      event.preventDefault();
      enter.current();
    };
    box.addEventListener('input', input);
    box.addEventListener('keydown', keydown);
    return () => {
      box.removeEventListener('input', input);
      box.removeEventListener('keydown', keydown);
    };
  }, [model]);
  useEffect(() => {
    // `round` is read so that a change of it empties the editor.
    if (edit.current && round !== '') edit.current.replaceChildren();
    model.text = '';
  }, [round, model]);
  return (
    <div className="biz-expression-editor text-area">
      <div className="editBox">
        <pre className="edit" contentEditable="true" ref={edit} />
      </div>
    </div>
  );
}
