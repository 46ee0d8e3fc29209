import type { ReactNode } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import { formatFen } from '../../../rules/money/money.ts';
import { shortShanghaiTime } from '../../../rules/time/shanghai.ts';
import { orderTexts } from '../../i18n/order-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Chip } from '../../ui/Marks.tsx';
import type { OrderRowView } from './order-row.ts';

/** Everything the page shows of an order; what it does not show has no line. */
export function OrderFacts({ row, language }: { row: OrderRowView; language: Language }) {
  const t = useTexts(orderTexts, language);
  const { order, verdict } = row;
  const joined = (...parts: (string | undefined)[]): string | undefined =>
    parts.filter((part) => part !== undefined && part !== '').join(' ') || undefined;
  const moment = (name: string, at: number | undefined): string | undefined =>
    at === undefined ? undefined : `${name} ${shortShanghaiTime(at)}`;
  const facts: [string, ReactNode][] = [
    [
      t.status,
      joined(
        order.statusText,
        moment(t.placed, order.placedAt),
        moment(t.paid, order.paidAt),
        moment(t.shipped, order.shippedAt),
      ),
    ],
    [
      t.amount,
      order.amount === undefined
        ? undefined
        : joined(
            `¥${formatFen(order.amount)}`,
            order.freight === undefined ? undefined : `（${t.freight(formatFen(order.freight))}）`,
          ),
    ],
    [t.buyer, order.buyer],
    [t.receiver, joined(order.receiver, order.phone)],
    [t.address, order.address],
    [t.memo, joined(order.flag, order.memo)],
    [
      t.verdict,
      verdict && (
        <Chip tone={verdict.level === 'info' ? 'plain' : verdict.level}>
          {inLanguage(verdict.label, language)}
        </Chip>
      ),
    ],
    [t.courier, joined(order.courier, order.trackingNo)],
    [
      t.lastTrack,
      joined(
        order.lastTrackAt === undefined ? undefined : shortShanghaiTime(order.lastTrackAt),
        order.lastTrackText,
      ),
    ],
  ];
  return (
    <dl className="sb-facts">
      {facts.map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
      {order.lines.length > 0 && (
        <div>
          <dt>{t.goods}</dt>
          <dd>
            <ul>
              {order.lines.map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: goods of an order have no other identity
                <li key={at}>
                  {joined(line.title, line.sku, line.code)}
                  {line.quantity !== undefined && <b> ×{line.quantity}</b>}
                  {line.price !== undefined && <span className="sb-muted"> ¥{formatFen(line.price)}</span>}
                  {line.refund !== undefined && line.refund !== '' && (
                    <span className="sb-muted"> {line.refund}</span>
                  )}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  );
}
