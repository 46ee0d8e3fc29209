import { confirmText } from '../../../rules/orders/confirm-text.ts';
import { shortShanghaiTime } from '../../../rules/time/shanghai.ts';
import { orderTexts } from '../../i18n/order-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useGuard } from '../../ui/trust.tsx';
import { Draft, DraftButtons } from './DraftText.tsx';
import type { OrderPartProps } from './order-part.ts';

const states = ['asked', 'confirmed', 'changed'] as const;

/**
 * Looking over an order with the buyer (mission.md A9): the text, filled from the order, and how far it is. What the
 * buyer answered is the agent's own click; a text that was put into an editor is not a sent one.
 */
export function AddressCheckPart({ row, language, actions, hasEditor }: OrderPartProps) {
  const t = useTexts(orderTexts, language);
  const guard = useGuard();
  const { order } = row;
  const check = row.state?.addressCheck;
  const text = confirmText(order, row.verdict?.name);
  return (
    <section className="sb-order-part" aria-label={t.check} data-check={check?.state ?? 'none'}>
      <p className="sb-part-head">
        <strong>{t.check}</strong>
        <span className="sb-muted">{check ? t.checkedAt(shortShanghaiTime(check.at)) : t.checkNone}</span>
      </p>
      <Draft text={text} />
      <div className="sb-buttons">
        <DraftButtons text={text} labels={t} hasEditor={hasEditor} actions={actions} />
        <span className="sb-spring" />
        {order.orderId !== undefined &&
          states.map((state) => {
            const on = check?.state === state;
            return (
              <button
                key={state}
                type="button"
                className="sb-flag"
                aria-pressed={on}
                onMouseDown={(event) => event.preventDefault()}
                onClick={guard(() => actions.noteOrder([order.key], { addressCheck: on ? null : state }))}
              >
                {t.checks[state]}
              </button>
            );
          })}
      </div>
    </section>
  );
}
