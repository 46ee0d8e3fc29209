import { useMemo } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import { handledStanding } from '../../../rules/orders/handled.ts';
import { orderTexts } from '../../i18n/order-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useGuard } from '../../ui/trust.tsx';
import type { OrderRowView } from './order-row.ts';

/** What was marked just now, with the way back, and the switch for what is handled and out of sight. */
export function HandledLine({
  list,
  marked,
  shown,
  minute,
  language,
  onShow,
  onUndo,
}: {
  list: readonly OrderRowView[];
  marked: readonly string[];
  shown: boolean;
  minute: number;
  language: Language;
  onShow: (shown: boolean) => void;
  onUndo: () => void;
}) {
  const t = useTexts(orderTexts, language);
  const guard = useGuard();
  const handled = useMemo(
    () => list.filter(({ state, flags }) => handledStanding(state, flags, minute) === 'handled'),
    [list, minute],
  );
  const known = new Set(handled.map(({ order }) => order.key));
  const just = marked.filter((key) => known.has(key)).length;
  if (handled.length === 0) return null;
  return (
    <div className="sb-handled-line" role="status">
      {just > 0 && (
        <>
          <span>{t.nowHandled(just)}</span>
          <Button kind="quiet" icon="undo" keepFocus onPress={onUndo}>
            {t.undo}
          </Button>
        </>
      )}
      <span className="sb-spring" />
      <button
        type="button"
        className="sb-flag"
        aria-pressed={shown}
        onMouseDown={(event) => event.preventDefault()}
        onClick={guard(() => onShow(!shown))}
      >
        {t.showHandled(handled.length)}
      </button>
    </div>
  );
}
