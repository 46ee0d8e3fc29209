import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { dockTexts } from '../i18n/dock-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { PhraseForm } from '../phrases/PhraseForm.tsx';
import { useTypedQuery } from '../phrases/use-typed-query.ts';
import { WindowedList } from '../phrases/WindowedList.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { imeOwns } from '../ui/ime.ts';
import { EmptyLine, Line } from '../ui/Marks.tsx';
import { useGuard } from '../ui/trust.tsx';
import type { DockActions, DockModel, PhraseHit, PhraseQuestion } from './model.ts';
import { PhraseNav, type PlaceChosen } from './PhraseNav.tsx';
import { PhraseRow, phraseRowHeight } from './PhraseRow.tsx';
import { PhraseSteps } from './PhraseSteps.tsx';

/** Rows drawn at once; a longer answer asks for more letters instead of a longer list. */
const shownAtMost = 80;
/** From this many on only the rows in sight are drawn, so that a library of thousands stays light. */
const drawnAtMost = 300;

/** What stands in place of the list: a form, or the texts of one phrase. */
type Open =
  | { what: 'question'; id: string; asked: PhraseQuestion; whose: string | undefined }
  | { what: 'steps'; id: string };

/** Search, what may be wanted now, categories and one-click insertion. */
export function PhraseSection({ model, actions }: { model: DockModel; actions: DockActions }) {
  const t = useTexts(dockTexts, model.language);
  const guard = useGuard();
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<PlaceChosen>({});
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const [opened, setOpen] = useState<Open>();
  // What was asked for one buyer is not asked for another.
  const stale = opened?.what === 'question' && opened.whose !== model.openConversation;
  const open = stale ? undefined : opened;
  const typed = useTypedQuery(() => setActive(0));
  const { query } = typed;

  const categories = useMemo(() => {
    const present = new Set(model.phrases.map((phrase) => phrase.category));
    const known = model.categories.filter((name) => present.has(name));
    return [...known, ...[...present].filter((name) => !model.categories.includes(name))];
  }, [model.phrases, model.categories]);
  const chosen = place.category !== undefined && categories.includes(place.category) ? place : {};
  const { category, group } = chosen;

  const searching = query.trim() !== '';
  const found = useMemo<PhraseHit[]>(() => {
    if (searching) return actions.searchPhrases(query, shownAtMost + 1);
    const rows = model.phrases.filter(
      (phrase) =>
        (category === undefined || phrase.category === category) &&
        (group === undefined || phrase.group === group),
    );
    return rows.map((phrase) => ({ phrase, ranges: [] }));
  }, [searching, query, category, group, model.phrases, actions]);
  const hits = searching ? found.slice(0, shownAtMost) : found;
  const offered = useMemo<PhraseHit[]>(
    () =>
      (searching ? [] : (model.giving?.offers ?? [])).flatMap((offer) => {
        const phrase = model.phrases.find(({ id }) => id === offer.id);
        return phrase ? [{ phrase, ranges: [], offer }] : [];
      }),
    [searching, model.giving?.offers, model.phrases],
  );
  const count = offered.length + hits.length;
  const at = Math.min(active, count - 1);
  const inList = at - offered.length;
  const windowed = hits.length > drawnAtMost;

  useEffect(() => {
    if (!windowed) list.current?.children[inList]?.scrollIntoView?.({ block: 'nearest' });
  }, [inList, windowed]);

  // The form had the keys; without it they would go nowhere.
  const [back, setBack] = useState(false);
  useEffect(() => {
    if (!back) return;
    setBack(false);
    input.current?.focus();
  }, [back]);

  const give = (id: string, index?: number): void => {
    const asked = actions.askPhrase(id, index);
    if (asked) {
      setOpen({ what: 'question', id, asked, whose: model.openConversation });
      return;
    }
    setOpen(undefined);
    if (index === undefined) actions.insertPhrase(id);
    else actions.insertPhrase(id, { index });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (imeOwns(event) || typed.composing) return;
    if (event.key === 'ArrowDown') setActive(at >= count - 1 ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setActive(at <= 0 ? count - 1 : at - 1);
    else if (event.key === 'Enter') {
      const hit = [...offered, ...hits][at];
      if (hit) give(hit.phrase.id);
    } else if (event.key === 'Escape' && query !== '') typed.setValue('');
    else return;
    event.preventDefault();
  };
  const row = (hit: PhraseHit, index: number) => (
    <PhraseRow
      key={hit.phrase.id}
      id={`${base}-${index}`}
      hit={hit}
      active={index === at}
      given={model.giving?.given[hit.phrase.id]}
      language={model.language}
      showPlace={searching}
      onInsert={() => give(hit.phrase.id)}
      onSteps={() => setOpen({ what: 'steps', id: hit.phrase.id })}
    />
  );
  const stepped = open?.what === 'steps' ? model.phrases.find(({ id }) => id === open.id) : undefined;
  if (open?.what === 'question') {
    return (
      <Question
        asked={open.asked}
        model={model}
        onAnswer={(answers) => {
          setOpen(undefined);
          actions.insertPhrase(open.id, { index: open.asked.index, answers });
        }}
        onClose={() => {
          setOpen(undefined);
          setBack(true);
        }}
      />
    );
  }
  if (stepped) {
    return (
      <PhraseSteps
        phrase={stepped}
        given={model.giving?.given[stepped.id]}
        language={model.language}
        onPick={(index) => give(stepped.id, index)}
        onAnew={() => actions.beginAnew(stepped.id)}
        onClose={() => setOpen(undefined)}
      />
    );
  }

  return (
    <div className="sb-phrases">
      <div className="sb-search">
        <Icon name="search" size={14} />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={t.searchPhrases}
          aria-expanded
          aria-controls={`${base}-list`}
          aria-autocomplete="list"
          aria-activedescendant={count > 0 ? `${base}-${at}` : undefined}
          placeholder={t.searchPhrases}
          autoComplete="off"
          spellCheck={false}
          {...typed.box}
          onKeyDown={guard(onKeyDown)}
        />
        {query !== '' && <IconButton icon="close" label={t.clearSearch} onPress={() => typed.setValue('')} />}
      </div>
      {offered.length > 0 && (
        <div className="sb-offers">
          <p className="sb-offers-head">
            {t.mayBeWanted}
            {offered.map(
              ({ offer }) =>
                offer && (
                  <span key={offer.id} hidden={offer.why !== 'next-part'}>
                    <IconButton
                      icon="close"
                      label={t.dropPart}
                      keepFocus
                      onPress={() => actions.dropOffer(offer.id)}
                    />
                  </span>
                ),
            )}
          </p>
          <div role="listbox" aria-label={t.mayBeWanted}>
            {offered.map(row)}
          </div>
        </div>
      )}
      <div className="sb-phrase-body">
        <PhraseNav
          model={model}
          categories={categories}
          chosen={chosen}
          hidden={searching}
          onChoose={(next) => {
            setPlace(next);
            setActive(offered.length);
          }}
        />
        {windowed ? (
          <WindowedList
            id={`${base}-list`}
            label={t.phraseList}
            count={hits.length}
            rowHeight={phraseRowHeight}
            active={Math.max(0, inList)}
          >
            {(index) => {
              const hit = hits[index];
              return hit && row(hit, index + offered.length);
            }}
          </WindowedList>
        ) : (
          <div className="sb-scroll sb-phrase-scroll">
            <div role="listbox" id={`${base}-list`} aria-label={t.phraseList} ref={list}>
              {hits.map((hit, index) => row(hit, index + offered.length))}
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
        )}
      </div>
      <p className="sb-foot">{model.hasEditor ? t.insertHint : t.noEditorHint}</p>
    </div>
  );
}

/** What a phrase needs from the agent, in place of the list. */
function Question({
  asked,
  model,
  onAnswer,
  onClose,
}: {
  asked: PhraseQuestion;
  model: DockModel;
  onAnswer: (answers: Readonly<Record<string, string>>) => void;
  onClose: () => void;
}) {
  const t = useTexts(dockTexts, model.language);
  const names = asked.missing.map((name) => (/^[{｛]/.test(name) ? name : `{${name}}`));
  return (
    <div className="sb-phrases sb-question">
      {names.length > 0 && (
        <Line
          tone={asked.fields.length > 0 ? 'warn' : 'stop'}
          icon="alert"
          {...(asked.fields.length === 0 && { actions: <Button onPress={onClose}>{t.back}</Button> })}
        >
          {t.missing(asked.title, names.join(model.language === 'en' ? ', ' : '、'))}
        </Line>
      )}
      {asked.fields.length > 0 && (
        <PhraseForm
          language={model.language}
          title={asked.title}
          fields={asked.fields}
          last={asked.last}
          preview={asked.preview}
          onSubmit={onAnswer}
          onCancel={onClose}
        />
      )}
    </div>
  );
}
