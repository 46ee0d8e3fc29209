import { useEffect, useRef } from 'react';
import { handledStanding } from '../../../rules/orders/handled.ts';
import { shortShanghaiTime } from '../../../rules/time/shanghai.ts';
import { dockTexts } from '../../i18n/dock-texts.ts';
import { orderTexts } from '../../i18n/order-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { imeOwns } from '../../ui/ime.ts';
import { Chip } from '../../ui/Marks.tsx';
import { AddressCheckPart } from './AddressCheckPart.tsx';
import { DeadlinePart } from './DeadlinePart.tsx';
import { OrderFacts } from './OrderFacts.tsx';
import type { OrderPartProps } from './order-part.ts';
import { RegisterPart } from './RegisterPart.tsx';
import { UrgingPart } from './UrgingPart.tsx';

/** Everything about one order, with what can be done about it. Escape goes back to the list. */
export function OrderDetails({
  onBack,
  onPrevious,
  onNext,
  takeFocus,
  ...part
}: OrderPartProps & {
  onBack: () => void;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  /** It was opened by keys: they go on in it. */
  takeFocus: boolean;
}) {
  const { row, language, actions, now, shiftStart } = part;
  const t = useTexts(orderTexts, language);
  const dock = useTexts(dockTexts, language);
  const { order, flags, state } = row;
  const id = order.orderId ?? order.key;
  const handled = state?.handledAt !== undefined && handledStanding(state, [], now, shiftStart) === 'handled';
  const open = order.status === 'unpaid' || order.status === 'unshipped' || order.status === undefined;
  const top = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order begins at its top
  useEffect(() => {
    if (takeFocus) top.current?.querySelector<HTMLElement>('button')?.focus();
    top.current?.scrollIntoView?.({ block: 'nearest' });
  }, [takeFocus, order.key]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape from any control inside goes back
    <div
      className="sb-order-details sb-scroll"
      data-order={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || imeOwns(event)) return;
        event.preventDefault();
        onBack();
      }}
    >
      <div className="sb-order-head" ref={top}>
        <IconButton icon="left" label={t.back} keepFocus onPress={onBack} />
        <strong className="sb-number sb-clip" title={id}>
          {id}
        </strong>
        <span className="sb-spring" />
        <IconButton
          icon="jump"
          keepFocus
          label={dock.jumpTo(id)}
          title={dock.jump}
          onPress={() => actions.jumpToOrder(order.key)}
        />
        {order.orderId !== undefined && (
          <IconButton
            icon="copy"
            keepFocus
            label={dock.copyOne(id)}
            title={dock.copyNumbers}
            onPress={() => actions.copy(id)}
          />
        )}
        <IconButton
          icon="up"
          label={t.previous}
          keepFocus
          disabled={!onPrevious}
          onPress={() => onPrevious?.()}
        />
        <IconButton icon="down" label={t.next} keepFocus disabled={!onNext} onPress={() => onNext?.()} />
      </div>
      <div className="sb-buttons sb-order-acts">
        {order.orderId !== undefined && (
          <Button
            icon={handled ? 'undo' : 'check'}
            kind={handled ? 'plain' : 'primary'}
            keepFocus
            onPress={() => actions.noteOrder([order.key], { handled: !handled })}
          >
            {handled ? t.takeBack : t.markHandled}
          </Button>
        )}
        <Button icon="list" keepFocus onPress={() => actions.openTool('guide', { orderKey: order.key })}>
          {t.guide}
        </Button>
        {order.address !== undefined && (
          <Button
            icon="truck"
            keepFocus
            onPress={() => actions.openTool('address', { orderKey: order.key, text: order.address ?? '' })}
          >
            {t.lookUp}
          </Button>
        )}
      </div>
      {handled && state?.handledAt !== undefined && (
        <p className="sb-hint">
          {t.handledAt(shortShanghaiTime(state.handledAt))}
          {handledStanding(state, flags, now, shiftStart) === 'back' && ` · ${t.cameBack}`}
        </p>
      )}
      <section className="sb-order-part" aria-label={t.why}>
        {flags.length === 0 && <p className="sb-muted">{t.noFlags}</p>}
        {flags.map((flag) => (
          <div key={flag.name} className="sb-why" data-flag-of={flag.name}>
            <Chip tone={flag.level}>{inLanguage(flag.label, language)}</Chip>
            <ul>
              {flag.reasons.map((reason) => (
                <li key={reason.en}>{inLanguage(reason, language)}</li>
              ))}
              {flag.rule !== undefined && <li className="sb-muted">{t.rule(flag.rule)}</li>}
            </ul>
          </div>
        ))}
      </section>
      <DeadlinePart {...part} />
      <UrgingPart {...part} />
      {open && <AddressCheckPart {...part} />}
      <RegisterPart key={order.key} {...part} />
      <OrderFacts row={row} language={language} />
    </div>
  );
}
