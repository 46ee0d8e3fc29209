import type { OrdersView } from '../../components/dock/model.ts';
import type { LocalText } from '../../rules/language/local-text.ts';
import type { TimerRules } from '../../rules/shipping/index.ts';
import type { FrameView } from './frame-view.ts';

/** What a published view may be long, with room for what the message adds (storage/contracts/frames.ts). */
const mostCharacters = 1_950_000;

/** A view as it travels: what stands on hundreds of orders alike goes along once. */
interface Wire {
  shared: unknown[];
  view: unknown;
}

/** Stands for something shared: its place among what is. */
interface Place {
  '@': number;
}

/** Sentences, and what every order's deadlines rest on. */
const isShared = (key: string, value: unknown): value is LocalText | TimerRules =>
  typeof value === 'object' && value !== null && (key === 'timing' || ('zh-CN' in value && 'en' in value));
const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && '@' in value && typeof value['@'] === 'number';

function wireOf(view: FrameView): string {
  const shared: string[] = [];
  const byContent = new Map<string, Place>();
  const byIdentity = new Map<object, Place>();
  const placeOf = (value: object): Place => {
    const known = byIdentity.get(value);
    if (known) return known;
    const content = JSON.stringify(value);
    const place = byContent.get(content) ?? { '@': shared.push(content) - 1 };
    byContent.set(content, place);
    byIdentity.set(value, place);
    return place;
  };
  const json = JSON.stringify(view, (key, value: unknown) => (isShared(key, value) ? placeOf(value) : value));
  return `{"shared":[${shared.join(',')}],"view":${json}}`;
}

/** The list with at most `most` orders: those with flags first, in the page's order. */
function shortened(orders: OrdersView, most: number): OrdersView {
  const flagged = orders.list.filter(({ flags }) => flags.length > 0);
  const plain = orders.list.filter(({ flags }) => flags.length === 0);
  const kept = new Set([...flagged, ...plain].slice(0, most));
  return {
    ...orders,
    list: orders.list.filter((row) => kept.has(row)),
    named: orders.named ?? orders.list.length,
  };
}

/**
 * A frame's view as the text that is published. A page with more orders than a message may carry lists fewer of them,
 * and says how many there are; the marks on its rows do not come this way.
 */
export function frameJson(view: FrameView, limit = mostCharacters): string {
  let next = view;
  let json = wireOf(next);
  while (json.length > limit && next.orders && next.orders.list.length > 0) {
    const most = Math.floor((next.orders.list.length * limit * 0.95) / json.length);
    next = { ...next, orders: shortened(next.orders, most) };
    json = wireOf(next);
  }
  return json;
}

/** The view a published text stands for. */
export function readFrameJson(json: string): FrameView {
  const { shared, view } = JSON.parse(json) as Wire;
  const filled = (value: unknown): unknown => {
    if (isPlace(value)) return shared[value['@']];
    if (Array.isArray(value)) {
      for (let at = 0; at < value.length; at += 1) value[at] = filled(value[at]);
    } else if (typeof value === 'object' && value !== null) {
      const record = value as Record<string, unknown>;
      for (const key of Object.keys(record)) record[key] = filled(record[key]);
    }
    return value;
  };
  return filled(view) as FrameView;
}
