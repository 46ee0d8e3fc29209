import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { dockTexts } from '../i18n/dock-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Highlight } from '../ui/Highlight.tsx';
import { Icon } from '../ui/Icon.tsx';
import { imeOwns } from '../ui/ime.ts';
import { EmptyLine } from '../ui/Marks.tsx';
import { useGuard } from '../ui/trust.tsx';
import type { DockActions, DockModel, PhraseHit } from './model.ts';

/** Rows drawn at once; a longer answer asks for more letters instead of a longer list. */
const shownAtMost = 80;

/** Search, categories and one-click insertion. */
export function PhraseSection({ model, actions }: { model: DockModel; actions: DockActions }) {
  const t = useTexts(dockTexts, model.language);
  const guard = useGuard();
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [category, setCategory] = useState<string>();
  const [active, setActive] = useState(0);

  const used = useMemo(() => {
    const present = new Set(model.phrases.map((phrase) => phrase.category));
    const known = model.categories.filter((name) => present.has(name));
    return [...known, ...[...present].filter((name) => !model.categories.includes(name))];
  }, [model.phrases, model.categories]);
  const open = category !== undefined && used.includes(category) ? category : undefined;

  const searching = query.trim() !== '';
  const found = useMemo<PhraseHit[]>(() => {
    if (searching) return actions.searchPhrases(query, shownAtMost + 1);
    const rows =
      open === undefined ? model.phrases : model.phrases.filter((phrase) => phrase.category === open);
    return rows.map((phrase) => ({ phrase, ranges: [] }));
  }, [searching, query, open, model.phrases, actions]);
  const hits = searching ? found.slice(0, shownAtMost) : found;
  const at = Math.min(active, hits.length - 1);

  useEffect(() => {
    list.current?.children[at]?.scrollIntoView?.({ block: 'nearest' });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (imeOwns(event)) return;
    const last = hits.length - 1;
    if (event.key === 'ArrowDown') setActive(at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setActive(at <= 0 ? last : at - 1);
    else if (event.key === 'Enter') {
      const hit = hits[at];
      if (hit) actions.insertPhrase(hit.phrase.id);
    } else if (event.key === 'Escape' && query !== '') setQuery('');
    else return;
    event.preventDefault();
  };

  return (
    <div className="sb-phrases">
      <div className="sb-search">
        <Icon name="search" size={14} />
        <input
          type="text"
          role="combobox"
          aria-label={t.searchPhrases}
          aria-expanded
          aria-controls={`${base}-list`}
          aria-autocomplete="list"
          aria-activedescendant={hits[at] ? `${base}-${at}` : undefined}
          placeholder={t.searchPhrases}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={guard(onKeyDown)}
        />
        {query !== '' && <IconButton icon="close" label={t.clearSearch} onPress={() => setQuery('')} />}
      </div>
      <div className="sb-phrase-body">
        <nav className="sb-categories sb-scroll" aria-label={t.categories} hidden={searching}>
          {[undefined, ...used].map((name) => (
            <button
              key={name ?? ''}
              type="button"
              aria-pressed={name === open}
              title={name ?? t.allCategories}
              onMouseDown={(event) => event.preventDefault()}
              onClick={guard(() => {
                setCategory(name);
                setActive(0);
              })}
            >
              {name ?? t.allCategories}
            </button>
          ))}
        </nav>
        <div className="sb-scroll sb-phrase-scroll">
          <div role="listbox" id={`${base}-list`} aria-label={t.phraseList} ref={list}>
            {hits.map((hit, index) => (
              <PhraseRow
                key={hit.phrase.id}
                id={`${base}-${index}`}
                hit={hit}
                active={index === at}
                showCategory={searching}
                onInsert={() => actions.insertPhrase(hit.phrase.id)}
              />
            ))}
          </div>
          {found.length > hits.length && (
            <p className="sb-hint sb-more">{t.moreHits(found.length - hits.length)}</p>
          )}
          {hits.length === 0 && (
            <EmptyLine>
              {searching ? t.noPhrase(query.trim()) : t.emptyCategory}{' '}
              <Button kind="quiet" onPress={actions.openOptions}>
                {t.addInOptions}
              </Button>
            </EmptyLine>
          )}
        </div>
      </div>
      <p className="sb-foot">{model.hasEditor ? t.insertHint : t.noEditorHint}</p>
    </div>
  );
}

function PhraseRow({
  id,
  hit,
  active,
  showCategory,
  onInsert,
}: {
  id: string;
  hit: PhraseHit;
  active: boolean;
  showCategory: boolean;
  onInsert: () => void;
}) {
  const guard = useGuard();
  const { phrase } = hit;
  return (
    // The search box keeps the focus and names the active option; the row itself only takes the pointer.
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox that owns this list
    <div
      role="option"
      id={id}
      aria-selected={active}
      tabIndex={-1}
      className="sb-phrase"
      data-phrase={phrase.id}
      title={phrase.text}
      onMouseDown={(event) => event.preventDefault()}
      onClick={guard(onInsert)}
    >
      <span className="sb-phrase-title">
        <Highlight text={phrase.title} ranges={hit.ranges} />
      </span>
      {phrase.code && <kbd className="sb-code">{phrase.code}</kbd>}
      <span className="sb-phrase-text">
        {showCategory && <em>{phrase.category}</em>}
        {phrase.text}
      </span>
    </div>
  );
}
