import type { Locator, PageEntry } from '../../../storage/schemas/site-map.ts';
import type { PageKind } from '../facts.ts';

/** Where the map looks for a field: the list it stands in, the rows of it, and the field's own locator. */
export interface FieldPlace {
  root?: Locator | undefined;
  item?: Locator | undefined;
  group?: 'element' | 'until-next' | undefined;
  /** Parts of a row (the goods of an order) that the field is looked for in. */
  part?: Locator | undefined;
  locator?: Locator | undefined;
}

type Fields = Readonly<Record<string, Locator | undefined>>;

const at = (fields: object | undefined, name: string): Locator | undefined =>
  (fields as Fields | undefined)?.[name];

function ofOrders(
  rows: Extract<PageEntry, { kind: 'orders' }> | NonNullable<Extract<PageEntry, { kind: 'chat' }>['orders']>,
  field: string,
): FieldPlace {
  const { item, group } = rows;
  if (field === 'lines.item') return { item, group, locator: rows.lines?.item };
  if (field.startsWith('lines.')) {
    return {
      item,
      group,
      part: rows.lines?.item,
      locator: at(rows.lines?.fields, field.slice('lines.'.length)),
    };
  }
  return { item, group, locator: at(rows.fields, field) ?? at(rows, field) };
}

/** Names as the engine's counts and the health line use them: `orderId`, `lines.title`, `messages.text`, `root`. */
export function fieldPlace(entry: PageEntry, field: string): FieldPlace {
  if (entry.kind === 'chat') {
    const [list, name = ''] = field.split('.');
    if (list === 'conversations') {
      return { item: entry.conversations?.item, locator: at(entry.conversations, name) };
    }
    if (list === 'orders' && entry.orders) return ofOrders(entry.orders, field.slice('orders.'.length));
    const { root, item } = entry.messages;
    if (list === 'messages')
      return { root, item, locator: name === 'item' ? item : at(entry.messages, name) };
    return { root, item, locator: field === 'root' ? root : at(entry, field) };
  }
  if (entry.kind === 'price') {
    const { root } = entry;
    if (field === 'root') return { root, locator: root };
    if (field.startsWith('inputs.'))
      return { root, locator: at(entry.inputs, field.slice('inputs.'.length)) };
    return { root, locator: at(entry.fields, field) ?? at(entry, field) };
  }
  const { root } = entry;
  if (field === 'root') return { root, item: entry.item, locator: root };
  if (entry.kind === 'orders') return { root, ...ofOrders(entry, field) };
  return { root, item: entry.item, locator: at(entry.fields, field) ?? at(entry, field) };
}

/** Fields that stand once on the page, not in its rows. */
export function isOfPage(kind: PageKind, field: string): boolean {
  if (kind === 'price') return true;
  if (field === 'root' || field === 'memoEditor' || field === 'replyEditor') return true;
  return kind === 'chat' && !field.includes('.');
}
