import type { OrderStatus } from '../../rules/orders/order.ts';
import type { LocatorObject, PageEntry } from '../../storage/schemas/site-map.ts';
import { type Draft, entryOf, pathOf, placeOf, repaired } from './make-map.ts';
import { type Preview, previewEntry } from './preview.ts';
import { shadowsOf, type Work } from './work.ts';

/** What was pointed at as a draft; undefined before there are rows. */
export function draftOf(work: Work, withSuggested: boolean): (Draft & { item: LocatorObject[] }) | undefined {
  const { kind, home, list, lines, conversations, messages, root, active } = work;
  const item = kind === 'chat' ? messages?.locator : kind === 'price' ? root?.locator : list?.level.locator;
  if (!kind || !item) return undefined;
  const fields: Record<string, LocatorObject[]> = {};
  for (const [name, one] of work.picked) {
    const reading = one.readings[one.chosen];
    if (reading && (withSuggested || one.state === 'confirmed')) fields[name] = reading.locator;
  }
  const statuses = Object.entries(work.statuses).filter(
    (pair): pair is [string, OrderStatus] => pair[1] !== undefined,
  );
  const view = home.defaultView;
  return {
    kind,
    item,
    ...(list?.level.group && { group: list.level.group }),
    fields,
    ...(lines && { linesItem: [{ css: lines.css }] }),
    ...(conversations && { conversationsItem: conversations.level.locator }),
    ...(active !== undefined && { active }),
    ...(messages?.sides && { side: { buyer: messages.sides.buyer, agent: messages.sides.agent } }),
    statuses: 'status' in fields ? Object.fromEntries(statuses) : {},
    mode: work.mode,
    framed: view !== null && view !== view.top,
    path: view ? pathOf(view.location) : '',
  };
}

/** Where the row locator of a kind of page lies in its entry. */
export const itemPlace = (kind: PageEntry['kind'], field: string): string[] =>
  kind === 'chat'
    ? [field.startsWith('conversations') ? 'conversations' : 'messages', 'item']
    : kind === 'price'
      ? ['root']
      : ['item'];

/** The entry being repaired, with what was pointed at as new first alternatives. */
export function repairedEntry(work: Work): PageEntry | undefined {
  const { repair, kind } = work;
  if (!repair || !kind) return undefined;
  let { entry } = repair;
  const fresh =
    kind === 'chat'
      ? repair.field.startsWith('conversations')
        ? work.conversations?.level.locator
        : work.messages?.locator
      : kind === 'price'
        ? work.root?.locator
        : work.list?.level.locator;
  const old = JSON.stringify(entry);
  // Rows the map still finds keep their locator as it is.
  if (fresh && !old.includes(JSON.stringify(fresh.length === 1 ? fresh[0]?.css : fresh)))
    entry = repaired(entry, itemPlace(kind, repair.field), fresh);
  if (repair.field === 'root' && 'root' in entry && kind !== 'price')
    entry = repaired(entry, ['root'], [{ css: 'body' }]);
  for (const [name, one] of work.picked) {
    const reading = one.readings[one.chosen];
    if (reading) entry = repaired(entry, placeOf(kind, name), reading.locator);
  }
  return entry;
}

const known = new WeakMap<Work, { key: string; preview: Preview | undefined }>();

/** What the engine reads with the draft as it stands, suggestions included; read again when the draft changed. */
export function previewOf(work: Work, again = false): Preview | undefined {
  const draft = draftOf(work, true);
  const entry = work.repair ? repairedEntry(work) : draft && entryOf(draft, '2000-01-01', '');
  if (!entry) return undefined;
  const key = JSON.stringify(entry);
  const last = known.get(work);
  if (last?.key === key && !again) return last.preview;
  const preview = previewEntry(entry, work.home, work.now(), shadowsOf(work));
  known.set(work, { key, preview });
  return preview;
}
