import { useState } from 'react';
import type { Language } from '../../rules/language/local-text.ts';
import { dockTexts } from '../i18n/dock-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { EmptyLine } from '../ui/Marks.tsx';
import { useGuard } from '../ui/trust.tsx';
import type { DockActions, FlagCount, OrdersView } from './model.ts';
import { MergeCard } from './orders/MergeCard.tsx';
import { CopyAll, OrderList } from './orders/OrderList.tsx';

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
