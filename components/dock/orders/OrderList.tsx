import type { Language } from '../../../rules/language/local-text.ts';
import { dockTexts } from '../../i18n/dock-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { IconButton } from '../../ui/Button.tsx';
import type { DockActions, FlagCount } from '../model.ts';

interface Shared {
  language: Language;
  actions: DockActions;
}

type OrderRef = FlagCount['orders'][number];

/** Order numbers, each with the way to its row. */
export function OrderList({ orders, language, actions }: Shared & { orders: readonly OrderRef[] }) {
  const t = useTexts(dockTexts, language);
  return (
    <ul className="sb-order-list">
      {orders.map((order) => {
        const id = order.orderId;
        return (
          <li key={order.key} data-order={order.key}>
            <span className={id === undefined ? 'sb-muted' : 'sb-number'}>{id ?? t.noNumber}</span>
            <span className="sb-spring" />
            <IconButton
              icon="jump"
              keepFocus
              label={t.jumpTo(id ?? order.key)}
              title={t.jump}
              onPress={() => actions.jumpToOrder(order.key)}
            />
            {id !== undefined && (
              <IconButton
                icon="copy"
                keepFocus
                label={t.copyOne(id)}
                title={t.copyNumbers}
                onPress={() => actions.copy(id)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
