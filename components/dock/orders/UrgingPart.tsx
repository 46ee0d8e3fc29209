import type { Language } from '../../../rules/language/local-text.ts';
import { urgingTexts } from '../../i18n/urging-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Marks.tsx';
import type { DockActions } from '../model.ts';
import { Draft, DraftButtons } from './DraftText.tsx';
import type { OrderRowView } from './order-row.ts';

/**
 * Following up one unpaid order (mission.md A11): whether it may be urged now, the words, the memo's line, and the
 * count. Counting is the agent's own click: a copied text is not a sent one.
 */
export function UrgingPart({
  row,
  language,
  actions,
  hasEditor,
}: {
  row: OrderRowView;
  language: Language;
  actions: Pick<DockActions, 'insertText' | 'copy' | 'noteOrder'>;
  hasEditor: boolean;
}) {
  const t = useTexts(urgingTexts, language);
  const { urging } = row;
  if (!urging) return null;
  const { advice, text, missing, memo } = urging;
  const keys = [row.order.key];
  const byAgent = !advice.may && advice.why === 'stopped' && row.state?.urgeStop !== undefined;
  const passes = advice.may || advice.until !== undefined;
  return (
    <section className="sb-urging" aria-label={t.title} data-urging={advice.may ? 'may' : advice.why}>
      <p className="sb-part-head">
        <strong>{t.title}</strong>
        {advice.done > 0 && <Chip tone="plain">{t.touches(advice.done, advice.most)}</Chip>}
        <span className={advice.may ? undefined : 'sb-muted'}>{inLanguage(advice.says, language)}</span>
      </p>
      {advice.other !== undefined && <p className="sb-hint">{t.other(advice.other)}</p>}
      {missing && <p className="sb-hint">{t.missing(missing.join('、'))}</p>}
      {text !== undefined && <Draft text={text} />}
      <div className="sb-buttons">
        {text !== undefined && (
          <DraftButtons text={text} labels={t} hasEditor={hasEditor} actions={actions} />
        )}
        {memo !== undefined && (
          <Button icon="copy" kind="quiet" keepFocus onPress={() => actions.copy(memo)}>
            {t.copyMemo}
          </Button>
        )}
        {advice.may && (
          <Button
            kind="quiet"
            keepFocus
            title={t.noteHint}
            onPress={() => actions.noteOrder(keys, { urge: { step: advice.step } })}
          >
            {t.note}
          </Button>
        )}
        {passes && (
          <Button kind="quiet" keepFocus onPress={() => actions.noteOrder(keys, { urgeStop: t.stopped })}>
            {t.stop}
          </Button>
        )}
        {byAgent && (
          <Button kind="quiet" keepFocus onPress={() => actions.noteOrder(keys, { urgeStop: null })}>
            {t.resume}
          </Button>
        )}
      </div>
    </section>
  );
}
