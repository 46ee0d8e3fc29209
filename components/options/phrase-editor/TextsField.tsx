import { type RefObject, useId, useRef } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import type { PhraseKind } from '../../../rules/phrases/phrase.ts';
import type { TemplateProblem } from '../../../rules/phrases/template.ts';
import { libraryTexts } from '../../i18n/library-texts.ts';
import { optionsTexts } from '../../i18n/options-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { TemplateProblems } from '../../phrases/TemplateProblems.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { Sortable } from '../../ui/Sortable.tsx';
import { type DraftText, type EditorDraft, newText } from './draft.ts';

const mostTexts = 31;
const kinds: readonly EditorDraft['kind'][] = ['single', 'variants', 'parts', 'ladder'];

/** The texts of a phrase: one, or several that are variants, parts or steps of each other. */
export function TextsField({
  language,
  draft,
  problemsOf,
  faultsOf,
  box,
  onChange,
}: {
  language: Language;
  draft: EditorDraft;
  /** What is wrong with a text while it is typed. */
  problemsOf: (text: string, at: number) => string[];
  /** What is wrong with its variables. */
  faultsOf: (text: string) => TemplateProblem[];
  /** The box variables are put into: the one the caret was in last. */
  box: RefObject<HTMLTextAreaElement | null>;
  onChange: (patch: Partial<EditorDraft>) => void;
}) {
  const t = useTexts(optionsTexts, language);
  const words = useTexts(libraryTexts, language);
  const list = useRef<HTMLDivElement>(null);
  const faultsId = useId();
  const { kind, texts } = draft;

  const chooseKind = (next: EditorDraft['kind']): void => {
    const enough = next === 'single' || texts.length > 1 ? texts : [...texts, newText()];
    onChange({ kind: next, texts: enough });
  };
  const write = (id: string, text: string): void =>
    onChange({ texts: texts.map((one) => (one.id === id ? { id, text } : one)) });
  const move = (id: string, before: string | undefined): void => {
    const moving = texts.find((one) => one.id === id);
    if (!moving) return;
    const rest = texts.filter((one) => one.id !== id);
    const at = before === undefined ? rest.length : rest.findIndex((one) => one.id === before);
    onChange({ texts: [...rest.slice(0, at), moving, ...rest.slice(at)] });
  };

  const select = (id: string, start: number, end: number): void => {
    const area = list.current?.querySelector<HTMLTextAreaElement>(`textarea[data-text="${CSS.escape(id)}"]`);
    area?.focus();
    area?.setSelectionRange(start, end);
  };

  const area = ({ id, text }: DraftText, label: string, at: number) => {
    const faults = faultsOf(text);
    return (
      <Field label={label} errors={problemsOf(text, at)} wide>
        {(control) => (
          <>
            <textarea
              {...control}
              {...(faults.length > 0 && {
                'aria-describedby': [control['aria-describedby'], `${faultsId}-${id}`]
                  .filter(Boolean)
                  .join(' '),
              })}
              {...(faults.some(({ level }) => level === 'stop') && { 'aria-invalid': true })}
              ref={at === 0 ? box : undefined}
              data-text={id}
              rows={kind === 'single' ? 4 : 3}
              maxLength={20_000}
              value={text}
              onFocus={(event) => {
                box.current = event.currentTarget;
              }}
              onChange={(event) => write(id, event.target.value)}
            />
            <TemplateProblems
              language={language}
              id={`${faultsId}-${id}`}
              text={text}
              problems={faults}
              onShow={(start, end) => select(id, start, end)}
            />
          </>
        )}
      </Field>
    );
  };
  const several = (many: PhraseKind) => (
    <>
      <p className="sb-hint">{words.kindHints[many]}</p>
      <Sortable
        items={texts}
        idOf={(one) => one.id}
        gripLabel={(one) => words.moveText(words.textOf[many](texts.indexOf(one) + 1))}
        onMove={move}
        movable={texts.length > 1}
        className="sb-texts"
      >
        {(one, grip) => {
          const name = words.textOf[many](texts.indexOf(one) + 1);
          return (
            <div className="sb-text-row">
              {grip}
              {area(one, name, texts.indexOf(one))}
              <IconButton
                icon="close"
                label={words.removeText(name)}
                disabled={texts.length < 2}
                onPress={() => onChange({ texts: texts.filter(({ id }) => id !== one.id) })}
              />
            </div>
          );
        }}
      </Sortable>
      <div className="sb-editor-foot">
        <Button
          icon="plus"
          disabled={texts.length >= mostTexts}
          onPress={() => onChange({ texts: [...texts, newText()] })}
        >
          {words.addText[many]}
        </Button>
        {many === 'variants' && (
          <>
            <span className="sb-spring" />
            <span className="sb-hint">{words.pick}</span>
            <Segments
              label={words.pick}
              options={[
                { id: 'chance', label: words.picks.chance },
                { id: 'turn', label: words.picks.turn },
              ]}
              chosen={draft.turn ? 'turn' : 'chance'}
              onChoose={(pick) => onChange({ turn: pick === 'turn' })}
            />
          </>
        )}
      </div>
    </>
  );
  const [first] = texts;
  return (
    <div className="sb-texts-field" ref={list}>
      <div className="sb-editor-foot">
        <span className="sb-hint">{words.kind}</span>
        <Segments
          label={words.kind}
          options={kinds.map((id) => ({ id, label: words.kinds[id] }))}
          chosen={kind}
          onChoose={chooseKind}
        />
      </div>
      {kind === 'single' ? first && area(first, t.text, 0) : several(kind)}
    </div>
  );
}
