import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useState,
} from 'react';
import { padTexts } from '../i18n/pad-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useTypedQuery } from '../phrases/use-typed-query.ts';
import { WindowedList } from '../phrases/WindowedList.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { imeOwns } from '../ui/ime.ts';
import { EmptyLine } from '../ui/Marks.tsx';
import { useGuard } from '../ui/trust.tsx';
import type { PadActions, PadModel, PadPlace } from './model.ts';
import { PadRow, padRowHeight } from './PadRow.tsx';

/** Hits of a search that are listed; whoever has not found it among these types another letter. */
const listedAtMost = 300;

/**
 * The box and the list below it, one combobox as in the palette. The chosen row is remembered as a phrase, not as a
 * place: the list may be ordered anew by what was used, and Enter again has to mean the same phrase.
 */
export function PadSearch({
  model,
  actions,
  place,
  input,
  categories,
  onActive,
  steps,
  onStep,
}: {
  model: PadModel;
  actions: PadActions;
  place: PadPlace;
  input: RefObject<HTMLInputElement | null>;
  categories: ReactNode;
  onActive: (id: string | undefined) => void;
  /** Of phrases with several texts: the one the agent chose instead of the next. */
  steps: Readonly<Record<string, number>>;
  onStep: (id: string, by: number) => void;
}) {
  const t = useTexts(padTexts, model.language);
  const guard = useGuard();
  const base = useId();
  const [chosen, setChosen] = useState<string>();
  const typed = useTypedQuery(() => {
    setChosen(undefined);
    actions.moveOn();
  });
  const { query } = typed;
  const { search } = actions;

  const { category, group } = place;
  const searching = query.trim() !== '';
  const hits = useMemo(
    () =>
      search(
        query,
        { ...(category !== undefined && { category }), ...(group !== undefined && { group }) },
        searching ? listedAtMost : Number.MAX_SAFE_INTEGER,
      ),
    [search, query, category, group, searching],
  );
  const at = Math.max(
    0,
    hits.findIndex(({ phrase }) => phrase.id === chosen),
  );
  const active = hits[at]?.phrase.id;
  const numbered = typed.value === '';
  useEffect(() => onActive(active), [active, onActive]);

  const choose = (index: number): void => setChosen(hits[index]?.phrase.id);
  const pick = (index: number): boolean => {
    const hit = hits[index];
    if (!hit) return false;
    setChosen(hit.phrase.id);
    actions.pick(hit.phrase.id, steps[hit.phrase.id]);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (imeOwns(event) || typed.composing) return;
    const last = hits.length - 1;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.altKey && active !== undefined && /^Arrow(?:Up|Down)$/.test(event.key)) {
      onStep(active, event.key === 'ArrowDown' ? 1 : -1);
      event.preventDefault();
      return;
    }
    if (!plain) return;
    if (event.key === 'ArrowDown') choose(at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp') choose(at <= 0 ? last : at - 1);
    else if (event.key === 'PageDown') choose(Math.min(last, at + 8));
    else if (event.key === 'PageUp') choose(Math.max(0, at - 8));
    else if (event.key === 'Home' && !event.shiftKey && numbered) choose(0);
    else if (event.key === 'End' && !event.shiftKey && numbered) choose(last);
    else if (event.key === 'Escape') {
      typed.setValue('');
      setChosen(undefined);
    } else if (event.key === 'Enter') pick(at);
    else if (numbered && /^[1-9]$/.test(event.key)) {
      // A digit beyond the list is the beginning of a code to search for.
      if (!pick(Number(event.key) - 1)) return;
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="sb-search">
        <Icon name="search" size={16} />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={t.search}
          aria-expanded
          aria-controls={`${base}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active === undefined ? undefined : `${base}-${at}`}
          placeholder={t.placeholder}
          autoComplete="off"
          spellCheck={false}
          {...typed.box}
          onKeyDown={guard(onKeyDown)}
        />
        {typed.value !== '' && (
          <IconButton icon="close" label={t.clear} keepFocus onPress={() => typed.setValue('')} />
        )}
      </div>
      {categories}
      {hits.length > 0 ? (
        <WindowedList
          id={`${base}-list`}
          label={t.results}
          count={hits.length}
          rowHeight={padRowHeight}
          active={at}
        >
          {(index) => {
            const hit = hits[index];
            return (
              hit && (
                <PadRow
                  id={`${base}-${index}`}
                  hit={hit}
                  next={actions.next(hit.phrase.id, steps[hit.phrase.id])}
                  digit={numbered && index < 9 ? index + 1 : undefined}
                  active={index === at}
                  of={hits.length}
                  index={index}
                  language={model.language}
                  onPick={() => pick(index)}
                />
              )
            );
          }}
        </WindowedList>
      ) : (
        <div id={`${base}-list`} className="sb-pad-none">
          <EmptyLine>
            {searching ? t.none(query.trim()) : model.count === 0 ? t.empty : t.emptyPlace}{' '}
            <Button kind="quiet" onPress={actions.openOptions}>
              {t.addInOptions}
            </Button>
          </EmptyLine>
        </div>
      )}
      <p className="sb-foot">
        {searching && hits.length >= listedAtMost ? t.moreHits : t.keys}
        {numbered && ` · ${t.digitKeys}`}
        {hits[at]?.phrase.kind && ` · ${t.stepKeys}`}
        <output className="sb-unseen">{t.count(hits.length)}</output>
      </p>
    </>
  );
}
