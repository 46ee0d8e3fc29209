import type { FieldCount } from '../../rules/health/index.ts';
import type { Order, OrderLine } from '../../rules/orders/order.ts';
import type { MessageFact, OrderFact, PageReading } from './facts.ts';

/** What tells rows of a kind of page apart; where it can no longer be read, rows are compared as one group. */
export const groupedBy = { orders: 'status', chat: 'messages.side' } as const;

/** Enough to judge by; a list may have thousands of rows. */
const MOST_ROWS = 300;

class Counts {
  private readonly counts = new Map<string, FieldCount>();

  add(field: string, group: string, seen: boolean): void {
    const key = `${group} ${field}`;
    const count = this.counts.get(key) ?? { field, group, seen: 0, rows: 0 };
    count.rows += 1;
    if (seen) count.seen += 1;
    this.counts.set(key, count);
  }

  list(): FieldCount[] {
    return [...this.counts.values()];
  }
}

const has = (order: Order, field: string): boolean =>
  field === 'status' ? order.statusText !== undefined : order[field as keyof Order] !== undefined;

/** An unpaid order has no time of payment and a shipped one no deadline: orders of one status are compared. */
function countOrders(rows: readonly OrderFact[], asked: readonly string[]): FieldCount[] {
  const counts = new Counts();
  for (const { order } of rows.slice(0, MOST_ROWS)) {
    const group = order.status ?? '';
    for (const field of asked) {
      const ofLine = field.startsWith('lines.')
        ? (field.slice('lines.'.length) as keyof OrderLine)
        : undefined;
      if (ofLine) for (const line of order.lines) counts.add(field, group, line[ofLine] !== undefined);
      else counts.add(field, field === 'status' ? '' : group, has(order, field));
    }
  }
  return counts.list();
}

/** A picture has no text and a system line no writer: messages of one side and sort are compared. */
function countMessages(messages: readonly MessageFact[], asked: readonly string[]): FieldCount[] {
  const counts = new Counts();
  for (const message of messages.slice(-MOST_ROWS)) {
    const group = `${message.side ?? ''}${message.image === undefined ? '' : ' image'}`;
    counts.add('messages.side', '', message.side !== undefined);
    for (const field of asked) {
      const name = field.slice('messages.'.length) as keyof MessageFact;
      counts.add(field, name === 'image' ? '' : group, message[name] !== undefined);
    }
  }
  return counts.list();
}

/** How many rows of a page yielded each field its map asks for, by group of rows that are alike. */
export function countFields({ fact, health }: PageReading): FieldCount[] {
  const asked = Object.keys(health.fields);
  const plain = (fields: readonly string[]): FieldCount[] =>
    fields.map((field) => ({ field, group: '', ...(health.fields[field] ?? { seen: 0, rows: 0 }) }));
  if (fact.kind === 'orders') return countOrders(fact.rows, asked);
  if (fact.kind === 'chat') {
    // What a message is read by that the fact does not carry (the writer's name) is counted as the engine counts it.
    const ofMessages = ['messages.id', 'messages.text', 'messages.time', 'messages.image'].filter((field) =>
      asked.includes(field),
    );
    return [
      ...countMessages(fact.messages, ofMessages),
      ...plain(asked.filter((field) => !ofMessages.includes(field))),
    ];
  }
  return plain(asked);
}
