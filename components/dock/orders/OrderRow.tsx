import { type MouseEvent, memo } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import { formatFen } from '../../../rules/money/money.ts';
import { countdown } from '../../../rules/shipping/index.ts';
import { dockTexts } from '../../i18n/dock-texts.ts';
import { orderTexts } from '../../i18n/order-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Marks.tsx';
import { useGuard } from '../../ui/trust.tsx';
import type { ArrangedRow } from './arrange-rows.ts';

/** px; orders.css lays a row out in it: a line for the order, one for its flags. */
export const orderRowHeight = 48;
/** Chips a row has room for. */
const mostChips = 3;

/** Enough of an order number to tell it from its neighbours. */
const tailOf = (id: string): string => (id.length > 8 ? `…${id.slice(-6)}` : id);

/** One order in the list: its number's end, buyer, amount, what is due, and what is worst about it. */
export const OrderRow = memo(function OrderRow({
  row: { row, standing, due },
  at,
  minute,
  active,
  language,
  onOpen,
  onReach,
  onJump,
  onCopy,
}: {
  row: ArrangedRow;
  at: number;
  /** Epoch ms; countdowns are told by the minute. */
  minute: number;
  active: boolean;
  language: Language;
  /** `byKeys`: the focus goes along. */
  onOpen: (at: number, byKeys: boolean) => void;
  onReach: (at: number) => void;
  onJump: (key: string) => void;
  onCopy: (id: string) => void;
}) {
  const t = useTexts(orderTexts, language);
  const dock = useTexts(dockTexts, language);
  const guard = useGuard();
  const { order, flags } = row;
  const id = order.orderId ?? order.key;
  const left = due && countdown(due.at, minute);
  // What the countdown says already needs no chip beside it.
  const others = flags.filter(({ deadline }) => deadline === undefined || deadline !== due?.at);
  const shown = others.slice(0, mostChips);
  return (
    <div
      className="sb-order"
      data-order={id}
      data-standing={standing}
      data-active={active || undefined}
      data-at={at}
    >
      <button
        type="button"
        className="sb-order-open"
        tabIndex={active ? 0 : -1}
        aria-label={t.open(id)}
        title={id}
        onMouseDown={(event) => event.preventDefault()}
        onFocus={() => onReach(at)}
        onClick={guard((event: MouseEvent) => onOpen(at, event.detail === 0))}
      >
        <span className="sb-order-line">
          <span className="sb-number">{tailOf(id)}</span>
          <span className="sb-clip">{order.buyer ?? <i className="sb-muted">{t.unknownBuyer}</i>}</span>
          <span className="sb-spring" />
          {left && (
            <span
              className="sb-due"
              data-late={left.late || undefined}
              title={inLanguage(due.what, language)}
            >
              {inLanguage(left.label, language)}
            </span>
          )}
        </span>
        <span className="sb-order-flags">
          {standing === 'handled' && <Chip>✓ {t.handled}</Chip>}
          {standing === 'back' && <Chip tone="warn">{t.cameBack}</Chip>}
          {shown.map((flag) => (
            <Chip key={flag.name} tone={flag.level}>
              {inLanguage(flag.label, language)}
            </Chip>
          ))}
          {others.length > mostChips && <span className="sb-muted">+{others.length - mostChips}</span>}
          {others.length === 0 && <span className="sb-muted sb-clip">{order.lines[0]?.title}</span>}
          <span className="sb-spring" />
          {order.amount !== undefined && <b>¥{formatFen(order.amount)}</b>}
        </span>
      </button>
      <IconButton
        icon="jump"
        keepFocus
        label={dock.jumpTo(id)}
        title={dock.jump}
        onPress={() => onJump(order.key)}
      />
      {order.orderId !== undefined && (
        <IconButton
          icon="copy"
          keepFocus
          label={dock.copyOne(order.orderId)}
          title={dock.copyNumbers}
          onPress={() => onCopy(id)}
        />
      )}
    </div>
  );
});
