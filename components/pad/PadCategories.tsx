import { padTexts } from '../i18n/pad-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import type { PadModel, PadPlace } from './model.ts';

/** Both levels of categories as two short choices: they take one line, also in a narrow window. */
export function PadCategories({
  model,
  place,
  onPlace,
}: {
  model: PadModel;
  place: PadPlace;
  onPlace: (place: PadPlace) => void;
}) {
  const t = useTexts(padTexts, model.language);
  const groups = model.categories.find(({ name }) => name === place.category)?.groups ?? [];
  return (
    <div className="sb-pad-categories">
      <select
        aria-label={t.category}
        value={place.category ?? ''}
        onChange={({ target }) => onPlace(target.value === '' ? {} : { category: target.value })}
      >
        <option value="">{t.allCategories}</option>
        {model.categories.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      {place.category !== undefined && groups.length > 0 && (
        <select
          aria-label={t.group}
          value={place.group ?? ''}
          onChange={({ target }) =>
            onPlace({
              ...(place.category !== undefined && { category: place.category }),
              ...(target.value !== '' && { group: target.value }),
            })
          }
        >
          <option value="">{t.allGroups}</option>
          {groups.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
