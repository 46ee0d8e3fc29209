import type { OrderStatus } from '../../rules/orders/order.ts';
import type { Platform } from '../../rules/platform.ts';
import type { Locator, LocatorObject, PageEntry, SiteMap } from '../../storage/schemas/site-map.ts';
import type { PageKind } from '../site-map/facts.ts';
import { evidenceOf } from '../site-map/page-reader.ts';

/** What the agent pointed at, as far as it got. Fields by the names of `field-guide.ts`. */
export interface Draft {
  kind: PageKind;
  /** Row locator of orders, reviews, refunds; of messages for chat; the dialog for price. */
  item?: LocatorObject[];
  group?: 'until-next';
  fields: Record<string, LocatorObject[]>;
  linesItem?: LocatorObject[];
  conversationsItem?: LocatorObject[];
  active?: string;
  side?: { buyer?: string; agent?: string; system?: string };
  statuses: Record<string, OrderStatus>;
  mode?: 'total' | 'line-delta' | 'line-total';
  /** Whether the thing lies in a frame inside the page. */
  framed: boolean;
  path: string;
}

/** As short as the document allows: a lone selector is a string, a lone alternative no list. */
export function compact(locators: readonly LocatorObject[]): Locator {
  const short = locators.map((one) =>
    Object.keys(one).length === 1 && one.css !== undefined ? one.css : one,
  );
  const [only] = short;
  return short.length === 1 && only !== undefined ? only : short;
}

/** Any text at all: stands in for a required field that was not pointed at yet, so that the engine can be asked. */
const anything: LocatorObject = { pattern: '(\\S)' };

/** The address of a page as the pattern of `when.path`: its path, and the route behind the hash; numbers may change. */
export function pathOf(location: Pick<Location, 'pathname' | 'search' | 'hash'>): string {
  const literal = (text: string): string =>
    text
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .split('/')
      .map((part) => (/^\d{4,}$/.test(part) ? '\\d+' : part))
      .join('/');
  const route = /^#!?\/[^?&=]*/.exec(location.hash)?.[0].replace(/\/$/, '');
  // Pages of one script are told apart by what they are asked for.
  const page = /\.(?:php|do|htm|action|aspx?|jsp)$/.test(location.pathname)
    ? /[?&]((?:m|mod|module|page|action|act|route|r|tab|menu)=[A-Za-z][\w./-]*)/.exec(location.search)?.[1]
    : undefined;
  return `^${literal(location.pathname)}${page ? `.*[?&]${literal(page)}` : ''}${route ? `.*${literal(route)}` : ''}`;
}

const part = (
  fields: Record<string, LocatorObject[]>,
  prefix: string,
  names?: readonly string[],
): Record<string, Locator> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(
        ([name, list]) =>
          list.length > 0 && name.startsWith(prefix) && !name.slice(prefix.length).includes('.'),
      )
      .map(([name, list]) => [name.slice(prefix.length), compact(list)] as const)
      .filter(([name]) => !names || names.includes(name)),
  );

/** The draft as a page entry. What is required and not there yet is stood in for, to preview the rest. */
export function entryOf(draft: Draft, seen: string, note: string): PageEntry {
  const common = {
    when: { path: draft.path },
    ...(draft.framed && { frames: 'all' as const }),
    evidence: { level: 'user' as const, seen, note },
  };
  const item = compact(draft.item ?? [{ css: 'body' }]);
  const fields = part(draft.fields, '');
  switch (draft.kind) {
    case 'orders': {
      const lines = part(draft.fields, 'lines.');
      return {
        kind: 'orders',
        ...common,
        item,
        ...(draft.group && { group: draft.group }),
        fields: { ...fields, orderId: fields.orderId ?? anything },
        ...(draft.linesItem &&
          Object.keys(lines).length > 0 && { lines: { item: compact(draft.linesItem), fields: lines } }),
        ...(Object.keys(draft.statuses).length > 0 && { statuses: draft.statuses }),
      };
    }
    case 'reviews':
      return { kind: 'reviews', ...common, item, fields: { ...fields, text: fields.text ?? anything } };
    case 'refunds':
      return { kind: 'refunds', ...common, item, fields };
    case 'price': {
      const inputs = part(draft.fields, 'inputs.');
      return {
        kind: 'price',
        ...common,
        root: item,
        fields: part(draft.fields, '', ['orderId', 'current', 'lineTitle']),
        mode: draft.mode ?? 'total',
        inputs: { ...inputs, price: inputs.price ?? 'input' },
        ...(fields.confirm !== undefined && { confirm: fields.confirm }),
      };
    }
    case 'chat': {
      const { buyer, buyerId, editor, send } = fields;
      return {
        kind: 'chat',
        ...common,
        ...(draft.conversationsItem && {
          conversations: {
            item: compact(draft.conversationsItem),
            ...part(draft.fields, 'conversations.'),
            ...(draft.active !== undefined && { active: draft.active }),
          },
        }),
        ...(buyer !== undefined && { buyer }),
        ...(buyerId !== undefined && { buyerId }),
        messages: { item, ...part(draft.fields, 'messages.'), ...(draft.side && { side: draft.side }) },
        editor: editor ?? 'textarea',
        ...(send !== undefined && { send }),
      };
    }
  }
}

