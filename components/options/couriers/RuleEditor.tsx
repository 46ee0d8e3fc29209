import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import { type CourierRule, reaches } from '../../../rules/zones/table.ts';
import { courierTileTexts } from '../../i18n/courier-tile-texts.ts';
import { optionsTexts } from '../../i18n/options-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { useGuard } from '../../ui/trust.tsx';
import type { RegionNames } from './model.ts';
import { RegionField } from './RegionField.tsx';
import {
  draftOf,
  type RuleDraft,
  type RuleErrors,
  readRule,
  regionErrors,
  type TypedField,
} from './rule-draft.ts';

const moreFields = ['minWeight', 'maxWeight', 'leastDays', 'mostDays', 'keywords', 'note'] as const;

/** What the editor is fixed to where a tile or several say it. */
interface FixedParts {
  courier?: boolean;
  regions?: boolean;
}

/** One courier rule being written; amounts in yuan and kilograms, as the shop's table on paper has them. */
export function RuleEditor({
  language,
  start,
  id,
  couriers,
  regions,
  fixed = {},
  scopes,
  saveLabel,
  note,
  onSave,
  onCancel,
}: {
  language: Language;
  /** What it begins with. */
  start: Partial<CourierRule> | undefined;
  /** Id of the rule it becomes. */
  id: string;
  couriers: readonly string[];
  regions: RegionNames | undefined;
  fixed?: FixedParts;
  /** Where the change may hold; the first is taken unless the agent says otherwise. */
  scopes?: readonly { id: string; label: string }[] | undefined;
  saveLabel?: string;
  /** What saving would do beside, for the rule as typed. */
  note?: ((rule: CourierRule) => string | undefined) | undefined;
  onSave: (rule: CourierRule, scope: string | undefined) => void;
  onCancel: () => void;
}) {
  const t = useTexts(optionsTexts, language);
  const words = useTexts(courierTileTexts, language);
  const guard = useGuard();
  const listId = useId();
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(start));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Where no field takes the focus itself the agent begins with what it decides.
    if (!form.current?.contains(document.activeElement))
      form.current?.querySelector<HTMLElement>(`input[value="${start?.reach ?? 'reaches'}"]`)?.focus();
  }, [start?.reach]);
  const [scope, setScope] = useState(scopes?.[0]?.id);
  const find = fixed.regions ? undefined : regions?.find;
  const read = readRule(draft, id, t, find);
  const errors: RuleErrors = tried && 'errors' in read ? read.errors : {};
  const [showsMore, setShowsMore] = useState(
    () => draft.corps || moreFields.some((field) => draft[field] !== ''),
  );
  const hidden = moreFields.some((field) => errors[field] !== undefined);

  const change = (patch: Partial<RuleDraft>): void => setDraft((before) => ({ ...before, ...patch }));
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if ('rule' in read) onSave(read.rule, scope);
  };
  const errorsOf = (field: keyof RuleErrors): string[] => {
    const error = errors[field];
    return error === undefined ? [] : [error];
  };
  const box = (field: TypedField, label: string, more: { hint?: string; focus?: boolean } = {}) => (
    <Field label={label} hint={more.hint} errors={errorsOf(field)}>
      {(control) => (
        <input
          {...control}
          type="text"
          autoComplete="off"
          list={field === 'courier' ? listId : undefined}
          // biome-ignore lint/a11y/noAutofocus: the agent just asked for this editor
          autoFocus={more.focus ?? false}
          value={draft[field]}
          onChange={(event) => change({ [field]: event.target.value })}
        />
      )}
    </Field>
  );

  return (
    <form ref={form} className="sb-editor" onSubmit={guard(save)} noValidate>
      {scopes && scopes.length > 1 && (
        <Segments
          label={words.scope}
          options={scopes}
          chosen={scope ?? scopes[0]?.id ?? ''}
          onChoose={setScope}
        />
      )}
      <Segments
        label={t.reach}
        options={reaches.map((reach) => ({ id: reach, label: words.words[reach] }))}
        chosen={draft.reach}
        onChoose={(reach) => change({ reach })}
      />
      <div className="sb-editor-row">
        {!fixed.courier && box('courier', t.courier, { focus: draft.courier === '' })}
        {box('priority', t.priority, fixed.regions ? {} : { hint: t.priorityHint })}
        <datalist id={listId}>
          {couriers.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
      {draft.reach === 'surcharge' && (
        <div className="sb-editor-row">
          {box('first', t.surchargeFirst)}
          {box('firstUnit', t.surchargeUnit)}
          {box('next', t.surchargeNext)}
          {(draft.next !== '' || draft.nextUnit !== '') && box('nextUnit', t.surchargeNextUnit)}
        </div>
      )}
      {!fixed.regions && (
        <RegionField
          label={t.regions}
          hint={t.regionsHint}
          value={draft.regions}
          errors={regionErrors(draft.regions, t, find)}
          regions={regions}
          autoFocus={draft.courier !== '' && draft.regions.endsWith('/')}
          onChange={(text) => change({ regions: text })}
        />
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
      <details
        className="sb-rule-more"
        open={showsMore || hidden}
        onToggle={(event) => setShowsMore(event.currentTarget.open)}
      >
        <summary>{t.moreFields}</summary>
        <div className="sb-editor-row">
          {box('minWeight', t.minWeight, { hint: t.weightHint })}
          {box('maxWeight', t.maxWeight)}
          {box('leastDays', t.leastDays)}
          {box('mostDays', t.mostDays)}
        </div>
        {!fixed.regions && (
          <>
            {box('keywords', t.keywords, { hint: t.keywordsHint })}
            <label className="sb-check">
              <input
                type="checkbox"
                checked={draft.corps}
                onChange={(event) => change({ corps: event.target.checked })}
              />
              {t.corpsOnly}
            </label>
          </>
        )}
        {box('note', t.note)}
      </details>
      {note && 'rule' in read && note(read.rule) && <p className="sb-hint">{note(read.rule)}</p>}
      <div className="sb-editor-foot">
        <span className="sb-spring" />
        <Button onPress={onCancel}>{t.cancel}</Button>
        <button type="submit" className="sb-button sb-button-primary">
          {saveLabel ?? t.save}
        </button>
      </div>
    </form>
  );
}
