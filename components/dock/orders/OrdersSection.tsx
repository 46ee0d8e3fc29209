import { useMemo, useState } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import { orderTexts } from '../../i18n/order-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMinute } from '../../ui/clock.tsx';
import { EmptyLine } from '../../ui/Marks.tsx';
import { Segments } from '../../ui/Segments.tsx';
import type { DockActions, OrdersView } from '../model.ts';
import { type ArrangedRow, arrangeRows, handledKeys, type RowChoice } from './arrange-rows.ts';
import { DispatchLine } from './DispatchLine.tsx';
import { ExportPart } from './ExportPart.tsx';
import { FlagFilter } from './FlagFilter.tsx';
import { HandledLine } from './HandledLine.tsx';
import { ListTools } from './ListTools.tsx';
import { MergeCard } from './MergeCard.tsx';
import { OrderDetails } from './OrderDetails.tsx';
import { OrdersHead } from './OrdersHead.tsx';
import { OrderWindow } from './OrderWindow.tsx';
import type { OrdersLook } from './orders-look.ts';

const keysOf = (rows: readonly ArrangedRow[]): string[] => rows.map(({ row }) => row.order.key);
/** Only orders with a number can be known again, and so be noted about. */
const withNumber = (rows: readonly ArrangedRow[]): ArrangedRow[] =>
  rows.filter(({ row }) => row.order.orderId !== undefined);

/** The orders of the page as work: what is due, filtered and sorted as the agent likes, one order opened at a time. */
export function OrdersSection({
  orders,
  language,
  hasEditor,
  look,
  onLook,
  actions,
}: {
  orders: OrdersView;
  language: Language;
  hasEditor: boolean;
  look: OrdersLook;
  onLook: (look: OrdersLook) => void;
  actions: DockActions;
}) {
  const t = useTexts(orderTexts, language);
  const minute = useMinute();
  const { choice, merging, active, opened } = look;
  const [marked, setMarked] = useState<readonly string[]>([]);
  const [exporting, setExporting] = useState(false);

  const { list, shiftStart } = orders;
  const counts = useMemo(() => orders.counts.filter((count) => count.orders.length > 0), [orders.counts]);
  // A flag no order has any more would show an empty list for no reason one can see.
  const flags = useMemo(
    () => new Set(counts.flatMap(({ flag }) => (choice.flags.has(flag) ? [flag] : []))),
    [counts, choice.flags],
  );
  const rows = useMemo(
    () => arrangeRows(list, { ...choice, flags }, minute, shiftStart),
    [list, choice, flags, minute, shiftStart],
  );
  const handled = useMemo(() => handledKeys(list, minute, shiftStart), [list, minute, shiftStart]);
  const reached = Math.max(0, Math.min(active, rows.length - 1));
  const choose = (patch: Partial<RowChoice>): void => {
    onLook({ ...look, choice: { ...choice, ...patch }, active: 0 });
  };
  const handle = (keys: readonly string[], done: boolean): void => {
    actions.noteOrder([...keys], { handled: done });
    setMarked(done ? keys : []);
  };

  const openedRow = opened && list.find(({ order }) => order.key === opened.key);
  if (opened && openedRow) {
    const at = rows.findIndex(({ row }) => row.order.key === opened.key);
    // Handled while it was open, it has left the list, and the next one stands in its place.
    const goTo = (to: number): (() => void) | undefined => {
      const next = rows[to];
      if (!next) return undefined;
      return () => onLook({ ...look, active: to, opened: { key: next.row.order.key, byKeys: false } });
    };
    return (
      <OrderDetails
        row={openedRow}
        language={language}
        actions={actions}
        now={minute}
        shiftStart={shiftStart}
        hasEditor={hasEditor}
        takeFocus={opened.byKeys}
        onBack={() => onLook({ ...look, opened: undefined })}
        onPrevious={goTo(at < 0 ? reached - 1 : at - 1)}
        onNext={goTo(at < 0 ? reached : at + 1)}
      />
    );
  }

  const showMerges = merging && orders.merges.length > 0;
  const open = withNumber(rows.filter(({ standing }) => standing !== 'handled'));
  return (
    <div className="sb-orders">
      <OrdersHead orders={orders} minute={minute} language={language} actions={actions} />
      <DispatchLine orders={orders} language={language} actions={actions} />
      {orders.merges.length > 0 && (
        <Segments
          label={t.view}
          options={[
            { id: 'list', label: t.listOf(list.length) },
            { id: 'merges', label: t.mergesOf(orders.merges.length) },
          ]}
          chosen={merging ? 'merges' : 'list'}
          onChoose={(id) => onLook({ ...look, merging: id === 'merges' })}
        />
      )}
      {showMerges ? (
        <div className="sb-merges sb-scroll">
          {orders.merges.map((merge) => (
            <MergeCard
              key={merge.group}
              merge={merge}
              language={language}
              actions={actions}
              hasEditor={hasEditor}
            />
          ))}
        </div>
      ) : (
        <>
          <FlagFilter
            counts={counts}
            chosen={flags}
            handled={handled.size}
            handledShown={choice.handled}
            language={language}
            onChoose={(next) => choose({ flags: next })}
            onShowHandled={(shown) => choose({ handled: shown })}
          />
          <ListTools
            sort={choice.sort}
            shown={rows.length}
            withNumber={withNumber(rows).length}
            open={open.length}
            language={language}
            onSort={(sort) => choose({ sort })}
            onCopy={() => actions.copyOrderNumbers(keysOf(withNumber(rows)))}
            onHandle={() => handle(keysOf(open), true)}
            onExport={() => setExporting(!exporting)}
          />
          {exporting && (
            <ExportPart
              count={rows.length}
              language={language}
              onExport={(file) => actions.exportOrders(keysOf(rows), file)}
              onClose={() => setExporting(false)}
            />
          )}
          <HandledLine
            count={marked.filter((key) => handled.has(key)).length}
            language={language}
            onUndo={() => handle(marked, false)}
          />
          {rows.length === 0 && (
            <EmptyLine>{list.length === 0 || flags.size > 0 ? t.noneMatch : t.noneLeft}</EmptyLine>
          )}
          {rows.length > 0 && (
            <OrderWindow
              rows={rows}
              active={reached}
              minute={minute}
              language={language}
              onReach={(at) => at !== active && onLook({ ...look, active: at })}
              onOpen={(at, byKeys) => {
                const row = rows[at];
                if (row) onLook({ ...look, active: at, opened: { key: row.row.order.key, byKeys } });
              }}
              onHandle={({ row, standing }) => handle([row.order.key], standing !== 'handled')}
              onJump={actions.jumpToOrder}
              onCopy={actions.copy}
            />
          )}
          {list.length < (orders.named ?? list.length) && (
            <p className="sb-hint">{t.cut(list.length, orders.named ?? 0)}</p>
          )}
        </>
      )}
    </div>
  );
}
