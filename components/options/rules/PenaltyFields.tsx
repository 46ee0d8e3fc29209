import type { Language } from '../../../rules/language/local-text.ts';
import { optionsRulesTexts } from '../../i18n/options-rules-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { type BandField, bandFields, newBand, type RuleDraft } from './rule-draft.ts';

/** The steps of a penalty as a small table: up to which order, a sum or a share, and its bounds. */
export function PenaltyFields({
  draft,
  language,
  onChange,
}: {
  draft: RuleDraft;
  language: Language;
  onChange(draft: RuleDraft): void;
}) {
  const t = useTexts(optionsRulesTexts, language);
  const { bands } = draft;
  const put = (at: number, field: BandField, text: string): void =>
    onChange({ ...draft, bands: bands.map((band, i) => (i === at ? { ...band, [field]: text } : band)) });
  return (
    <div className="sb-pack-bands">
      <table className="sb-table">
        <thead>
          <tr>
            {bandFields.map((field) => (
              <th key={field} scope="col">
                {t.bands[field]}
              </th>
            ))}
            <th />
          </tr>
        </thead>
        <tbody>
          {bands.map((band, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name but their place
            <tr key={at}>
              {bandFields.map((field) => (
                <td key={field}>
                  <input
                    type="text"
                    inputMode="decimal"
                    autoComplete="off"
                    aria-label={t.bandOf(at + 1, t.bands[field])}
                    value={band[field]}
                    onChange={({ target }) => put(at, field, target.value)}
                  />
                </td>
              ))}
              <td>
                {bands.length > 1 && (
                  <IconButton
                    icon="close"
                    label={t.removeBand(at + 1)}
                    onPress={() => onChange({ ...draft, bands: bands.filter((_, i) => i !== at) })}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sb-hint">{t.bandHint}</p>
      <Button kind="quiet" onPress={() => onChange({ ...draft, bands: [...bands, newBand] })}>
        {t.addBand}
      </Button>
    </div>
  );
}
