import type { Language } from '../../../rules/language/local-text.ts';
import type { PlatformRow } from '../../../rules/packs/platform-row.ts';
import { rowKind } from '../../../rules/packs/row-fault.ts';
import { optionsRulesTexts } from '../../i18n/options-rules-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { PenaltyFields } from './PenaltyFields.tsx';
import type { RuleDraft } from './rule-draft.ts';

interface FieldsProps {
  row: PlatformRow;
  draft: RuleDraft;
  language: Language;
  onChange(draft: RuleDraft): void;
}

/** The fields a row of this kind is edited with. */
export function RuleFields(props: FieldsProps) {
  const { row, draft, language, onChange } = props;
  const t = useTexts(optionsRulesTexts, language);
  const { fields } = t;
  const text = (name: string, label: string, wide = false) => (
    <Field key={name} label={label} wide={wide}>
      {(control) => (
        <input
          {...control}
          type="text"
          autoComplete="off"
          name={name}
          value={draft.texts[name] ?? ''}
          onChange={({ target }) => onChange({ ...draft, texts: { ...draft.texts, [name]: target.value } })}
        />
      )}
    </Field>
  );
  const tick = (name: string, label: string) => (
    <label key={name} className="sb-check">
      <input
        type="checkbox"
        name={name}
        checked={draft.ticks[name] ?? false}
        onChange={({ target }) => onChange({ ...draft, ticks: { ...draft.ticks, [name]: target.checked } })}
      />
      <span>{label}</span>
    </label>
  );
  const pick = (name: string, label: string, options: readonly { id: string; label: string }[]) => (
    <fieldset key={name} className="sb-pack-choices">
      <legend className="sb-unseen">{label}</legend>
      {options.map((option) => (
        <label key={option.id} className="sb-check">
          <input
            type="radio"
            name={`${row.id}-${name}`}
            checked={draft.texts[name] === option.id}
            onChange={() => onChange({ ...draft, texts: { ...draft.texts, [name]: option.id } })}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
  const steps = (prefix: string, of = '') =>
    (['soft', 'warn', 'breach'] as const).map((step) =>
      text(`${prefix}${step}`, `${of}${fields[step]}（${fields.seconds}）`),
    );

  switch (rowKind(row)) {
    case 'window':
      return (
        <div className="sb-pack-fields">
          {text('from', fields.from)}
          {text('to', fields.to)}
        </div>
      );
    case 'limits': {
      const hasFirst = row.value.kind === 'limits' && row.value.limits.first !== undefined;
      return (
        <>
          {hasFirst && <div className="sb-pack-fields">{steps('first-', `${fields.first} `)}</div>}
          <div className="sb-pack-fields">{steps('', hasFirst ? `${fields.later} ` : '')}</div>
        </>
      );
    }
    case 'seconds':
      return <div className="sb-pack-fields">{text('seconds', fields.seconds)}</div>;
    case 'share':
      return <div className="sb-pack-fields">{text('share', fields.share)}</div>;
    case 'count':
      return <div className="sb-pack-fields">{text('count', fields.count)}</div>;
    case 'hours':
      return (
        <div className="sb-pack-fields">
          {text('hours', fields.promise)}
          {text('pickupHours', fields.pickupHours)}
          {text('numberHours', fields.numberHours)}
          {text('longHours', fields.longHours)}
        </div>
      );
    case 'choice':
      return pick(
        'choice',
        inLanguage(row.label, language),
        (row.choices ?? []).map(({ id, label }) => ({ id, label: inLanguage(label, language) })),
      );
    case 'kinds':
      return (
        <div className="sb-pack-choices">
          <label className="sb-check">
            <input type="checkbox" checked disabled />
            <span>{fields.human}</span>
          </label>
          {tick('assist', fields.assist)}
        </div>
      );
    case 'days':
      return text('days', fields.days, true);
    case 'merge':
      return (
        <>
          {pick('same', fields.same, [
            { id: 'receiver', label: fields.receiver },
            { id: 'account', label: fields.account },
          ])}
          <div className="sb-pack-choices">
            {tick('consent', fields.consent)}
            {tick('paidOnline', fields.paidOnline)}
          </div>
          <div className="sb-pack-fields">{text('most', fields.most)}</div>
        </>
      );
    case 'trail':
      return (
        <div className="sb-pack-fields">
          {text('silentHours', fields.silentHours)}
          {text('standstillHours', fields.standstillHours)}
          {text('redHours', fields.redHours)}
        </div>
      );
    case 'penalty':
      return <PenaltyFields draft={draft} language={language} onChange={onChange} />;
    default:
      return null;
  }
}
