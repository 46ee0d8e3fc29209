import { type FormEvent, useState } from 'react';
import { shanghaiDay } from '../../../rules/time/shanghai.ts';
import type { WordingScope } from '../../../rules/wording/hit.ts';
import { optionsWordingTexts } from '../../i18n/options-wording-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { EmptyLine } from '../../ui/Marks.tsx';
import { useGuard } from '../../ui/trust.tsx';
import type { SectionProps } from '../model.ts';
import { ScopeFields, scopeWords } from './ScopeFields.tsx';

/** Words the shop has released (rules.md §7), each with its date and the way back. */
export function ReleasedWords({ model, actions }: SectionProps) {
  const t = useTexts(optionsWordingTexts, model.language);
  const guard = useGuard();
  const [adding, setAdding] = useState(false);
  const [word, setWord] = useState('');
  const [scope, setScope] = useState<WordingScope>({});
  // The newest first: it is the one that is doubted.
  const released = [...model.shop.wording.exceptions].sort((one, other) => other.at - one.at);
  const close = (): void => {
    setAdding(false);
    setWord('');
    setScope({});
  };
  const release = (event: FormEvent): void => {
    event.preventDefault();
    if (word.trim() === '') return;
    actions.wording.release(word.trim(), scope);
    close();
  };
  return (
    <div className="sb-card sb-shop-words" data-released-words="">
      <div className="sb-toolbar">
        <p className="sb-hint">{t.releasedHint}</p>
        <span className="sb-spring" />
        <Button icon="plus" onPress={() => setAdding(true)}>
          {t.addReleased}
        </Button>
      </div>
      {adding && (
        <form className="sb-editor" onSubmit={guard(release)} noValidate>
          <Field label={t.word}>
            {(control) => (
              <input
                {...control}
                type="text"
                maxLength={100}
                autoComplete="off"
                // biome-ignore lint/a11y/noAutofocus: the agent just asked for this editor
                autoFocus
                value={word}
                onChange={(event) => setWord(event.target.value)}
              />
            )}
          </Field>
          <ScopeFields language={model.language} scope={scope} onChange={setScope} />
          <div className="sb-editor-foot">
            <span className="sb-spring" />
            <Button onPress={close}>{t.cancel}</Button>
            <button type="submit" className="sb-button sb-button-primary">
              {t.release}
            </button>
          </div>
        </form>
      )}
      {released.length === 0 && <EmptyLine>{t.noReleased}</EmptyLine>}
      <ul>
        {released.map((one) => (
          <li key={one.id} data-released={one.word}>
            <div className="sb-word-row">
              <strong>{one.word}</strong>
              <span className="sb-spring" />
              <span className="sb-hint">{scopeWords(one, model.language)}</span>
              <span className="sb-hint sb-figures" title={t.at}>
                {shanghaiDay(one.at)}
              </span>
              <Button
                kind="quiet"
                title={t.withdrawOf(one.word)}
                onPress={() => actions.wording.withdraw(one.id)}
              >
                {t.withdraw}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
