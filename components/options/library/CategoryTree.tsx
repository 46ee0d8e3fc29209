import { type FormEvent, type ReactNode, useState } from 'react';
import { libraryTexts } from '../../i18n/library-texts.ts';
import { optionsTexts } from '../../i18n/options-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Sortable } from '../../ui/Sortable.tsx';
import { useGuard } from '../../ui/trust.tsx';
import type { SectionProps } from '../model.ts';
import { groupsOf, type Place, type PlaceCount } from './filter.ts';

/** Categories and the groups in them with their counts; both keep the agent's order. */
export function CategoryTree({
  model,
  actions,
  counts,
  place,
  onChoose,
}: SectionProps & {
  counts: ReadonlyMap<string, PlaceCount>;
  place: Place;
  onChoose: (place: Place) => void;
}) {
  const t = useTexts(optionsTexts, model.language);
  const words = useTexts(libraryTexts, model.language);
  const guard = useGuard();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [renaming, setRenaming] = useState<Place>();

  const toggle = (name: string): void => {
    const next = new Set(open);
    if (!next.delete(name)) next.add(name);
    setOpen(next);
  };
  const isOpen = (name: string): boolean =>
    open.has(name) || (place.category === name && place.group !== undefined);
  const rename = (category: string, group: string | undefined, to: string): void => {
    setRenaming(undefined);
    const name = to.trim();
    if (name === '' || name === (group ?? category)) return;
    actions.library.rename(group === undefined ? { category } : { category, group }, name);
    if (place.category === category && place.group === group)
      onChoose(group === undefined ? { category: name } : { category, group: name });
  };

  const row = (category: string, group: string | undefined, count: number, grip: ReactNode) => {
    const name = group ?? category;
    if (renaming?.category === category && renaming.group === group)
      return (
        <RenameForm
          name={name}
          label={words.newName}
          done={words.renameDone}
          onDone={(to) => rename(category, group, to)}
        />
      );
    const chosen = place.category === category && place.group === group;
    return (
      <>
        <button
          type="button"
          className="sb-category"
          aria-pressed={chosen}
          title={name}
          onClick={guard(() => onChoose({ category, group }))}
          onDoubleClick={guard(() => setRenaming({ category, group }))}
        >
          <span className="sb-clip">{name}</span>
          <span className="sb-muted">{count}</span>
        </button>
        {chosen && (
          <IconButton
            icon="edit"
            label={words.rename(name)}
            onPress={() => setRenaming({ category, group })}
          />
        )}
        {grip}
      </>
    );
  };

  return (
    <>
      <button
        type="button"
        className="sb-category"
        aria-pressed={place.category === undefined}
        onClick={guard(() => onChoose({}))}
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
        {(category, grip) => {
          const count = counts.get(category);
          const groups = groupsOf(count, model.library.groups[category]);
          return (
            <>
              <div className="sb-category-row">
                {groups.length > 0 ? (
                  <IconButton
                    icon={isOpen(category) ? 'down' : 'right'}
                    label={isOpen(category) ? words.closeGroups(category) : words.openGroups(category)}
                    expanded={isOpen(category)}
                    onPress={() => toggle(category)}
                  />
                ) : (
                  <span className="sb-category-indent" />
                )}
                {row(category, undefined, count?.all ?? 0, grip)}
              </div>
              {isOpen(category) && groups.length > 0 && (
                <Sortable
                  items={groups}
                  idOf={(name) => name}
                  gripLabel={words.moveGroup}
                  onMove={(name, before) => actions.library.moveGroup(category, name, before)}
                  className="sb-group-list"
                >
                  {(group, groupGrip) => (
                    <div className="sb-category-row">
                      {row(category, group, count?.groups.get(group) ?? 0, groupGrip)}
                    </div>
                  )}
                </Sortable>
              )}
            </>
          );
        }}
      </Sortable>
    </>
  );
}

function RenameForm({
  name,
  label,
  done,
  onDone,
}: {
  name: string;
  label: string;
  done: string;
  onDone: (to: string) => void;
}) {
  const guard = useGuard();
  const [draft, setDraft] = useState(name);
  return (
    <form
      className="sb-rename"
      onSubmit={guard((event: FormEvent) => {
        event.preventDefault();
        onDone(draft);
      })}
    >
      <input
        type="text"
        aria-label={label}
        maxLength={60}
        // biome-ignore lint/a11y/noAutofocus: the agent just asked to rename
        autoFocus
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) onDone(name);
        }}
      />
      <button type="submit" className="sb-button sb-button-plain">
        {done}
      </button>
    </form>
  );
}
