import type { Language } from '../../../rules/language/local-text.ts';
import { phraseColours } from '../../../rules/phrases/phrase.ts';
import { platforms } from '../../../rules/platform.ts';
import { libraryTexts } from '../../i18n/library-texts.ts';
import { platformName } from '../../i18n/platform-names.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { type EditorDraft, readTags, tagsFit } from './draft.ts';

/** What a phrase is beside its texts: how it is found, who sees it, and how it goes in. */
export function TraitsField({
  language,
  draft,
  onChange,
}: {
  language: Language;
  draft: EditorDraft;
  onChange: (patch: Partial<EditorDraft>) => void;
}) {
  const words = useTexts(libraryTexts, language);
  const tick = (name: 'pinned' | 'personal' | 'literal', label: string, hint: string | undefined) => (
    <label className="sb-tick" title={hint}>
      <input
        type="checkbox"
        checked={draft[name]}
        onChange={(event) => onChange({ [name]: event.target.checked })}
      />
      <span>{label}</span>
      {hint && <span className="sb-hint">{hint}</span>}
    </label>
  );
  return (
    <>
      <div className="sb-editor-row">
        <Field
          label={words.tags}
          hint={words.tagsHint}
          errors={tagsFit(readTags(draft.tags)) ? [] : [words.tagTooLong]}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              value={draft.tags}
              onChange={(event) => onChange({ tags: event.target.value })}
            />
          )}
        </Field>
        <fieldset className="sb-fieldset">
          <legend>{words.colour}</legend>
          <div className="sb-colours">
            {[undefined, ...phraseColours].map((colour) => {
              const name = colour ? words.colours[colour] : words.noColour;
              return (
                <label key={name} title={name} data-chosen={draft.colour === colour || undefined}>
                  <input
                    type="radio"
                    name="colour"
                    aria-label={name}
                    checked={draft.colour === colour}
                    onChange={() => onChange({ colour })}
                  />
                  <i className="sb-colour" data-colour={colour} />
                </label>
              );
            })}
          </div>
        </fieldset>
      </div>
      <div className="sb-ticks">
        {tick('pinned', words.pin, undefined)}
        {tick('personal', words.personal, words.personalHint)}
        {tick('literal', words.literal, words.literalHint)}
      </div>
      <fieldset className="sb-fieldset">
        <legend>
          {words.platforms}
          {draft.platforms.length === 0 && <span className="sb-hint"> {words.allPlatforms}</span>}
        </legend>
        <div className="sb-ticks">
          {platforms.map((platform) => (
            <label key={platform} className="sb-tick">
              <input
                type="checkbox"
                checked={draft.platforms.includes(platform)}
                onChange={(event) =>
                  onChange({
                    platforms: platforms.filter((one) =>
                      one === platform ? event.target.checked : draft.platforms.includes(one),
                    ),
                  })
                }
              />
              <span>{platformName(platform, language)}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}
