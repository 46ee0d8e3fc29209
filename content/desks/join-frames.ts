import type { DockModel, HealthLine } from '../../components/dock/model.ts';
import type { EvidenceLevel } from '../site-map/facts.ts';
import { type FrameView, type ShownKind, shownKinds } from './frame-view.ts';

/** The top frame's own id, as browsers count frames. */
export const TOP = 0;

/** From well confirmed to least. */
export const evidenceOrder: readonly EvidenceLevel[] = ['high', 'medium', 'low', 'user'];

/** One page made of its frames: what the dock shows, and which frame each part of it stands in. */
export interface JoinedFrames {
  shown: Pick<
    DockModel,
    | 'page'
    | 'health'
    | 'hasEditor'
    | 'openConversation'
    | 'giving'
    | 'orders'
    | 'price'
    | 'reviews'
    | 'items'
    | 'wording'
  >;
  leads: Partial<Record<ShownKind, number>>;
  /** Where the agent last wrote; absent before the first time. */
  wrote?: number;
  /** Whose wording hits are shown: of the editors with hits the one the agent was last in. */
  checked?: number;
}

type Views = ReadonlyMap<number, FrameView>;
type Entry = readonly [frameId: number, view: FrameView];

/** A chat in which one can write, with a conversation open, is more than one that only lists conversations. */
function chatRank({ hasEditor, openConversation }: FrameView): number {
  return (hasEditor ? 2 : 0) + (openConversation === undefined ? 0 : 1);
}

/** Positive when `b` comes before `a`: the newest where there is one, else the lower frame. */
const newest = (a: number | undefined, b: number | undefined): number => (b ?? -1) - (a ?? -1);

/**
 * Which of several frames with the same kind of page the dock speaks of. A chat or a list of reviews: the one the
 * agent writes in; a chat also by whether one can write there. Otherwise the one that came up last, since a dialog or
 * an order opened over another is what the agent looks at. The same views give the same answer in any order.
 */
function leadOf(kind: ShownKind, views: readonly Entry[]): number | undefined {
  const candidates = views.filter(([, view]) => view.since[kind] !== undefined);
  const [lead] = candidates.sort(([idA, a], [idB, b]) => {
    const byHand = kind === 'chat' || kind === 'reviews' ? newest(a.wroteAt, b.wroteAt) : 0;
    const byRank = kind === 'chat' ? chatRank(b) - chatRank(a) : 0;
    return byHand || byRank || newest(a.since[kind], b.since[kind]) || idA - idB;
  });
  return lead?.[0];
}

/**
 * Lines of all frames, each once. A frame says nothing of a kind that it does not read but another one does: JD's
 * outer page has the address of the orders, while they stand in a frame (markets.md §4).
 */
function healthOf(views: readonly Entry[], leads: JoinedFrames['leads']): HealthLine[] {
  const lines = new Map<string, HealthLine>();
  for (const [, view] of views) {
    for (const line of view.health) {
      const kind = shownKinds.find((one) => one === line.page);
      if (kind && leads[kind] !== undefined && view.since[kind] === undefined) continue;
      const key = `${line.page} ${line.field}`;
      if (!lines.has(key)) lines.set(key, line);
    }
  }
  return [...lines.values()];
}

/** The map of the page: the top frame's while it reads something itself, else that of the frame that does. */
function pageOf(views: readonly Entry[]): DockModel['page'] {
  const read = views.filter(([, view]) => view.page && Object.keys(view.since).length > 0);
  const [first] = read.length > 0 ? read : views;
  const page = first?.[1].page;
  // As well known as the least known of the pages that are read (site-map.md, evidence).
  const level = evidenceOrder.findLast((one) => read.some(([, view]) => view.page?.level === one));
  if (!page || !level) return page;
  const weakest = read.find(([, view]) => view.page?.level === level)?.[1].page ?? page;
  // Two frames of one kind are known equally well.
  const entries = [
    ...new Map(
      read.flatMap(([, view]) => view.page?.entries ?? []).map((one) => [JSON.stringify(one), one]),
    ).values(),
  ];
  return { ...weakest, mapName: page.mapName, ...(entries.length > 0 && { entries }) };
}

/** Joins what the frames of one tab show; {@link TOP} is the top frame's own view. */
export function joinFrames(frames: Views): JoinedFrames {
  const views: Entry[] = [...frames].sort(([a], [b]) => a - b);
  const leads: JoinedFrames['leads'] = {};
  for (const kind of shownKinds) {
    const lead = leadOf(kind, views);
    if (lead !== undefined) leads[kind] = lead;
  }
  const led = (kind: ShownKind): FrameView | undefined => {
    const lead = leads[kind];
    return lead === undefined ? undefined : frames.get(lead);
  };
  const [wrote] = views
    .filter(([, view]) => view.wroteAt !== undefined)
    .sort(([idA, a], [idB, b]) => newest(a.wroteAt, b.wroteAt) || idA - idB);
  const [checked] = views
    .filter(([, view]) => view.wording !== undefined)
    .sort(([idA, a], [idB, b]) => newest(a.wroteAt, b.wroteAt) || idA - idB);
  const wording = checked?.[1].wording;
  const page = pageOf(views);
  const openConversation = led('chat')?.openConversation;
  const giving = led('chat')?.giving;
  const orders = led('orders')?.orders;
  const price = led('price')?.price;
  const reviews = led('reviews')?.reviews;
  // What a chat speaks of goes before what a list shows.
  const items = led('chat')?.items ?? led('orders')?.items;
  return {
    shown: {
      ...(page && { page }),
      health: healthOf(views, leads),
      hasEditor: views.some(([, view]) => view.hasEditor),
      ...(openConversation !== undefined && { openConversation }),
      ...(giving && { giving }),
      ...(orders && { orders }),
      ...(price && { price }),
      ...(reviews && { reviews }),
      ...(items && { items }),
      ...(wording && { wording }),
    },
    leads,
    ...(wrote && { wrote: wrote[0] }),
    ...(checked && { checked: checked[0] }),
  };
}
