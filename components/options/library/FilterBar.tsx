import { phraseColours } from '../../../rules/phrases/phrase.ts';
import { platforms } from '../../../rules/platform.ts';
import { libraryTexts } from '../../i18n/library-texts.ts';
import { optionsTexts } from '../../i18n/options-texts.ts';
import { platformName } from '../../i18n/platform-names.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Segments } from '../../ui/Segments.tsx';
import type { SectionProps } from '../model.ts';
import { isFiltering, type LibraryFilter } from './filter.ts';

/** A short choice whose first option means "all". */
function Choice({
  label,
  any,
  options,
  value,
  onChange,
}: {
  label: string;
  any: string;
  options: readonly (readonly [string, string])[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      data-chosen={value !== undefined || undefined}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{any}</option>
      {options.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** What of the library is listed, and in which order. */
export function FilterBar({
  model,
  actions,
  filter,
  tags,
  shown,
  onChange,
}: SectionProps & {
  filter: LibraryFilter;
  /** Tags in use. */
  tags: readonly string[];
  /** Ids of the phrases that pass. */
  shown: readonly string[];
  onChange: (filter: LibraryFilter) => void;
}) {
  const words = useTexts(libraryTexts, model.language);
  const t = useTexts(optionsTexts, model.language);
  const change = (patch: LibraryFilter): void => onChange({ ...filter, ...patch });
  return (
    <div className="sb-filters">
      {tags.length > 0 && (
        <Choice
          label={words.tag}
          any={words.anyTag}
          options={tags.map((tag) => [tag, tag])}
          value={filter.tag}
          onChange={(tag) => change({ tag })}
        />
      )}
      <Choice
        label={words.colour}
        any={words.anyColour}
        options={phraseColours.map((colour) => [colour, words.colours[colour]])}
        value={filter.colour}
        onChange={(value) => change({ colour: phraseColours.find((colour) => colour === value) })}
      />
      <Choice
        label={words.scope}
        any={words.anyScope}
        options={[
          ['shop', words.scopes.shop],
          ['personal', words.scopes.personal],
        ]}
        value={filter.scope}
        onChange={(value) => change({ scope: value === 'shop' || value === 'personal' ? value : undefined })}
      />
      <Choice
        label={words.platform}
        any={words.anyPlatform}
        options={platforms.map((platform) => [platform, platformName(platform, model.language)])}
        value={filter.platform}
        onChange={(value) => change({ platform: platforms.find((platform) => platform === value) })}
      />
      <label className="sb-tick">
        <input
          type="checkbox"
          checked={filter.neverUsed === true}
          onChange={(event) => change({ neverUsed: event.target.checked || undefined })}
        />
        <span>{words.neverUsed}</span>
      </label>
      {isFiltering(filter) && (
        <Button kind="quiet" onPress={() => onChange({})}>
          {words.clearFilters}
        </Button>
      )}
      <span className="sb-spring" />
      <span className="sb-hint">{words.found(shown.length)}</span>
      <Segments
        label={words.order}
        options={[
          { id: 'hand', label: words.orders.hand },
          { id: 'use', label: words.orders.use },
        ]}
        chosen={model.library.order}
        onChoose={actions.library.order}
      />
      {filter.neverUsed && shown.length > 0 && (
        <ConfirmButton
          label={words.trashFound(shown.length)}
          question={words.trashFoundAsk(shown.length)}
          yes={words.yes}
          no={t.cancel}
          onConfirm={() => actions.library.trash([...shown], true)}
        />
      )}
    </div>
  );
}
