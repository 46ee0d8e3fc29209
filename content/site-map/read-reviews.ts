import type { ReviewsEntry } from '../../storage/schemas/site-map.ts';
import type { ReviewFact, ReviewsFact } from './facts.ts';
import { healthOf, isFieldBroken, mayBeInFrame } from './health.ts';
import { locateElement } from './locate.ts';
import { createReadings, type EntryOf, type PageReader } from './page-reader.ts';
import { FieldReader, present, type Tally } from './read-field.ts';
import { createRowKeys } from './row-keys.ts';
import { createRowList } from './row-list.ts';
import { type Scope, scopeOf } from './scope.ts';

/** A short name for a text, so that a review without an order number keeps its key when its row is drawn anew. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

function readReview(
  entry: ReviewsEntry,
  scope: Scope,
  item: Element,
  now: number,
): { fact: ReviewFact; tally: Tally } {
  const { fields: at } = entry;
  const fields = new FieldReader(scope, now);
  const orderId = fields.id('orderId', at.orderId);
  const buyer = fields.text('buyer', at.buyer);
  const text = fields.prose('text', at.text);
  const time = fields.time('time', at.time);
  const fact: ReviewFact = {
    key: orderId ?? `review-${digest([buyer, time?.ms, text].join('\n'))}`,
    ...present<Omit<ReviewFact, 'key' | 'element' | 'mark'>>({
      orderId,
      buyer,
      rating: fields.rating('rating', at.rating, entry.ratings),
      text,
      time,
      append: fields.prose('append', at.append),
      itemTitle: fields.text('itemTitle', at.itemTitle),
      sku: fields.text('sku', at.sku),
      reply: fields.prose('reply', at.reply),
    }),
    element: item,
    mark: locateElement(entry.mark, scope) ?? item,
  };
  return { fact, tally: fields.tally };
}

/** Reads a review list (site-map.md, reviews). Broken without its root, or when no row yields the buyer's words. */
export function createReviewsReader({ map, entry, ctx, patience }: EntryOf<ReviewsEntry>): PageReader {
  const rows = createRowList<ReviewFact>({
    item: entry.item,
    ctx,
    read: (scope, item) => readReview(entry, scope, item, ctx.now()),
  });
  const unique = createRowKeys('review').makeUnique<ReviewFact>(
    (fact) => fact.key,
    (fact, key) => ({ ...fact, key }),
  );
  const reading = createReadings(map, entry);
  return {
    touch: rows.touch,
    read(added) {
      const shadows = ctx.hasShadows();
      const page = scopeOf([ctx.document], shadows);
      const root = entry.root === undefined ? ctx.document : locateElement(entry.root, page);
      const isMissing = root === undefined && !mayBeInFrame(ctx.document, entry.frames);
      const rootLost = patience.isOver('root', isMissing, ctx.now());
      const { facts, items, tally } = rows.read(scopeOf(root ? [root] : [], shadows), added);
      const broken = [...(rootLost ? ['root'] : []), ...(isFieldBroken(tally, 'text') ? ['text'] : [])];
      const isBroken = broken.length > 0;
      const replyEditor = isBroken ? undefined : locateElement(entry.replyEditor, page);
      const fact: ReviewsFact = {
        kind: 'reviews',
        rows: isBroken ? [] : (unique(facts) as ReviewFact[]),
        ...(replyEditor && { replyEditor }),
      };
      return reading(fact, healthOf('reviews', items.length, tally, broken));
    },
  };
}
