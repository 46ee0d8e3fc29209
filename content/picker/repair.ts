import type { PickRequest } from '../../storage/contracts/maps.ts';
import type { Locator, LocatorObject, PageEntry, SiteMap } from '../../storage/schemas/site-map.ts';
import { locateElement, locateElements } from '../site-map/locate.ts';
import { queryAll, scopeOf, shadowRootsIn } from '../site-map/scope.ts';
import { frameDocument } from './hit.ts';
import { rowScopes } from './rows.ts';
import { shadowsOf, type Work } from './work.ts';

const asList = (locator: Locator): LocatorObject[] =>
  (Array.isArray(locator) ? locator : [locator]).map((one) => (typeof one === 'string' ? { css: one } : one));

/** Documents of a page: its own and those of its frames of the same host. */
function documentsOf(document: Document): Document[] {
  const inner = [...document.querySelectorAll('iframe, frame')].flatMap((frame) => {
    const one = frameDocument(frame);
    return one ? documentsOf(one) : [];
  });
  return [document, ...inner];
}

/**
 * The entry that applies to this page, the document it stands in and the field to point at; undefined where the map
 * has no page of the kind here, so that it must be taught from the start.
 */
export function repairOf(
  map: SiteMap,
  document: Document,
  request: PickRequest,
): { entry: PageEntry; field: string; home: Document } | undefined {
  const { kind, field } = request;
  if (!kind || !field) return undefined;
  for (const home of documentsOf(document)) {
    const { pathname = '', search = '', hash = '' } = home.defaultView?.location ?? {};
    const page = scopeOf([home], shadowRootsIn(home).length > 0);
    const fits = (entry: PageEntry, wantsHas: boolean): boolean => {
      if (entry.kind !== kind || (home !== document && entry.frames !== 'all')) return false;
      if (entry.when?.path !== undefined && !new RegExp(entry.when.path).test(pathname + search + hash))
        return false;
      return !wantsHas || entry.when?.has === undefined || locateElement(entry.when.has, page) !== undefined;
    };
    // What tells the layouts apart may be what was lost.
    const entry = map.pages.find((one) => fits(one, true)) ?? map.pages.find((one) => fits(one, false));
    if (entry) return { entry, field, home };
  }
  return undefined;
}

/** Fills in what the map still finds. @returns what is to be asked, in order */
export function seedRepair(work: Work, { entry, field }: { entry: PageEntry; field: string }): string[] {
  work.kind = entry.kind;
  const shadows = shadowsOf(work);
  const page = scopeOf([work.home], shadows);
  const within = (root: Locator | undefined) => {
    const found = locateElement(root, page);
    return found ? scopeOf([found], shadows) : page;
  };
  if (entry.kind === 'chat') {
    const { conversations, messages } = entry;
    if (conversations) {
      const items = locateElements(conversations.item, page);
      const [sample] = items;
      if (sample) {
        const level = { items, sample, locator: asList(conversations.item), kind: 'class' as const };
        work.conversations = { level, rows: rowScopes(items, sample, undefined, shadows) };
      }
    }
    const items = locateElements(messages.item, within(messages.root));
    const [sample] = items;
    if (sample) {
      work.messages = {
        items,
        buyer: sample,
        agent: sample,
        locator: asList(messages.item),
        kind: 'class',
        text: undefined,
        sides: undefined,
      };
    }
    if (field === 'root' || field === 'messages.item' || (field.startsWith('messages.') && !sample))
      return ['buyerMessage', 'agentMessage'];
    if (field === 'conversations.item' || (field.startsWith('conversations.') && !work.conversations))
      return ['conversation', field];
    return [field];
  }
  if (entry.kind === 'price') {
    const root = locateElement(entry.root, page);
    if (root) work.root = { element: root, locator: asList(entry.root) };
    return [field === 'root' ? 'inputs.price' : field];
  }
  const items = locateElements(entry.item, within(entry.root));
  const [sample] = items;
  if (!sample || field === 'root' || field === 'item')
    return field === 'root' || field === 'item' ? ['row'] : [field];
  const group = entry.kind === 'orders' ? entry.group : undefined;
  const level = {
    items,
    sample,
    locator: asList(entry.item),
    kind: 'class' as const,
    ...(group === 'until-next' && { group }),
  };
  work.list = { level, levels: [level], at: 0 };
  work.rows = rowScopes(items, sample, group === 'until-next' ? group : undefined, shadows);
  if (entry.kind === 'orders' && entry.lines) {
    const [css] = asList(entry.lines.item).flatMap((one) => (one.css === undefined ? [] : [one.css]));
    const [item] = css === undefined ? [] : queryAll(page, css);
    if (item && css !== undefined)
      work.lines = {
        item,
        css,
        rows: { scopes: [scopeOf([item], shadows)], sample: scopeOf([item], shadows) },
      };
  }
  return [field];
}