/** A marketplace nobody taught yet. */
export function newMap(
  id: string,
  name: string,
  platform: Platform,
  host: string,
  entry: PageEntry,
): SiteMap {
  return {
    format: 'shoubian.site-map',
    version: 1,
    id,
    name: { 'zh-CN': name, en: name },
    platform,
    hosts: [host],
    evidence: entry.evidence ?? { level: 'user', seen: '' },
    pages: [entry],
  };
}

/**
 * The agent's own copy of a map with one entry put first or in place of another. Every other page keeps the evidence
 * it had (issue 3: what was only repaired in one place is not "taught by you" as a whole).
 */
export function withEntry(map: SiteMap, entry: PageEntry, replaced: PageEntry | undefined): SiteMap {
  const own = (page: PageEntry): PageEntry =>
    page.evidence ? page : { ...page, evidence: evidenceOf(map, page) };
  const pages = replaced
    ? map.pages.map((page) => (page === replaced ? entry : own(page)))
    : [entry, ...map.pages.map(own)];
  return { ...map, pages, evidence: { ...(entry.evidence ?? map.evidence) } };
}

const asList = (locator: Locator | undefined): LocatorObject[] =>
  locator === undefined
    ? []
    : (Array.isArray(locator) ? locator : [locator]).map((one) =>
        typeof one === 'string' ? { css: one } : one,
      );

const sameLocator = (a: LocatorObject, b: LocatorObject): boolean => JSON.stringify(a) === JSON.stringify(b);

/** New alternatives before the old ones, which stay behind them for the layout that may come back. */
export function putFirst(fresh: readonly LocatorObject[], old: Locator | undefined): Locator {
  return compact([...fresh, ...asList(old).filter((one) => !fresh.some((other) => sameLocator(one, other)))]);
}

/** Where a field of the health line's name lies in its entry: `lines.title` → lines, fields, title. */
export function placeOf(kind: PageKind, field: string): string[] {
  const [first = '', rest] = field.split(/\.(.*)/s);
  if (kind === 'chat') {
    if (first === 'orders' && rest)
      return rest === 'item' ? ['orders', 'item'] : ['orders', 'fields', ...rest.split('.')];
    return field === 'root' ? ['messages', 'root'] : field.split('.');
  }
  if (first === 'lines' && rest) return rest === 'item' ? ['lines', 'item'] : ['lines', 'fields', rest];
  if (first === 'inputs') return field.split('.');
  return ['root', 'item', 'mark', 'confirm', 'memoEditor', 'replyEditor'].includes(field)
    ? [field]
    : ['fields', field];
}

/** A copy of an entry with new first alternatives at one place. */
export function repaired(
  entry: PageEntry,
  place: readonly string[],
  fresh: readonly LocatorObject[],
): PageEntry {
  const copy = structuredClone(entry) as unknown as Record<string, unknown>;
  let at = copy;
  for (const step of place.slice(0, -1)) {
    at[step] ??= {};
    at = at[step] as Record<string, unknown>;
  }
  const last = place.at(-1) ?? '';
  at[last] = putFirst(fresh, at[last] as Locator | undefined);
  return copy as unknown as PageEntry;
}
