import { Fragment } from 'react';
import { dockTexts } from '../i18n/dock-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useGuard } from '../ui/trust.tsx';
import type { DockModel } from './model.ts';

/** Which part of the library is listed; nothing chosen is all of it. */
export interface PlaceChosen {
  category?: string;
  group?: string;
}

/** Categories, and the groups of the one that is open below it. */
export function PhraseNav({
  model,
  categories,
  chosen,
  hidden,
  onChoose,
}: {
  model: DockModel;
  categories: readonly string[];
  chosen: PlaceChosen;
  hidden: boolean;
  onChoose: (place: PlaceChosen) => void;
}) {
  const t = useTexts(dockTexts, model.language);
  const guard = useGuard();
  const row = (name: string, place: PlaceChosen, pressed: boolean, level: 1 | 2) => (
    <button
      type="button"
      aria-pressed={pressed}
      data-level={level}
      title={name}
      onMouseDown={(event) => event.preventDefault()}
      onClick={guard(() => onChoose(place))}
    >
      {name}
    </button>
  );
  return (
    <nav className="sb-categories sb-scroll" aria-label={t.categories} hidden={hidden}>
      {row(t.allCategories, {}, chosen.category === undefined, 1)}
      {categories.map((category) => {
        const open = chosen.category === category;
        return (
          <Fragment key={category}>
            {row(category, { category }, open && chosen.group === undefined, 1)}
            {open &&
              model.groups?.[category]?.map((group) => (
                <Fragment key={group}>{row(group, { category, group }, chosen.group === group, 2)}</Fragment>
              ))}
          </Fragment>
        );
      })}
    </nav>
  );
}
