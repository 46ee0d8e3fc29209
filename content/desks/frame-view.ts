import type { DockModel } from '../../components/dock/model.ts';
import type { PhraseValues } from '../../rules/phrases/phrase.ts';
import type { FramePlace } from '../../storage/contracts/frames.ts';
import type { Box } from '../dock/dock-position.ts';
import type { PageReading } from '../site-map/facts.ts';

/** What the dock can show of a page; each is shown of one frame at a time. */
export const shownKinds = ['chat', 'orders', 'price', 'reviews'] as const;
export type ShownKind = (typeof shownKinds)[number];

/** What one frame would show if it had a dock of its own; plain data, it travels as JSON. */
export interface FrameView
  extends Pick<
    DockModel,
    | 'page'
    | 'health'
    | 'notice'
    | 'hasEditor'
    | 'openConversation'
    | 'giving'
    | 'orders'
    | 'price'
    | 'reviews'
    | 'items'
    | 'wording'
    | 'tool'
  > {
  /** Epoch ms since when each kind stands in this frame without a break. */
  since: Partial<Record<ShownKind, number>>;
  /** Values of the phrases' variables; only where a chat is read. */
  values?: PhraseValues;
  /** Epoch ms at which the agent last came into an editor of this frame that is still there. */
  wroteAt?: number;
  /** What the dock must not cover; in the same window's viewport as `place`. */
  obstacles: Box[];
  /** Where this frame is. Absent in the top frame's own view. */
  place?: FramePlace;
}

/** Whether the dock has something to say about a page. */
function isShown({ fact }: PageReading): boolean {
  if (fact.kind === 'chat') {
    return fact.editor !== undefined || fact.conversationKey !== undefined || fact.conversations.length > 0;
  }
  return fact.kind === 'price' || fact.rows.length > 0;
}

/** What a page shows at all. */
export function kindsShown(readings: readonly PageReading[]): ShownKind[] {
  return shownKinds.filter((kind) => readings.some((one) => one.kind === kind && isShown(one)));
}

/** Follows since when each kind stands in a frame. */
export function createSince(now: () => number): {
  saw(readings: readonly PageReading[]): void;
  get(): FrameView['since'];
} {
  let since: FrameView['since'] = {};
  return {
    saw(readings) {
      const next: FrameView['since'] = {};
      for (const kind of kindsShown(readings)) next[kind] = since[kind] ?? now();
      since = next;
    },
    get: () => since,
  };
}

/** A dock model as the view of the frame it belongs to. */
export function viewOf(
  model: DockModel,
  rest: Pick<FrameView, 'since' | 'obstacles'> & {
    [K in 'values' | 'wroteAt' | 'place']: FrameView[K] | undefined;
  },
): FrameView {
  const { page, notice, openConversation, giving, orders, price, reviews, items, wording, tool } = model;
  const { values, wroteAt, place, since } = rest;
  return {
    health: model.health,
    hasEditor: model.hasEditor,
    since,
    obstacles: rest.obstacles,
    // A frame that reads nothing says nothing of how well its pages are known.
    ...(page && Object.keys(since).length > 0 && { page }),
    ...(notice && { notice }),
    ...(openConversation !== undefined && { openConversation }),
    ...(giving && { giving }),
    ...(orders && { orders }),
    ...(price && { price }),
    ...(reviews && { reviews }),
    ...(items && { items }),
    ...(wording && { wording }),
    ...(tool && { tool }),
    ...(values && since.chat !== undefined && { values }),
    ...(wroteAt !== undefined && { wroteAt }),
    ...(place && { place }),
  };
}

/** Whether a frame has nothing that its tab's dock could use. */
export const isSilent = (view: FrameView): boolean =>
  Object.keys(view.since).length === 0 &&
  view.health.length === 0 &&
  view.notice === undefined &&
  view.wroteAt === undefined;
