import { useMemo, useState } from 'react';
import { optionsTexts } from '../i18n/options-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Chip, EmptyLine } from '../ui/Marks.tsx';
import { Sortable } from '../ui/Sortable.tsx';
import { useGuard } from '../ui/trust.tsx';
import type { EditablePhrase, SectionProps } from './model.ts';
import { PhraseEditor } from './PhraseEditor.tsx';
import { sameCode } from './same-code.ts';

/** The library: categories at the left, phrases with search, edit, order and delete at the right. */
export function PhrasesSection({ model, actions }: SectionProps) {
  const t = useTexts(optionsTexts, model.language);
  const guard = useGuard();
  const [category, setCategory] = useState<string>();
  const [query, setQuery] = useState('');
  /** Id of the phrase being edited; `null` is a new one. */
  const [editing, setEditing] = useState<string | null>();
  const [said, setSaid] = useState('');

  const open = category !== undefined && model.categories.includes(category) ? category : undefined;
  const searching = query.trim() !== '';
  const byId = useMemo(() => new Map(model.phrases.map((phrase) => [phrase.id, phrase])), [model.phrases]);
  const conflicts = useMemo(() => sameCode(model.phrases), [model.phrases]);
  const shown = searching
    ? actions.searchPhrases(query).flatMap((id) => byId.get(id) ?? [])
    : model.phrases.filter((phrase) => open === undefined || phrase.category === open);
  // An order is only the agent's inside one category.
  const movable = !searching && open !== undefined;

  const move = (id: string, before: string | undefined): void => {
    actions.movePhrase(id, before);
    const rest = shown.filter((phrase) => phrase.id !== id);
    const at = before === undefined ? rest.length : rest.findIndex((phrase) => phrase.id === before);
    setSaid(t.moved(byId.get(id)?.title ?? '', at + 1, shown.length));
  };
  const editor = (phrase: EditablePhrase | undefined) => (
    <PhraseEditor
      key={phrase?.id ?? 'new'}
      language={model.language}
      phrase={phrase}
      category={open ?? model.categories[0] ?? ''}
      categories={model.categories}
      phrases={model.phrases}
      checkTemplate={actions.checkTemplate}
      onSave={(draft) => {
        actions.savePhrase(draft);
        setEditing(undefined);
      }}
      onCancel={() => setEditing(undefined)}
    />
  );

  return (
    <div className="sb-library">
      <div className="sb-library-side">
        <button
          type="button"
          className="sb-category"
          aria-pressed={open === undefined}
          onClick={guard(() => setCategory(undefined))}
        >
          <span>{t.allCategories}</span>
          <span className="sb-muted">{model.phrases.length}</span>
        </button>
        <Sortable
          items={model.categories}
          idOf={(name) => name}
          gripLabel={t.moveCategory}
          onMove={actions.moveCategory}
          className="sb-category-list"
        >
          {(name, grip) => (
            <div className="sb-category-row">
              <button
                type="button"
                className="sb-category"
                aria-pressed={name === open}
                title={name}
                onClick={guard(() => setCategory(name))}
              >
                <span className="sb-clip">{name}</span>
                <span className="sb-muted">
                  {model.phrases.filter((phrase) => phrase.category === name).length}
                </span>
              </button>
              {grip}
            </div>
          )}
        </Sortable>
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
          <Button kind="primary" icon="plus" onPress={() => setEditing(null)}>
            {t.addPhrase}
          </Button>
        </div>
        {editing === null && editor(undefined)}
        {shown.length === 0 && <EmptyLine>{searching ? t.noHit : t.noPhrase}</EmptyLine>}
        <Sortable
          items={shown}
          idOf={(phrase) => phrase.id}
          gripLabel={(phrase) => t.movePhrase(phrase.title)}
          onMove={move}
          movable={movable}
        >
          {(phrase, grip) =>
            editing === phrase.id ? (
              editor(phrase)
            ) : (
              <div className="sb-library-row">
                {grip}
                <div className="sb-library-text">
                  <p>
                    <strong>{phrase.title}</strong>
                    {phrase.code && <kbd className="sb-code">{phrase.code}</kbd>}
                    {phrase.code && conflicts.has(phrase.id) && (
                      <Chip tone="stop">
                        {t.codeConflict(phrase.code, (conflicts.get(phrase.id) ?? []).join('、'))}
                      </Chip>
                    )}
                    {(searching || open === undefined) && <Chip>{phrase.category}</Chip>}
                    {phrase.uses > 0 && <span className="sb-hint">{t.uses(phrase.uses)}</span>}
                  </p>
                  <p className="sb-library-preview">{phrase.text}</p>
                </div>
                <IconButton
                  icon="edit"
                  label={t.editPhrase(phrase.title)}
                  onPress={() => setEditing(phrase.id)}
                />
                <IconButton
                  icon="trash"
                  label={t.removePhrase(phrase.title)}
                  onPress={() => actions.deletePhrase(phrase.id)}
                />
              </div>
            )
          }
        </Sortable>
        <output className="sb-unseen">{said}</output>
      </div>
    </div>
  );
}
