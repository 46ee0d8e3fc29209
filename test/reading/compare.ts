import type { PageTruth } from '../../sandbox/page/page-truth.ts';
import type { PlainReading } from './read-in-page.ts';

/** How one field of one kind of page was read, over all rows compared. */
export interface FieldCount {
  /** `orders.address`, `chat.messages.side`, … */
  field: string;
  /** Rows where the page shows it. */
  shown: number;
  right: number;
  /** Read, but not what is shown. */
  wrong: number;
  /** Shown, but not read. */
  missed: number;
  /** Read where the page shows none. */
  invented: number;
  /** The first few differences, for whoever repairs the map. */
  examples: string[];
}

type Row = Record<string, unknown>;
const MAX_EXAMPLES = 3;

/** Counts per field; `truth` and `read` are flattened to `field → value` per row before they are compared. */
class Counter {
  readonly counts = new Map<string, FieldCount>();

  row(prefix: string, truth: Row, read: Row): void {
    for (const name of new Set([...Object.keys(truth), ...Object.keys(read)])) {
      this.value(`${prefix}${name}`, truth[name], read[name]);
    }
  }

  rows(prefix: string, truth: readonly Row[], read: readonly Row[]): void {
    this.value(`${prefix}rows`, truth.length, read.length);
    for (let i = 0; i < Math.max(truth.length, read.length); i += 1) {
      this.row(prefix, truth[i] ?? {}, read[i] ?? {});
    }
  }

  private value(field: string, truth: unknown, read: unknown): void {
    const count = this.counts.get(field) ?? {
      field,
      shown: 0,
      right: 0,
      wrong: 0,
      missed: 0,
      invented: 0,
      examples: [],
    };
    this.counts.set(field, count);
    if (truth === undefined && read === undefined) return;
    const [shown, got] = [JSON.stringify(truth), JSON.stringify(read)];
    if (truth !== undefined) count.shown += 1;
    if (shown === got) count.right += 1;
    else {
      if (truth === undefined) count.invented += 1;
      else if (read === undefined) count.missed += 1;
      else count.wrong += 1;
      if (count.examples.length < MAX_EXAMPLES) count.examples.push(`${shown} ≠ ${got}`);
    }
  }
}

const without = (row: Row, ...names: string[]): Row =>
  Object.fromEntries(
    Object.entries(row).filter(([name, value]) => !names.includes(name) && value !== undefined),
  );

/** An order with its goods flattened into `lines.n.title`, so that every field of every line is compared. */
function flatOrder(order: Row): Row {
  const lines = (order.lines ?? []) as Row[];
  const flat = without(order, 'lines', 'key', 'platform', 'shop');
  flat['lines.count'] = lines.length;
  for (const [i, line] of lines.entries()) {
    for (const [name, value] of Object.entries(line))
      if (value !== undefined) flat[`line.${i}.${name}`] = value;
  }
  return flat;
}

/** `line.0.title` and `line.1.title` are one field in the table. */
const fieldName = (name: string): string => name.replace(/line\.\d+\./, 'lines.');

const factOf = (readings: readonly PlainReading[], kind: string): Row | undefined =>
  readings.find((reading) => reading.kind === kind)?.fact;

/**
 * Compares everything the engine read with everything the page shows. A kind the truth does not name must not be
 * read at all, and a kind it names must not be missing.
 */
export function compare(truth: PageTruth, readings: readonly PlainReading[]): FieldCount[] {
  const counter = new Counter();
  counter.row(
    'page.',
    Object.fromEntries(Object.keys(truth).map((kind) => [kind, true])),
    Object.fromEntries(readings.map(({ kind }) => [kind, true])),
  );
  const brokenFields = readings.flatMap(({ health }) =>
    health.broken.map(({ kind, field }) => `${kind}.${field}`),
  );
  counter.row('page.', {}, Object.fromEntries(brokenFields.map((field) => [`broken ${field}`, true])));
  if (truth.orders) {
    const rows = ((factOf(readings, 'orders')?.rows ?? []) as { order: Row }[]).map(({ order }) =>
      flatOrder(order),
    );
    counter.rows(
      'orders.',
      truth.orders.map((order) => flatOrder(order as unknown as Row)),
      rows,
    );
  }
  if (truth.reviews) {
    const rows = (factOf(readings, 'reviews')?.rows ?? []) as Row[];
    counter.rows(
      'reviews.',
      truth.reviews.map((review) => without(review as Row)),
      rows.map((row) => without(row, 'key', 'element', 'mark')),
    );
  }
  if (truth.price) {
    const price = factOf(readings, 'price');
    const inputs = (price?.inputs ?? {}) as Row;
    const read = price && {
      ...without(price, 'kind', 'inputs', 'root', 'mark', 'confirm'),
      prices: ((inputs.price ?? []) as unknown[]).length,
      freight: inputs.freight !== undefined,
      freeFreight: inputs.freeFreight !== undefined,
    };
    counter.row('price.', without(truth.price as unknown as Row), read ?? {});
  }
  if (truth.chat) compareChat(truth.chat, factOf(readings, 'chat') ?? {}, counter);

  const merged = new Map<string, FieldCount>();
  for (const count of counter.counts.values()) {
    const field = fieldName(count.field);
    const known = merged.get(field);
    merged.set(
      field,
      known
        ? {
            field,
            shown: known.shown + count.shown,
            right: known.right + count.right,
            wrong: known.wrong + count.wrong,
            missed: known.missed + count.missed,
            invented: known.invented + count.invented,
            examples: [...known.examples, ...count.examples].slice(0, MAX_EXAMPLES),
          }
        : { ...count, field },
    );
  }
  return [...merged.values()];
}

function compareChat(truth: NonNullable<PageTruth['chat']>, fact: Row, counter: Counter): void {
  const known = <T extends object>(row: T): Row => without(row as Row);
  counter.row(
    'chat.',
    known({ buyer: truth.buyer, buyerId: truth.buyerId }),
    known({ buyer: fact.buyer, buyerId: fact.buyerId }),
  );
  const rows = ((fact.conversations ?? []) as Row[]).map((row, i) =>
    // Where the evidence names no mark of the open row, nothing is asked about it.
    without(row, 'key', 'element', ...(truth.conversations[i]?.active === undefined ? ['active'] : [])),
  );
  counter.rows('chat.conversations.', truth.conversations.map(known), rows);
  const messages = ((fact.messages ?? []) as Row[]).map(({ image, element: _, ...rest }) =>
    without({ ...rest, picture: image !== undefined }),
  );
  counter.rows('chat.messages.', truth.messages.map(known), messages);
  if (truth.items)
    counter.rows('chat.items.', truth.items.map(known), ((fact.items ?? []) as Row[]).map(known));
  if (truth.orders) {
    const cards = ((fact.orders ?? []) as { order: Row }[]).map(({ order }) => flatOrder(order));
    counter.rows(
      'chat.orders.',
      truth.orders.map((order) => flatOrder(order as unknown as Row)),
      cards,
    );
  }
}

/** Whether every field of every row is right and nothing is invented. */
export const isPerfect = (counts: readonly FieldCount[]): boolean =>
  counts.every(({ wrong, missed, invented }) => wrong + missed + invented === 0);
