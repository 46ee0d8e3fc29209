import { useMemo } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import { dockTexts } from '../../i18n/dock-texts.ts';
import { orderTexts } from '../../i18n/order-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import type { DockActions, OrdersView } from '../model.ts';
import { summarizeDay } from './arrange-rows.ts';

/** How many orders there are, whose courier table speaks, and what the day still asks for. */
export function OrdersHead({
  orders,
  minute,
  language,
  actions,
}: {
  orders: OrdersView;
  minute: number;
  language: Language;
  actions: Pick<DockActions, 'openOptions'>;
}) {
  const t = useTexts(dockTexts, language);
  const own = useTexts(orderTexts, language);
  const { list, shiftStart } = orders;
  const { late, today, handled } = useMemo(
    () => summarizeDay(list, minute, shiftStart),
    [list, minute, shiftStart],
  );
  return (
    <>
      <div className="sb-orders-head">
        <span>{t.rows(orders.rows)}</span>
        <span className="sb-day" title={own.today}>
          {late > 0 && <b data-tone="stop">{own.late(late)}</b>}
          {today > 0 && <b data-tone="warn">{own.dueToday(today)}</b>}
          {late + today === 0 && <span className="sb-muted">{own.nothingDue}</span>}
          {handled > 0 && <span className="sb-muted">{own.handledSoFar(handled)}</span>}
        </span>
      </div>
      {orders.table.example ? (
        <div className="sb-example" title={t.table(orders.table.name)}>
          <span>{t.exampleTable}</span>
          <Button kind="quiet" onPress={actions.openOptions}>
            {t.setTable}
          </Button>
        </div>
      ) : (
        <p className="sb-table sb-muted sb-clip">{t.table(orders.table.name)}</p>
      )}
    </>
  );
}
