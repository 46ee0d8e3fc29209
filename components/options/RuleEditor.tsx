import { type FormEvent, useId, useState } from 'react';
import type { Language } from '../../rules/language/local-text.ts';
import { type CourierRule, reaches } from '../../rules/zones/table.ts';
import { optionsTexts } from '../i18n/options-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { useGuard } from '../ui/trust.tsx';
import { splitNames } from './read-fields.ts';
import { draftOf, type RuleDraft, type RuleErrors, readRule } from './rule-draft.ts';

type TypedField = Exclude<keyof RuleDraft, 'reach' | 'flashSale'>;

/** One courier rule being written; amounts in yuan and kilograms, as the shop's table on paper has them. */
export function RuleEditor({
  language,
  rule,
  couriers,
  newId,
  unknownRegions,
  onSave,
  onCancel,
}: {
  language: Language;
  rule: CourierRule | undefined;
  couriers: string[];
  newId: string;
  unknownRegions: ((names: string[]) => string[]) | undefined;
  onSave: (rule: CourierRule) => void;
  onCancel: () => void;
}) {
  const t = useTexts(optionsTexts, language);
  const guard = useGuard();
  const listId = useId();
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(rule));
  const [tried, setTried] = useState(false);
  const read = readRule(draft, rule, newId, t);
  const errors: RuleErrors = tried && 'errors' in read ? read.errors : {};
  const unknown = unknownRegions?.(splitNames(draft.regions)) ?? [];

  const change = (patch: Partial<RuleDraft>): void => setDraft((before) => ({ ...before, ...patch }));
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if ('rule' in read) onSave(read.rule);
  };
  const box = (field: TypedField, label: string, hint?: string) => (
    <Field label={label} hint={hint} errors={errors[field] === undefined ? [] : [errors[field]]}>
      {(control) => (
        <input
          {...control}
          type="text"
          autoComplete="off"
          list={field === 'courier' ? listId : undefined}
          // biome-ignore lint/a11y/noAutofocus: the agent just asked for this editor
          autoFocus={field === 'courier'}
          value={draft[field]}
          onChange={(event) => change({ [field]: event.target.value })}
        />
      )}
    </Field>
  );

  return (
    <form className="sb-editor" onSubmit={guard(save)} noValidate>
      <div className="sb-editor-row">
        {box('courier', t.courier)}
        <Field label={t.reach}>
          {(control) => (
            <select
              {...control}
              value={draft.reach}
              onChange={(event) => {
                const reach = reaches.find((one) => one === event.target.value);
                if (reach) change({ reach });
              }}
            >
              {reaches.map((reach) => (
                <option key={reach} value={reach}>
                  {t.reaches[reach]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {box('priority', t.priority, t.priorityHint)}
        <datalist id={listId}>
          {couriers.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
      <Field
        label={t.regions}
        hint={t.regionsHint}
        errors={unknown.length > 0 ? [t.unknownRegion(unknown.join('、'))] : []}
      >
        {(control) => (
          <textarea
            {...control}
            rows={2}
            value={draft.regions}
            onChange={(event) => change({ regions: event.target.value })}
          />
        )}
      </Field>
      {draft.reach === 'surcharge' && (
        <div className="sb-editor-row">
          {box('first', t.surchargeFirst)}
          {box('firstUnit', t.surchargeUnit)}
          {box('next', t.surchargeNext)}
        </div>
      )}
      <fieldset className="sb-fieldset">
        <legend>{t.conditions}</legend>
        <div className="sb-editor-row">
          {box('minPieces', t.minPieces)}
          {box('maxPieces', t.maxPieces)}
          {box('minTotal', t.minTotal)}
          {box('maxTotal', t.maxTotal)}
          <Field label={t.flashSale}>
            {(control) => (
              <select
                {...control}
                value={draft.flashSale}
                onChange={(event) => {
                  const { value } = event.target;
                  if (value === 'any' || value === 'yes' || value === 'no') change({ flashSale: value });
                }}
              >
                {(['any', 'yes', 'no'] as const).map((choice) => (
                  <option key={choice} value={choice}>
                    {t.flashSales[choice]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      </fieldset>
      {box('note', t.note)}
      <div className="sb-editor-foot">
        <span className="sb-spring" />
        <Button onPress={onCancel}>{t.cancel}</Button>
        <button type="submit" className="sb-button sb-button-primary">
          {t.save}
        </button>
      </div>
    </form>
  );
}
