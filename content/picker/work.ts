import type { PickerKind, PickerModel } from '../../components/picker/model.ts';
import type { OrderStatus } from '../../rules/orders/order.ts';
import type { LocatorObject, PageEntry } from '../../storage/schemas/site-map.ts';
import { shadowRootsIn } from '../site-map/scope.ts';
import type { Reading, RowScopes } from './field-locator.ts';
import type { MessageRows } from './message-rows.ts';
import type { RowLevel } from './rows.ts';
import type { Suggestion } from './suggest.ts';

/** What was found or pointed at for one field. */
export interface Picked {
  readings: Reading[];
  chosen: number;
  element: Element;
  state: 'suggested' | 'confirmed';
  confidence?: 'sure' | 'likely';
}

/** The levels around what was pointed at, and the one that is the row. */
export interface LevelChoice {
  level: RowLevel;
  levels: readonly RowLevel[];
  at: number;
}

/** Everything pointed at so far. */
export interface Work {
  kind: PickerKind | undefined;
  /** Repairing: the entry as it stands and the field that is lost; only that is asked for. */
  repair?: { entry: PageEntry; field: string };
  now(): number;
  /** The document the things lie in: the page's, or a frame's. */
  home: Document;
  list?: LevelChoice | undefined;
  rows?: RowScopes | undefined;
  conversations?: { level: RowLevel; rows: RowScopes } | undefined;
  buyerText?: Element | undefined;
  messages?: MessageRows | undefined;
  lines?: { item: Element; css: string; rows: RowScopes } | undefined;
  /** The price dialog. */
  root?: { element: Element; locator: LocatorObject[] } | undefined;
  active?: string | undefined;
  statuses: Record<string, OrderStatus | undefined>;
  mode: PickerModel['priceMode'];
  picked: Map<string, Picked>;
  skipped: Set<string>;
}

export const newWork = (document: Document, now: () => number): Work => ({
  kind: undefined,
  now,
  home: document,
  statuses: {},
  mode: 'total',
  picked: new Map(),
  skipped: new Set(),
});

/** Whether the page has any open shadow root; without one no row is searched for them. */
export const shadowsOf = (work: Work): boolean => shadowRootsIn(work.home).length > 0;

export function keep(
  work: Work,
  field: string,
  readings: Reading[],
  element: Element,
  state: Picked['state'],
  confidence?: Picked['confidence'],
): void {
  work.picked.set(field, { readings, chosen: 0, element, state, ...(confidence && { confidence }) });
  work.skipped.delete(field);
}

/** Takes suggestions for fields nobody pointed at yet. */
export function offer(work: Work, found: readonly Suggestion[]): void {
  for (const { spec, readings, element, confidence } of found) {
    if (!work.picked.has(spec.name)) keep(work, spec.name, readings, element, 'suggested', confidence);
  }
}

/** Whether an element lies in another, through open shadow roots. */
export function holds(outer: Node, inner: Node): boolean {
  for (let at: Node | null = inner; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null) {
    if (at === outer) return true;
  }
  return false;
}
