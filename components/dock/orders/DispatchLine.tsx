import type { Language } from '../../../rules/language/local-text.ts';
import { shortShanghaiTime } from '../../../rules/time/shanghai.ts';
import { deadlineTexts } from '../../i18n/deadline-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import type { DockActions, OrdersView } from '../model.ts';

/** What still has to leave with today's batches (A10), one line a batch. */
export function DispatchLine({
  orders,
  language,
  actions,
}: {
  orders: OrdersView;
  language: Language;
  actions: Pick<DockActions, 'copy'>;
}) {
  const t = useTexts(deadlineTexts, language);
  const { today = [] } = orders;
  if (today.length === 0) return null;
  return (
    <div className="sb-dispatch">
      {today.map(({ at, orders: numbers }) => {
        const time = shortShanghaiTime(at).slice(-5);
        return (
          <Button
            key={at}
            icon="truck"
            kind="quiet"
            keepFocus
            title={t.todayHint}
            data={{ 'data-leaves': time }}
            onPress={() => actions.copy(numbers.join('\n'))}
          >
            {t.today(time, numbers.length)}
          </Button>
        );
      })}
    </div>
  );
}
