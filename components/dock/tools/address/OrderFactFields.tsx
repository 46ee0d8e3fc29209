import type { Language } from '../../../../rules/language/local-text.ts';
import { addressTexts } from '../../../i18n/address-texts.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Field } from '../../../ui/Field.tsx';
import { type FactDraft, type FactField, factFields } from './facts.ts';

/** Pieces, total, weight and flash sale of the order, as far as the agent knows them. */
export function OrderFactFields({
  draft,
  bad,
  onChange,
  language,
}: {
  draft: FactDraft;
  bad: readonly FactField[];
  onChange: (draft: FactDraft) => void;
  language: Language;
}) {
  const t = useTexts(addressTexts, language);
  const faults: Record<FactField, string> = { pieces: t.badPieces, total: t.badTotal, weight: t.badWeight };
  return (
    <fieldset className="sb-address-facts">
      <legend className="sb-unseen">{t.facts}</legend>
      {factFields.map((field) => (
        <Field key={field} label={t[field]} errors={bad.includes(field) ? [faults[field]] : []}>
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="decimal"
              autoComplete="off"
              value={draft[field]}
              onChange={(event) => onChange({ ...draft, [field]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <label className="sb-address-flash">
        <input
          type="checkbox"
          checked={draft.flashSale}
          onChange={(event) => onChange({ ...draft, flashSale: event.target.checked })}
        />
        {t.flashSale}
      </label>
    </fieldset>
  );
}
