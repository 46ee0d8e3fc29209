import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import { orderTexts } from '../../i18n/order-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { WindowedList } from '../../phrases/WindowedList.tsx';
import { imeOwns } from '../../ui/ime.ts';
import { useGuard } from '../../ui/trust.tsx';
import type { ArrangedRow } from './arrange-rows.ts';
import { OrderRow, orderRowHeight } from './OrderRow.tsx';

/** Rows a page key goes over. */
const page = 8;

const isRow = (target: EventTarget): boolean =>
  target instanceof Element && target.classList.contains('sb-order-open');

/** The list of orders: only what is in sight is drawn; one row takes part in Tab, arrows go along the others. */
export function OrderWindow({
  rows,
  active,
  minute,
  language,
  onReach,
  onOpen,
  onHandle,
  onJump,
  onCopy,
}: {
  rows: readonly ArrangedRow[];
  active: number;
  minute: number;
  language: Language;
  onReach: (at: number) => void;
  onOpen: (at: number, byKeys: boolean) => void;
  onHandle: (row: ArrangedRow) => void;
  onJump: (key: string) => void;
  onCopy: (id: string) => void;
}) {
  const t = useTexts(orderTexts, language);
  const guard = useGuard();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const byKeys = useRef(false);
  const last = rows.length - 1;

  useEffect(() => {
    if (!byKeys.current) return;
    byKeys.current = false;
    box.current?.querySelector<HTMLElement>(`[data-at="${active}"] > .sb-order-open`)?.focus();
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (imeOwns(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const row = rows[active];
    if (event.key === ' ' && row && isRow(event.target)) {
      event.preventDefault();
      byKeys.current = true;
      onHandle(row);
      return;
    }
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    byKeys.current = true;
    onReach(Math.max(0, Math.min(last, to)));
  };
  /** Some browsers press a button when Space comes up again, whatever was done when it went down. */
  const onKeyUp = (event: KeyboardEvent): void => {
    if (event.key === ' ' && isRow(event.target)) event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows inside have the focus; their keys come by here
    <div
      className="sb-order-window"
      ref={box}
      onKeyDown={guard(onKeyDown)}
      onKeyUp={onKeyUp}
      title={t.rowKeys}
    >
      <WindowedList
        id={id}
        label={t.list}
        count={rows.length}
        rowHeight={orderRowHeight}
        active={Math.min(active, last)}
        kind="list"
      >
        {(at) => {
          const row = rows[at];
          return (
            row && (
              <OrderRow
                row={row}
                at={at}
                minute={minute}
                active={at === active}
                language={language}
                onOpen={onOpen}
                onReach={onReach}
                onJump={onJump}
                onCopy={onCopy}
              />
            )
          );
        }}
      </WindowedList>
    </div>
  );
}
