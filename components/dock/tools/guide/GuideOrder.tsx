import { useState } from 'react';
import type { Flag } from '../../../../rules/orders/flag.ts';
import type { Order } from '../../../../rules/orders/order.ts';
import { guideTexts } from '../../../i18n/guide-texts.ts';
import { inLanguage, useTexts } from '../../../i18n/use-texts.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Marks.tsx';
import { useGuard } from '../../../ui/trust.tsx';
import type { DockModel } from '../../model.ts';
import type { OrderRowView } from '../../orders/order-row.ts';

/** More would not be read; a longer number finds the one meant. */
const mostFound = 5;
/** Shorter parts of a number fit half of a page. */
const leastTyped = 2;

/** Which order the guide speaks of, and the way to another of the page. */
export function GuideOrder({
  model,
  row,
  flags,
  beside,
  onRow,
}: {
  model: DockModel;
  row: OrderRowView | undefined;
  flags: readonly Flag[];
  /** The order the open chat shows. */
  beside?: Order;
  onRow: (row: OrderRowView | undefined) => void;
}) {
  const t = useTexts(guideTexts, model.language);
  const guard = useGuard();
  const [typed, setTyped] = useState('');
  const order = row?.order ?? beside;
  const list = model.orders?.list ?? [];
  const wanted = typed.trim();
  const found =
    wanted.length < leastTyped
      ? []
      : list.filter(
          ({ order: one }) => one.orderId?.includes(wanted) === true || one.buyer?.includes(wanted) === true,
        );
  return (
    <div className="sb-guide-order">
      {order ? (
        <p className="sb-guide-of">
          <span className="sb-muted">{t.order}</span>
          <strong className="sb-number sb-clip" data-selectable="">
            {order.orderId ?? order.key}
          </strong>
          {order.buyer !== undefined && <span className="sb-clip">{order.buyer}</span>}
          <span className="sb-spring" />
          {row && <IconButton icon="close" label={t.dropOrder} keepFocus onPress={() => onRow(undefined)} />}
        </p>
      ) : (
        <p className="sb-hint">{t.noOrder}</p>
      )}
      {flags.length > 0 && (
        <p className="sb-guide-flags">
          {flags.map(({ name, level, label, reasons }) => (
            <Chip
              key={name}
              tone={level}
              title={reasons.map((reason) => inLanguage(reason, model.language)).join('\n')}
            >
              {inLanguage(label, model.language)}
            </Chip>
          ))}
        </p>
      )}
      {!row && list.length > 0 && (
        <>
          <input
            type="text"
            value={typed}
            aria-label={t.pick}
            placeholder={t.pick}
            onChange={(event) => setTyped(event.target.value)}
          />
          {wanted.length >= leastTyped && found.length === 0 && <p className="sb-hint">{t.pickNone}</p>}
          <ul className="sb-guide-found">
            {found.slice(0, mostFound).map((one) => {
              const id = one.order.orderId ?? one.order.key;
              return (
                <li key={one.order.key}>
                  <button type="button" aria-label={t.pickOne(id)} onClick={guard(() => onRow(one))}>
                    <span className="sb-number">{id}</span>
                    <span className="sb-muted sb-clip">{one.order.buyer}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
