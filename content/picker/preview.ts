import { formatFen } from '../../rules/money/money.ts';
import type { PageEntry, SiteMap } from '../../storage/schemas/site-map.ts';
import type { PageFact } from '../site-map/facts.ts';
import { createPatience } from '../site-map/health.ts';
import type { EntryOf, PageReader, ReadContext } from '../site-map/page-reader.ts';
import { createChatReader } from '../site-map/read-chat.ts';
import { createOrdersReader } from '../site-map/read-orders.ts';
import { createPriceReader } from '../site-map/read-price.ts';
import { createRefundsReader } from '../site-map/read-refunds.ts';
import { createReviewsReader } from '../site-map/read-reviews.ts';
import { newMap } from './make-map.ts';
import { formatMoment } from './moment-text.ts';

/** What the engine reads with an entry as it stands: rows, and per field the first five and how many have it. */
export interface Preview {
  rows: number;
  /** By the names of the health line; values of the first five rows, undefined where a row has none. */
  fields: Record<string, { seen: number; rows: number; values: (string | undefined)[] }>;
  /** Status words of all rows, in order of appearance, with the number of rows that show them. */
  statuses: [word: string, rows: number][];
}

const FIRST = 5;

function readerOf(map: SiteMap, entry: PageEntry, ctx: ReadContext): PageReader {
  const patience = createPatience();
  const given = { map, ctx, patience };
  switch (entry.kind) {
    case 'orders':
      return createOrdersReader({ ...given, entry } satisfies EntryOf<typeof entry>);
    case 'chat':
      return createChatReader({ ...given, entry });
    case 'reviews':
      return createReviewsReader({ ...given, entry });
    case 'price':
      return createPriceReader({ ...given, entry });
    case 'refunds':
      return createRefundsReader({ ...given, entry });
  }
}

const moments = new Set(['placedAt', 'paidAt', 'shipBy', 'shippedAt', 'lastTrackAt']);
const amounts = new Set(['amount', 'freight', 'price', 'current']);

function say(name: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (value instanceof Element || (typeof value === 'object' && value !== null && 'localName' in value)) {
    return `<${(value as Element).localName}>`;
  }
  if (typeof value === 'object' && value !== null && 'ms' in value)
    return formatMoment((value as { ms: number }).ms);
  if (typeof value === 'number' && moments.has(name)) return formatMoment(value);
  if (typeof value === 'number' && amounts.has(name)) return `¥${formatFen(value)}`;
  return String(value);
}

/** Objects whose own properties are the fields, with the prefix those have in the health line. */
function rowsOf(fact: PageFact): [prefix: string, rows: readonly object[]][] {
  switch (fact.kind) {
    case 'orders':
      return [
        ['', fact.rows.map(({ order }) => ({ ...order, status: order.statusText }))],
        ['lines.', fact.rows.flatMap(({ order }) => order.lines)],
      ];
    case 'chat':
      return [
        ['', [{ buyer: fact.buyer, buyerId: fact.buyerId, editor: fact.editor, send: fact.send }]],
        ['conversations.', fact.conversations],
        ['messages.', fact.messages],
      ];
    case 'price': {
      const { inputs, ...rest } = fact;
      return [
        ['', [rest]],
        ['inputs.', [{ price: inputs.price[0], freight: inputs.freight, freeFreight: inputs.freeFreight }]],
      ];
    }
    default:
      return [['', fact.rows]];
  }
}

/**
 * Reads the page once with the engine's own readers (content/site-map), so that what is previewed is what will be
 * read. Undefined where the page has nothing of the kind.
 */
export function previewEntry(
  entry: PageEntry,
  document: Document,
  now: number,
  shadows: boolean,
): Preview | undefined {
  const map = newMap('preview', 'preview', 'other', 'https://preview.invalid/*', entry);
  const ctx: ReadContext = {
    document,
    now: () => now,
    hasShadows: () => shadows,
    mayReadMore: () => true,
    putOff: () => undefined,
  };
  const reading = readerOf(map, entry, ctx).read(new Set());
  if (!reading) return undefined;
  const fields: Preview['fields'] = {};
  for (const [name, { seen, rows }] of Object.entries(reading.health.fields))
    fields[name] = { seen, rows, values: [] };
  for (const [prefix, rows] of rowsOf(reading.fact)) {
    const first = rows.slice(0, FIRST) as Record<string, unknown>[];
    for (const name of new Set(first.flatMap((row) => Object.keys(row)))) {
      const key = prefix + name;
      const values = first.map((row) => say(name, row[name]));
      if (fields[key]) fields[key].values = values;
      else if (prefix === '' && values.some((value) => value !== undefined))
        fields[key] = { seen: values.filter(Boolean).length, rows: rows.length, values };
    }
  }
  const words = new Map<string, number>();
  if (reading.fact.kind === 'orders') {
    for (const { order } of reading.fact.rows) {
      const { statusText } = order;
      if (statusText !== undefined && statusText.length <= 20)
        words.set(statusText, (words.get(statusText) ?? 0) + 1);
    }
  }
  return { rows: reading.health.rows, fields, statuses: [...words] };
}
