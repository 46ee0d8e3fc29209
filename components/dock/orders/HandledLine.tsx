import type { Language } from '../../../rules/language/local-text.ts';
import { orderTexts } from '../../i18n/order-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';

/** What was marked as handled just now, with the way back: they have left the list. */
export function HandledLine({
  count,
  language,
  onUndo,
}: {
  count: number;
  language: Language;
  onUndo: () => void;
}) {
  const t = useTexts(orderTexts, language);
  if (count === 0) return null;
  return (
    <div className="sb-handled-line" role="status">
      <span>{t.nowHandled(count)}</span>
      <Button kind="quiet" icon="undo" keepFocus onPress={onUndo}>
        {t.undo}
      </Button>
    </div>
  );
}
