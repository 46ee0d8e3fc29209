import { useId, useRef } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import type { OptionsMapTexts } from '../../i18n/options-map-texts.ts';
import type { DraftFault } from './check-draft.ts';

const LINE_PX = 18;

/** The draft as text, with line numbers and what is wrong; a fault leads to its place. */
export function JsonView({
  text,
  faults,
  language,
  t,
  onChange,
}: {
  text: string;
  faults: readonly DraftFault[];
  language: Language;
  t: OptionsMapTexts;
  onChange: (text: string) => void;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLPreElement>(null);
  const errorId = useId();
  const numbers = text.split('\n').map((_, i) => i + 1);
  const bad = new Set(faults.map((fault) => fault.line));
  const goTo = ({ offset, line }: DraftFault): void => {
    const box = area.current;
    if (!box) return;
    box.focus();
    box.setSelectionRange(offset, Math.min(offset + 1, text.length));
    box.scrollTop = Math.max(0, (line - 6) * LINE_PX);
  };
  return (
    <div className="sb-json">
      <div className="sb-json-box">
        <pre ref={gutter} className="sb-json-lines" aria-hidden="true">
          {numbers.map((number) => (
            <span key={number} data-bad={bad.has(number) || undefined}>
              {number}
            </span>
          ))}
        </pre>
        <textarea
          ref={area}
          aria-label={t.jsonLabel}
          aria-invalid={faults.length > 0 || undefined}
          aria-describedby={faults.length > 0 ? errorId : undefined}
          value={text}
          spellCheck={false}
          autoComplete="off"
          wrap="off"
          onChange={(event) => onChange(event.target.value)}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      {faults.length > 0 && (
        <ul id={errorId} className="sb-json-faults" role="alert">
          {faults.map((fault) => (
            <li key={`${fault.offset} ${fault.text.en}`}>
              <button type="button" onClick={() => goTo(fault)}>
                <span className="sb-hint">{t.line(fault.line)}</span> {fault.text[language]}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
