import type { RefundsEntry } from '../../storage/schemas/site-map.ts';
import type { RefundFact, RefundsFact } from './facts.ts';
import { healthOf, mayBeInFrame } from './health.ts';
import { locateElement } from './locate.ts';
import { createReadings, type EntryOf, type PageReader } from './page-reader.ts';
import { FieldReader, present, type Tally } from './read-field.ts';
import { createRowKeys } from './row-keys.ts';
import { createRowList } from './row-list.ts';
import { type Scope, scopeOf } from './scope.ts';

function readRefund(
  entry: RefundsEntry,
  scope: Scope,
  item: Element,
  now: number,
  keyOf: (id: string | undefined, item: Element) => string,
): { fact: RefundFact; tally: Tally } {
  const { fields: at } = entry;
  const fields = new FieldReader(scope, now);
  const orderId = fields.id('orderId', at.orderId);
  const fact: RefundFact = {
    key: keyOf(orderId, item),
    ...present<Omit<RefundFact, 'key' | 'element' | 'mark'>>({
      orderId,
      buyer: fields.text('buyer', at.buyer),
      type: fields.text('type', at.type),
      reason: fields.text('reason', at.reason),
      amount: fields.money('amount', at.amount),
      status: fields.text('status', at.status),
      trackingNo: fields.id('trackingNo', at.trackingNo),
      returnTrackingNo: fields.id('returnTrackingNo', at.returnTrackingNo),
      time: fields.time('time', at.time),
      memo: fields.text('memo', at.memo),
    }),
    element: item,
    mark: locateElement(entry.mark, scope) ?? item,
  };
  return { fact, tally: fields.tally };
}

/** Reads a refund list (site-map.md, refunds). No field is required; only a missing root breaks it. */
export function createRefundsReader({ map, entry, ctx, patience }: EntryOf<RefundsEntry>): PageReader {
  const keys = createRowKeys('refund');
  const rows = createRowList<RefundFact>({
    item: entry.item,
    ctx,
    read: (scope, item) => readRefund(entry, scope, item, ctx.now(), keys.keyOf),
  });
  const unique = keys.makeUnique<RefundFact>(
    (fact) => fact.key,
    (fact, key) => ({ ...fact, key }),
  );
  const reading = createReadings(map, entry);
  return {
    touch: rows.touch,
    read(added) {
      const shadows = ctx.hasShadows();
      const root =
        entry.root === undefined ? ctx.document : locateElement(entry.root, scopeOf([ctx.document], shadows));
      const isMissing = root === undefined && !mayBeInFrame(ctx.document, entry.frames);
      const rootLost = patience.isOver('root', isMissing, ctx.now());
      const { facts, items, tally } = rows.read(scopeOf(root ? [root] : [], shadows), added);
      const fact: RefundsFact = { kind: 'refunds', rows: rootLost ? [] : (unique(facts) as RefundFact[]) };
      return reading(fact, healthOf('refunds', items.length, tally, rootLost ? ['root'] : []));
    },
  };
}
