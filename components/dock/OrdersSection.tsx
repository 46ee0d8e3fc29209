import { useState } from 'react';
import type { Language } from '../../rules/language/local-text.ts';
import { dockTexts } from '../i18n/dock-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Chip, EmptyLine } from '../ui/Marks.tsx';
import { useGuard } from '../ui/trust.tsx';
import type { DockActions, FlagCount, MergeGroupView, OrdersView } from './model.ts';

interface Shared {
  language: Language;
  actions: DockActions;
}

/** How many rows carry each flag, which ones, and what could ship together. */
export function OrdersSection({ orders, language, actions }: Shared & { orders: OrdersView }) {
  const t = useTexts(dockTexts, language);
  const [open, setOpen] = useState<string>();
  const counts = orders.counts.filter((count) => count.orders.length > 0);
  return (
    <div className="sb-orders sb-scroll">
      <div className="sb-orders-head">
        <span>{t.rows(orders.rows)}</span>
        <span className="sb-spring" />
        <span className="sb-muted sb-clip" title={t.table(orders.table.name)}>
          {t.table(orders.table.name)}
        </span>
      </div>
      {orders.table.example && (
        <div className="sb-example">
          <span>{t.exampleTable}</span>
          <Button kind="quiet" onPress={actions.openOptions}>
            {t.setTable}
          </Button>
        </div>
      )}
      {counts.length === 0 && <EmptyLine>{t.noFlags}</EmptyLine>}
      <ul className="sb-list">
        {counts.map((count) => (
          <li key={count.flag}>
            <FlagRow
              count={count}
              open={open === count.flag}
              onToggle={() => setOpen(open === count.flag ? undefined : count.flag)}
              language={language}
              actions={actions}
            />
          </li>
        ))}
      </ul>
      {orders.merges.length > 0 && (
        <>
          <h3 className="sb-heading">
            {t.merges} <span className="sb-count">{orders.merges.length}</span>
          </h3>
          {orders.merges.map((merge) => (
            <MergeCard key={merge.group} merge={merge} language={language} actions={actions} />
          ))}
        </>
      )}
    </div>
  );
}

function FlagRow({
  count,
  open,
  onToggle,
  language,
  actions,
}: Shared & { count: FlagCount; open: boolean; onToggle: () => void }) {
  const t = useTexts(dockTexts, language);
  const guard = useGuard();
  const label = inLanguage(count.label, language);
  return (
    <>
      <button
        type="button"
        className="sb-flag-row"
        data-flag={count.flag}
        data-tone={count.level}
        aria-expanded={open}
        aria-label={t.ordersWith(label, count.orders.length)}
        onMouseDown={(event) => event.preventDefault()}
        onClick={guard(onToggle)}
      >
        <i className="sb-dot" />
        <span>{label}</span>
        <span className="sb-spring" />
        <b>{count.orders.length}</b>
        <Icon name={open ? 'up' : 'down'} size={12} />
      </button>
      {open && (
        <div className="sb-flag-orders">
          <OrderList orders={count.orders} language={language} actions={actions} />
          <CopyAll orders={count.orders} language={language} actions={actions} />
        </div>
      )}
    </>
  );
}

type OrderRef = FlagCount['orders'][number];

function CopyAll({ orders, language, actions }: Shared & { orders: readonly OrderRef[] }) {
  const t = useTexts(dockTexts, language);
  const withNumber = orders.filter((order) => order.orderId !== undefined);
  return (
    <Button
      icon="copy"
      kind="quiet"
      keepFocus
      disabled={withNumber.length === 0}
      onPress={() => actions.copyOrderNumbers(withNumber.map((order) => order.key))}
    >
      {t.copyNumbers} ({withNumber.length})
    </Button>
  );
}

function OrderList({ orders, language, actions }: Shared & { orders: readonly OrderRef[] }) {
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

/** A suggestion, never a decision: the reasons against stand as large as the reasons for (B4). */
function MergeCard({ merge, language, actions }: Shared & { merge: MergeGroupView }) {
  const t = useTexts(dockTexts, language);
  return (
    <article className="sb-merge" data-merge={merge.group}>
      <div className="sb-merge-head">
        <strong>{t.mergeOf(merge.orders.length)}</strong>
        <span className="sb-spring" />
        <CopyAll orders={merge.orders} language={language} actions={actions} />
      </div>
      <OrderList orders={merge.orders} language={language} actions={actions} />
      <ul className="sb-reasons">
        {merge.reasonsFor.map((reason) => (
          <li key={`+${reason.en}`}>
            <Chip tone="accent">{t.forMerge}</Chip>
            <span>{inLanguage(reason, language)}</span>
          </li>
        ))}
        {merge.reasonsAgainst.map((reason) => (
          <li key={`-${reason.en}`}>
            <Chip tone="warn">{t.againstMerge}</Chip>
            <span>{inLanguage(reason, language)}</span>
          </li>
        ))}
      </ul>
    </article>
  );
}
