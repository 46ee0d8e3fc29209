import { useMemo, useState } from 'react';
import { libraryTexts } from '../i18n/library-texts.ts';
import { optionsTexts } from '../i18n/options-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { EmptyLine } from '../ui/Marks.tsx';
import { Segments } from '../ui/Segments.tsx';
import { SortableWindow } from '../ui/SortableWindow.tsx';
import { BackupsView } from './library/BackupsView.tsx';
import { CategoryTree } from './library/CategoryTree.tsx';
import { FilterBar } from './library/FilterBar.tsx';
import {
  byUse,
  countPlaces,
  isAt,
  isFiltering,
  type LibraryFilter,
  type Place,
  passes,
  tagsOf,
} from './library/filter.ts';
import { HistoryButtons } from './library/HistoryButtons.tsx';
import { PhraseRow, PhraseRowActions, phraseRowHeight } from './library/PhraseRow.tsx';
import { TrashView } from './library/TrashView.tsx';
import type { EditablePhrase, SectionProps } from './model.ts';
import { PhraseEditor } from './PhraseEditor.tsx';
import { sameCode } from './same-code.ts';

const views = ['phrases', 'trash', 'backups'] as const;
type View = (typeof views)[number];

/** The library: phrases in their places, what was thrown away, and copies of it; every edit can be taken back. */
export function PhrasesSection({ model, actions }: SectionProps) {
  const words = useTexts(libraryTexts, model.language);
  const [view, setView] = useState<View>('phrases');
  const trashed = model.library.trash.length;
  const label = (id: View): string =>
    id === 'trash' && trashed > 0 ? `${words.views.trash} ${trashed}` : words.views[id];
  return (
    <div className="sb-library-card">
      <div className="sb-library-head">
        <Segments
          label={words.view}
          options={views.map((id) => ({ id, label: label(id) }))}
          chosen={view}
          onChoose={setView}
        />
        <span className="sb-spring" />
        <HistoryButtons model={model} actions={actions} />
      </div>
      {view === 'phrases' && <PhraseList model={model} actions={actions} />}
      {view === 'trash' && <TrashView model={model} actions={actions} />}
      {view === 'backups' && <BackupsView model={model} actions={actions} />}
    </div>
  );
}

/** The phrase being edited, or what a new one begins with. */
type Editing = { id: string } | { id: null; from?: EditablePhrase } | undefined;

const idOf = ({ id }: EditablePhrase): string => id;

function PhraseList({ model, actions }: SectionProps) {
  const t = useTexts(optionsTexts, model.language);
  const words = useTexts(libraryTexts, model.language);
  const [chosen, setChosen] = useState<Place>({});
  const [filter, setFilter] = useState<LibraryFilter>({});
  const [query, setQuery] = useState('');
  const [editing, setEditing] = useState<Editing>();
  const [said, setSaid] = useState('');

  const { phrases } = model;
  const counts = useMemo(() => countPlaces(phrases), [phrases]);
  const byId = useMemo(() => new Map(phrases.map((phrase) => [phrase.id, phrase])), [phrases]);
  const conflicts = useMemo(() => sameCode(phrases), [phrases]);
  const tags = useMemo(() => tagsOf(phrases), [phrases]);
  // A place whose last phrase went is no place any more.
  const count = chosen.category === undefined ? undefined : counts.get(chosen.category);
  const place: Place = count && (chosen.group === undefined || count.groups.has(chosen.group)) ? chosen : {};
  const searching = query.trim() !== '';
  const { order } = model.library;
  const { searchPhrases } = actions;
  const shown = useMemo(() => {
    const found = searching ? searchPhrases(query).flatMap((id) => byId.get(id) ?? []) : phrases;
    const listed = found.filter(
      (phrase) =>
        (searching || isAt(phrase, { category: place.category, group: place.group })) &&
        passes(phrase, filter),
    );
    return !searching && order === 'use' ? byUse(listed) : listed;
  }, [searching, query, phrases, byId, place.category, place.group, filter, order, searchPhrases]);
  // An order is only the agent's inside one category, and only where all of it is seen.
  const movable = !searching && place.category !== undefined && order === 'hand' && !isFiltering(filter);

  const move = (id: string, before: string | undefined): void => {
    actions.movePhrase(id, before);
    const rest = shown.filter((phrase) => phrase.id !== id);
    const at = before === undefined ? rest.length : rest.findIndex((phrase) => phrase.id === before);
    setSaid(t.moved(byId.get(id)?.title ?? '', at + 1, shown.length));
  };
  const editor = (phrase: EditablePhrase | undefined, from?: EditablePhrase) => (
    <PhraseEditor
      key={phrase?.id ?? from?.id ?? 'new'}
      model={model}
      actions={actions}
      phrase={phrase}
      from={from}
      place={{ category: place.category ?? model.categories[0], group: place.group }}
      onDone={(saved) => {
        setEditing(undefined);
        // A new phrase is shown where it went; among thousands it would be looked for.
        if (saved && !phrase) setChosen({ category: saved.category, group: saved.group });
      }}
    />
  );
  const open = editing?.id ?? undefined;

  return (
    <div className="sb-library">
      <div className="sb-library-side">
        <CategoryTree
          model={model}
          actions={actions}
          counts={counts}
          place={place}
          onChoose={(next) => {
            setChosen(next);
            setQuery('');
          }}
        />
      </div>
      <div className="sb-library-main">
        <div className="sb-toolbar">
          <span className="sb-search">
            <Icon name="search" size={14} />
            <input
              type="text"
              aria-label={t.phraseSearch}
              placeholder={t.phraseSearch}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
          </span>
          <Button kind="primary" icon="plus" onPress={() => setEditing({ id: null })}>
            {t.addPhrase}
          </Button>
        </div>
        <FilterBar
          model={model}
          actions={actions}
          filter={filter}
          tags={tags}
          shown={shown.map(idOf)}
          onChange={setFilter}
        />
        {editing?.id === null && editor(undefined, editing.from)}
        {shown.length === 0 && (
          <EmptyLine>{searching || isFiltering(filter) ? t.noHit : t.noPhrase}</EmptyLine>
        )}
        <SortableWindow
          items={shown}
          idOf={idOf}
          gripLabel={(phrase) => t.movePhrase(phrase.title)}
          onMove={move}
          movable={movable}
          rowHeight={phraseRowHeight}
          open={open}
        >
          {(phrase, grip) =>
            phrase.id === open ? (
              editor(phrase)
            ) : (
              <PhraseRow
                model={model}
                phrase={phrase}
                twins={conflicts.get(phrase.id)}
                withPlace={searching || place.category === undefined}
                lead={grip}
              >
                <PhraseRowActions
                  model={model}
                  phrase={phrase}
                  onEdit={() => setEditing({ id: phrase.id })}
                  onDuplicate={() => {
                    const { code: _, ...rest } = phrase;
                    setEditing({ id: null, from: { ...rest, title: words.copyOf(phrase.title) } });
                    scrollTo({ top: 0 });
                  }}
                  onDelete={() => actions.deletePhrase(phrase.id)}
                />
              </PhraseRow>
            )
          }
        </SortableWindow>
        <output className="sb-unseen">{said}</output>
      </div>
    </div>
  );
}
