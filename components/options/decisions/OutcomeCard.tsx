import { useState } from 'react';
import { type DecisionOutcome, guideText, textReaders } from '../../../rules/decisions/index.ts';
import type { Language } from '../../../rules/language/local-text.ts';
import { entryKindNames, entryKinds } from '../../../rules/registers/entry.ts';
import { optionsDecisionTexts } from '../../i18n/options-decision-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { readWhole } from '../read-fields.ts';
import { stepsOf } from './draft.ts';
import { GuideTextField } from './GuideTextField.tsx';

/** A year: more is a slip of the keys. */
const mostHours = 9_000;

/** One outcome: what to do, the texts for others, the register entry. */
export function OutcomeCard({
  outcome,
  language,
  errors,
  onChange,
  onRemove,
}: {
  outcome: DecisionOutcome;
  language: Language;
  errors: readonly string[];
  onChange: (outcome: DecisionOutcome) => void;
  onRemove: () => void;
}) {
  const t = useTexts(optionsDecisionTexts, language);
  const titled = guideText(outcome.nextStep, language).trim() || t.untitled;
  const [steps, setSteps] = useState(() => outcome.steps.map((step) => guideText(step, language)).join('\n'));
  return (
    <section className="sb-card sb-decision-part" data-part={outcome.id} aria-label={titled}>
      <div className="sb-decision-head">
        <GuideTextField
          label={t.nextStep}
          text={outcome.nextStep}
          language={language}
          onChange={(nextStep) => onChange({ ...outcome, nextStep })}
          data={{ 'data-field': 'next-step' }}
        />
        <IconButton icon="trash" label={t.removePart(titled)} onPress={onRemove} />
      </div>
      <Field label={t.steps}>
        {(control) => (
          <textarea
            {...control}
            rows={steps.split('\n').length}
            value={steps}
            onChange={(event) => {
              setSteps(event.target.value);
              onChange({ ...outcome, steps: stepsOf(event.target.value, outcome.steps, language) });
            }}
          />
        )}
      </Field>
      {textReaders.map((reader) => (
        <Field key={reader} label={t.texts[reader]}>
          {(control) => (
            <textarea
              {...control}
              data-field={reader}
              rows={Math.ceil((outcome[reader] ?? '').length / 40) || 1}
              maxLength={4_000}
              value={outcome[reader] ?? ''}
              onChange={(event) => {
                const { [reader]: _, ...rest } = outcome;
                const written = event.target.value;
                onChange({ ...rest, ...(written !== '' && { [reader]: written }) });
              }}
            />
          )}
        </Field>
      ))}
      <div className="sb-decision-register">
        <RegisterFields outcome={outcome} language={language} onChange={onChange} />
        <label>
          <input
            type="checkbox"
            checked={outcome.escalate === 'manager'}
            onChange={(event) => {
              const { escalate: _, ...rest } = outcome;
              onChange({ ...rest, ...(event.target.checked && { escalate: 'manager' as const }) });
            }}
          />
          {t.escalate}
        </label>
      </div>
      {errors.length > 0 && (
        <ul className="sb-error" role="alert">
          {errors.map((error) => (
            <li key={error}>{error}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function RegisterFields({
  outcome,
  language,
  onChange,
}: {
  outcome: DecisionOutcome;
  language: Language;
  onChange: (outcome: DecisionOutcome) => void;
}) {
  const t = useTexts(optionsDecisionTexts, language);
  const { register, ...rest } = outcome;
  const [hours, setHours] = useState(register?.dueHours === undefined ? '' : String(register.dueHours));
  return (
    <>
      <Field label={t.register}>
        {(control) => (
          <select
            {...control}
            value={register?.kind ?? ''}
            onChange={(event) => {
              const kind = entryKinds.find((one) => one === event.target.value);
              onChange({ ...rest, ...(kind && { register: { ...register, kind } }) });
            }}
          >
            <option value="">{t.registerNone}</option>
            {entryKinds.map((kind) => (
              <option key={kind} value={kind}>
                {inLanguage(entryKindNames[kind], language)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {register && (
        <Field
          label={t.dueHours}
          errors={hours.trim() !== '' && readWhole(hours, 1, mostHours) === undefined ? [t.badNumber] : []}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="numeric"
              value={hours}
              onChange={(event) => {
                setHours(event.target.value);
                const read = readWhole(event.target.value, 1, mostHours);
                if (read === undefined && event.target.value.trim() !== '') return;
                const { kind } = register;
                onChange({
                  ...rest,
                  register: { kind, ...(read !== undefined && { dueHours: read }) },
                });
              }}
            />
          )}
        </Field>
      )}
    </>
  );
}
