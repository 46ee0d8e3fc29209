import { type DecisionTable, guideText, type OutlineRow, outlineOf } from '../../../rules/decisions/index.ts';
import type { Language } from '../../../rules/language/local-text.ts';
import { optionsDecisionTexts } from '../../i18n/options-decision-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';

/** Deeper rows stand at this depth: the words need the width. */
const deepestDrawn = 8;

/** The flow of a table as an indented outline, drawn anew with each change. */
export function FlowOutline({ table, language }: { table: DecisionTable; language: Language }) {
  const t = useTexts(optionsDecisionTexts, language);
  const titled = (text: string): string => text.trim() || t.untitled;
  const nameOf = (row: OutlineRow): string => {
    switch (row.kind) {
      case 'question':
        return titled(guideText(row.question.text, language));
      case 'outcome':
        return titled(guideText(row.outcome.nextStep, language));
      case 'missing':
        return t.missing;
      default: {
        const question = table.questions.find(({ id }) => id === row.id);
        const name = question ? titled(guideText(question.text, language)) : row.id;
        return `${name}（${row.kind === 'again' ? t.again : t.circle}）`;
      }
    }
  };
  return (
    <aside className="sb-card sb-decision-flow" aria-label={t.flow}>
      <h2>{t.flow}</h2>
      <ul>
        {outlineOf(table).map((row, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own and are drawn anew
            key={index}
            data-kind={row.kind}
            style={{ paddingInlineStart: `${Math.min(row.depth, deepestDrawn) * 14}px` }}
          >
            {row.answer && (
              <span className="sb-muted">{titled(guideText(row.answer.text, language))} → </span>
            )}
            <span>{nameOf(row)}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
