import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { Language, LocalText } from '../../rules/language/local-text.ts';
import type { PhraseHit, PhraseQuestion } from '../dock/model.ts';
import { popupTexts } from '../i18n/popup-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { PhraseForm } from '../phrases/PhraseForm.tsx';
import { PhrasePlace, PhraseSigns, PhraseText } from '../phrases/PhraseSigns.tsx';
import { standingOf } from '../phrases/standing.ts';
import { useTypedQuery } from '../phrases/use-typed-query.ts';
import { Highlight } from '../ui/Highlight.tsx';
import { Icon } from '../ui/Icon.tsx';
import { imeOwns } from '../ui/ime.ts';
import { EmptyLine, Line } from '../ui/Marks.tsx';
import { useGuard } from '../ui/trust.tsx';

/** Rows shown: the popup is for a quick look; the phrase pad lists everything. */
const shownAtMost = 6;

/** What became of a copy, in words. */
export interface Copied {
  level: 'info' | 'warn' | 'stop';
  text: LocalText;
}

/** The library, as the popup asks for it. There is no page: what a page would tell is asked for in the form. */
export interface PhraseSource {
  search(query: string, limit: number): PhraseHit[];
  ask(id: string, index?: number): PhraseQuestion | undefined;
  /** On the agent's own key or click. */
  copy(id: string, index?: number, answers?: Readonly<Record<string, string>>): Promise<Copied>;
}

/** Finds a phrase by the same search as in pages, and copies its filled text. */
export function PhraseFinder({ source, language }: { source: PhraseSource; language: Language }) {
  const t = useTexts(popupTexts, language);
  const guard = useGuard();
  const base = useId();
  const [active, setActive] = useState(0);
  const [question, setQuestion] = useState<{ id: string; asked: PhraseQuestion }>();
  const [copied, setCopied] = useState<Copied>();
  const typed = useTypedQuery(() => {
    setActive(0);
    setCopied(undefined);
  });
  const searching = typed.query.trim() !== '';
  const hits = useMemo(
    () => (searching ? source.search(typed.query, shownAtMost) : []),
    [searching, source, typed.query],
  );
  const at = Math.min(active, hits.length - 1);

  const copy = (id: string, index?: number, answers?: Readonly<Record<string, string>>): void => {
    setQuestion(undefined);
    void source.copy(id, index, answers).then(setCopied);
  };
  const take = (id: string | undefined): void => {
    if (id === undefined) return;
    const asked = source.ask(id);
    if (asked && asked.fields.length > 0) setQuestion({ id, asked });
    else copy(id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (imeOwns(event) || typed.composing) return;
    if (event.key === 'ArrowDown') setActive(at >= hits.length - 1 ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setActive(at <= 0 ? hits.length - 1 : at - 1);
    else if (event.key === 'Enter') take(hits[at]?.phrase.id);
    // An empty box leaves Esc to the browser, which closes the popup.
    else if (event.key === 'Escape' && typed.value !== '') typed.setValue('');
    else return;
    event.preventDefault();
  };

  if (question) {
    const { id, asked } = question;
    return (
      <section className="sb-finder" aria-label={t.findPhrase}>
        <PhraseForm
          language={language}
          title={asked.title}
          fields={asked.fields}
          last={asked.last}
          preview={asked.preview}
          onSubmit={(answers) => copy(id, asked.index, answers)}
          onCancel={() => setQuestion(undefined)}
          submitLabel={t.copyPhrase}
        />
      </section>
    );
  }
  return (
    <section className="sb-finder" aria-label={t.findPhrase}>
      <div className="sb-search">
        <Icon name="search" size={14} />
        <input
          type="text"
          role="combobox"
          aria-label={t.findPhrase}
          aria-expanded={searching}
          aria-controls={`${base}-list`}
          aria-autocomplete="list"
          aria-activedescendant={hits[at] ? `${base}-${at}` : undefined}
          placeholder={t.findPhrase}
          autoComplete="off"
          spellCheck={false}
          {...typed.box}
          onKeyDown={guard(onKeyDown)}
        />
      </div>
      {copied && (
        <Line tone={copied.level} {...(copied.level !== 'info' && { icon: 'alert' as const })}>
          {inLanguage(copied.text, language)}
        </Line>
      )}
      {searching && (
        <div role="listbox" id={`${base}-list`} aria-label={t.foundPhrases}>
          {hits.map((hit, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox that owns this list
            <div
              key={hit.phrase.id}
              role="option"
              id={`${base}-${index}`}
              aria-selected={index === at}
              tabIndex={-1}
              className="sb-found"
              data-phrase={hit.phrase.id}
              data-colour={hit.phrase.colour}
              onMouseDown={(event) => event.preventDefault()}
              onClick={guard(() => take(hit.phrase.id))}
            >
              <span className="sb-phrase-title">
                <Highlight text={hit.phrase.title} ranges={hit.ranges} />
              </span>
              <PhraseSigns hit={hit} standing={standingOf(hit.phrase)} language={language} />
              <span className="sb-found-place">
                <PhrasePlace hit={hit} />
              </span>
              <span className="sb-phrase-text">
                <PhraseText hit={hit} standing={standingOf(hit.phrase)} />
              </span>
            </div>
          ))}
        </div>
      )}
      {searching && hits.length === 0 && <EmptyLine>{t.noPhrase}</EmptyLine>}
      {searching && hits.length > 0 && <p className="sb-foot">{t.findKeys}</p>}
    </section>
  );
}
