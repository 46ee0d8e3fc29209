import { type FormEvent, useState } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import { type WordingLevel, type WordingScope, wordingLevels } from '../../../rules/wording/hit.ts';
import type { ShopWordEntry } from '../../../rules/wording/shop-wording.ts';
import { optionsWordingTexts } from '../../i18n/options-wording-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { wordingTexts } from '../../i18n/wording-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useGuard } from '../../ui/trust.tsx';
import type { ShopWordDraft } from './model.ts';
import { ScopeFields } from './ScopeFields.tsx';

/** One word of the shop being written. */
export function WordEditor({
  language,
  word,
  onSave,
  onCancel,
}: {
  language: Language;
  /** Absent for a new one. */
  word: ShopWordEntry | undefined;
  onSave: (draft: ShopWordDraft) => void;
  onCancel: () => void;
}) {
  const t = useTexts(optionsWordingTexts, language);
  const words = useTexts(wordingTexts, language);
  const guard = useGuard();
  const [text, setText] = useState(word?.word ?? '');
  const [better, setBetter] = useState(word?.suggestion ?? '');
  const [level, setLevel] = useState<WordingLevel | ''>(word?.level ?? '');
  const [scope, setScope] = useState<WordingScope>(() => ({
    ...(word?.platforms && { platforms: word.platforms }),
    ...(word?.channels && { channels: word.channels }),
  }));
  const [tried, setTried] = useState(false);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (text.trim() === '') return;
    onSave({
      ...(word && { id: word.id }),
      word: text.trim(),
      ...(better.trim() !== '' && { suggestion: better.trim() }),
      ...(level !== '' && { level }),
      ...scope,
    });
  };
  return (
    <form className="sb-editor" onSubmit={guard(save)} noValidate>
      <div className="sb-editor-row">
        <Field label={t.word} errors={tried && text.trim() === '' ? [t.wordMissing] : []}>
          {(control) => (
            <input
              {...control}
              type="text"
              maxLength={100}
              autoComplete="off"
              // biome-ignore lint/a11y/noAutofocus: the agent just asked for this editor
              autoFocus
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <Field label={t.suggestion} hint={t.suggestionHint}>
          {(control) => (
            <input
              {...control}
              type="text"
              maxLength={200}
              autoComplete="off"
              value={better}
              onChange={(event) => setBetter(event.target.value)}
            />
          )}
        </Field>
        <Field label={t.level}>
          {(control) => (
            <select
              {...control}
              value={level}
              onChange={(event) => setLevel(wordingLevels.find((one) => one === event.target.value) ?? '')}
            >
              <option value="">{t.levelAuto}</option>
              {wordingLevels.map((one) => (
                <option key={one} value={one}>
                  {words.levels[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <ScopeFields language={language} scope={scope} onChange={setScope} />
      <div className="sb-editor-foot">
        <span className="sb-spring" />
        <Button onPress={onCancel}>{t.cancel}</Button>
        <button type="submit" className="sb-button sb-button-primary">
          {t.save}
        </button>
      </div>
    </form>
  );
}
