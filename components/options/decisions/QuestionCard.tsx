import {
  type DecisionAnswer,
  type DecisionQuestion,
  type DecisionTable,
  factKind,
  factNames,
  guideText,
  mostAnswers,
  withGuideText,
} from '../../../rules/decisions/index.ts';
import type { Language } from '../../../rules/language/local-text.ts';
import { optionsDecisionTexts } from '../../i18n/options-decision-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { addAnswer } from './draft.ts';
import { FactTestFields } from './FactTestFields.tsx';
import { GuideTextField } from './GuideTextField.tsx';
import { TargetSelect } from './TargetSelect.tsx';

/** One question: its words, the fact that answers it, and where each answer leads. */
export function QuestionCard({
  table,
  question,
  language,
  errors,
  onChange,
  onTable,
  onRemove,
}: {
  table: DecisionTable;
  question: DecisionQuestion;
  language: Language;
  errors: readonly string[];
  onChange: (question: DecisionQuestion) => void;
  onTable: (table: DecisionTable) => void;
  onRemove: () => void;
}) {
  const t = useTexts(optionsDecisionTexts, language);
  const titled = guideText(question.text, language).trim() || t.untitled;
  const setAnswer = (next: DecisionAnswer): void =>
    onChange({ ...question, answers: question.answers.map((one) => (one.id === next.id ? next : one)) });
  /** Tests are of the fact they were written for: with another fact they mean nothing. */
  const setFrom = (chosen: string): void => {
    const from = factNames.find((name) => name === chosen);
    const { from: _, ...rest } = question;
    const answers = question.answers.map(({ when: __, ...answer }): DecisionAnswer => answer);
    onChange({ ...rest, ...(from && { from }), answers });
  };
  return (
    <section className="sb-card sb-decision-part" data-part={question.id} aria-label={titled}>
      <div className="sb-decision-head">
        <GuideTextField
          label={t.question}
          text={question.text}
          language={language}
          onChange={(text) => onChange({ ...question, text })}
          data={{ 'data-field': 'text' }}
        />
        <Field label={t.from}>
          {(control) => (
            <select
              {...control}
              value={question.from ?? ''}
              onChange={(event) => setFrom(event.target.value)}
            >
              <option value="">{t.fromNone}</option>
              {factNames.map((name) => (
                <option key={name} value={name}>
                  {inLanguage(factKind(name).name, language)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <IconButton icon="trash" label={t.removePart(titled)} onPress={onRemove} />
      </div>
      <Field label={t.hint}>
        {(control) => (
          <input
            {...control}
            type="text"
            maxLength={400}
            autoComplete="off"
            value={question.hint ? guideText(question.hint, language) : ''}
            onChange={(event) => {
              const { hint, ...rest } = question;
              const written = event.target.value;
              const next =
                written === '' ? undefined : withGuideText(hint ?? { 'zh-CN': '' }, language, written);
              onChange({
                ...rest,
                ...(next && { hint: next['zh-CN'] === '' ? { 'zh-CN': written } : next }),
              });
            }}
          />
        )}
      </Field>
      <ol className="sb-decision-answers" aria-label={t.answers}>
        {question.answers.map((answer) => {
          const said = guideText(answer.text, language).trim() || t.untitled;
          return (
            <li key={answer.id} data-answer={answer.id}>
              <div className="sb-decision-answer">
                <GuideTextField
                  label={t.answer}
                  text={answer.text}
                  language={language}
                  onChange={(text) => setAnswer({ ...answer, text })}
                />
                <TargetSelect
                  label={t.to}
                  table={table}
                  value={answer.to}
                  language={language}
                  onChange={(to) => setAnswer({ ...answer, to })}
                />
                <IconButton
                  icon="close"
                  label={t.removeAnswer(said)}
                  onPress={() =>
                    onChange({
                      ...question,
                      answers: question.answers.filter(({ id }) => id !== answer.id),
                    })
                  }
                />
              </div>
              {question.from && (
                <FactTestFields
                  key={question.from}
                  name={question.from}
                  test={answer.when}
                  language={language}
                  onChange={(when) => {
                    const { when: _, ...rest } = answer;
                    setAnswer({ ...rest, ...(when && { when }) });
                  }}
                />
              )}
            </li>
          );
        })}
      </ol>
      {question.answers.length < mostAnswers && (
        <Button icon="plus" kind="quiet" onPress={() => onTable(addAnswer(table, question))}>
          {t.addAnswer}
        </Button>
      )}
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
