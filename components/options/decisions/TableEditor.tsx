import { type FormEvent, useMemo, useState } from 'react';
import type { DecisionTable } from '../../../rules/decisions/index.ts';
import {
  checkTable,
  type DecisionStart,
  decisionStarts,
  type TableFault,
} from '../../../rules/decisions/index.ts';
import type { Language } from '../../../rules/language/local-text.ts';
import { summaryLabels } from '../../../rules/orders/flag-orders.ts';
import { optionsDecisionTexts } from '../../i18n/options-decision-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Field } from '../../ui/Field.tsx';
import { Line } from '../../ui/Marks.tsx';
import { useGuard } from '../../ui/trust.tsx';
import { splitNames } from '../read-fields.ts';
import { addOutcome, addQuestion, withOutcome, withoutPart, withQuestion } from './draft.ts';
import { FlowOutline } from './FlowOutline.tsx';
import { GuideTextField } from './GuideTextField.tsx';
import type { DecisionDraft } from './model.ts';
import { OutcomeCard } from './OutcomeCard.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { TargetSelect } from './TargetSelect.tsx';

/** One table being changed; nothing is kept before it is saved, and it is saved only without faults. */
export function TableEditor({
  draft: { opened, table },
  language,
  onChange: setTable,
  onSave,
  onCancel,
}: {
  draft: DecisionDraft;
  language: Language;
  onChange: (table: DecisionTable) => void;
  onSave: () => void;
  onCancel: () => void;
}) {
  const t = useTexts(optionsDecisionTexts, language);
  const guard = useGuard();
  const [asks, setAsks] = useState(table.asks.join('，'));
  const [words, setWords] = useState(table.words.join('，'));
  const faults = useMemo(() => checkTable(table), [table]);
  const of = (wanted: (fault: TableFault) => boolean): string[] =>
    faults.filter(wanted).map(({ text }) => inLanguage(text, language));
  const own = of(({ question, outcome }) => question === undefined && outcome === undefined);
  const nameOf = (start: DecisionStart): string =>
    start === 'refunding' || start === 'returning' || start === 'received'
      ? t.cases[start]
      : inLanguage(summaryLabels[start], language);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (faults.length === 0) onSave();
  };
  return (
    <form className="sb-decision-editor" data-editing={table.id} onSubmit={guard(submit)} noValidate>
      <div className="sb-decision-bar">
        {faults.length > 0 ? (
          <Line tone="warn" icon="alert">
            {t.faults(faults.length)}
          </Line>
        ) : (
          <span className="sb-muted">{t.fine}</span>
        )}
        <span className="sb-spring" />
        {JSON.stringify(table) === JSON.stringify(opened) ? (
          <Button onPress={onCancel}>{t.cancel}</Button>
        ) : (
          <ConfirmButton label={t.cancel} question={t.dropAsk} yes={t.yes} no={t.no} onConfirm={onCancel} />
        )}
        <button type="submit" className="sb-button sb-button-primary" disabled={faults.length > 0}>
          {t.save}
        </button>
      </div>
      {own.length > 0 && (
        <ul className="sb-error" role="alert">
          {own.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      <div className="sb-decision-columns">
        <div className="sb-decision-parts">
          <section className="sb-card sb-decision-part">
            <GuideTextField
              label={t.name}
              text={table.name}
              language={language}
              onChange={(name) => setTable({ ...table, name })}
            />
            <TargetSelect
              label={t.first}
              table={table}
              value={table.first}
              language={language}
              onChange={(first) => setTable({ ...table, first })}
            />
            <fieldset className="sb-fieldset">
              <legend>{t.starts}</legend>
              <div className="sb-decision-checks">
                {decisionStarts.map((start) => (
                  <label key={start}>
                    <input
                      type="checkbox"
                      checked={table.starts.includes(start)}
                      onChange={(event) =>
                        setTable({
                          ...table,
                          starts: event.target.checked
                            ? [...table.starts, start]
                            : table.starts.filter((one) => one !== start),
                        })
                      }
                    />
                    {nameOf(start)}
                  </label>
                ))}
              </div>
              <p className="sb-hint">{t.startsHint}</p>
            </fieldset>
            <Field label={t.words} hint={t.wordsHint}>
              {(control) => (
                <input
                  {...control}
                  type="text"
                  autoComplete="off"
                  value={words}
                  onChange={(event) => {
                    setWords(event.target.value);
                    setTable({ ...table, words: splitNames(event.target.value) });
                  }}
                />
              )}
            </Field>
            <Field label={t.asks} hint={t.asksHint}>
              {(control) => (
                <input
                  {...control}
                  type="text"
                  autoComplete="off"
                  value={asks}
                  onChange={(event) => {
                    setAsks(event.target.value);
                    setTable({ ...table, asks: splitNames(event.target.value) });
                  }}
                />
              )}
            </Field>
          </section>

          <h2>{t.questions}</h2>
          {table.questions.map((question) => (
            <QuestionCard
              key={question.id}
              table={table}
              question={question}
              language={language}
              errors={of((fault) => fault.question === question.id)}
              onChange={(next) => setTable(withQuestion(table, next))}
              onTable={setTable}
              onRemove={() => setTable(withoutPart(table, question.id))}
            />
          ))}
          <Button icon="plus" onPress={() => setTable(addQuestion(table))}>
            {t.addQuestion}
          </Button>

          <h2>{t.outcomes}</h2>
          <p className="sb-hint">{t.textsHint}</p>
          {table.outcomes.map((outcome) => (
            <OutcomeCard
              key={outcome.id}
              outcome={outcome}
              language={language}
              errors={of((fault) => fault.outcome === outcome.id)}
              onChange={(next) => setTable(withOutcome(table, next))}
              onRemove={() => setTable(withoutPart(table, outcome.id))}
            />
          ))}
          <Button icon="plus" onPress={() => setTable(addOutcome(table))}>
            {t.addOutcome}
          </Button>
        </div>
        <FlowOutline table={table} language={language} />
      </div>
    </form>
  );
}
