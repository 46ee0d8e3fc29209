import type { DockPlace } from '../../components/dock/model.ts';

/** Viewport coordinates in CSS px; a DOMRect fits. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface DockRequest {
  viewport: Size;
  /** Width of the page's own vertical scrollbar, which lies inside the viewport's width. */
  scrollbar: number;
  place: DockPlace;
  /** What must stay uncovered: send button, message list's scrollbar, confirm button. */
  obstacles: readonly Box[];
}

export interface DockLayout extends Box {
  /** Collapsed by the agent, or because the open dock fits nowhere. */
  collapsed: boolean;
}

/** As drawn by components/dock: the open panel wants this height and takes less where it must. */
export const panelSize = { width: 300, height: 620, least: 200 };
/** The tab with mark, count and trouble sign. */
export const handleSize = { width: 36, height: 84 };

const margin = 8;
const clearance = 4;
/** Farther from the edge than this the open panel is no side panel any more. */
const panelShift = 64;

/**
 * Where the dock goes: at the right edge, as near to its wanted height as it can be without covering an obstacle
 * or the page's scrollbar. The panel gives way in height first, then to the left; if it fits nowhere, the
 * collapsed handle is shown; undefined if even that would cover something.
 */
export function placeDock(request: DockRequest): DockLayout | undefined {
  if (!request.place.collapsed) {
    const panel = roomFor(request, { ...panelSize, shift: panelShift, edge: margin });
    if (panel) return { ...panel, collapsed: false };
  }
  const handle = roomFor(request, {
    ...handleSize,
    least: handleSize.height,
    shift: request.viewport.width,
    edge: 0,
  });
  return handle && { ...handle, collapsed: true };
}

/** The share of the free height above the dock when its upper edge is at `top`: the inverse of {@link placeDock}. */
export function topShare(top: number, viewportHeight: number, collapsed: boolean): number {
  const free = freeHeight(viewportHeight, collapsed ? handleSize.height : panelSize.height);
  return free <= 0 ? 0 : Math.min(1, Math.max(0, (top - margin) / free));
}

interface Wanted extends Size {
  least: number;
  /** How far left of the edge it may go. */
  shift: number;
  /** Distance kept from the right edge. */
  edge: number;
}

function roomFor({ viewport, scrollbar, place, obstacles }: DockRequest, wanted: Wanted): Box | undefined {
  const blocking = obstacles.filter((box) => box.width > 0 && box.height > 0);
  const edge = viewport.width - scrollbar - wanted.edge;
  const width = Math.min(wanted.width, edge - margin);
  if (width <= 0) return undefined;
  const wantedTop = margin + place.top * Math.max(0, freeHeight(viewport.height, wanted.height));
  for (const right of rightEdges(edge, wanted.shift, blocking)) {
    const left = right - width;
    if (left < 0) break;
    let best: (Box & { cost: number }) | undefined;
    for (const [from, to] of freeSpans(left, right, viewport.height, blocking)) {
      const height = Math.min(wanted.height, to - from);
      // A viewport lower than the least height is all there is.
      if (height < Math.min(wanted.least, viewport.height - 2 * margin) || height <= 0) continue;
      const top = Math.min(Math.max(wantedTop, from), to - height);
      const cost = Math.abs(top - wantedTop) + wanted.height - height;
      if (!best || cost < best.cost) best = { left, top, width, height, cost };
    }
    if (best) return { left: best.left, top: best.top, width: best.width, height: best.height };
  }
  return undefined;
}

function freeHeight(viewportHeight: number, height: number): number {
  return viewportHeight - 2 * margin - height;
}

/** The edge itself, then to the left of each obstacle within reach, nearest first. */
function rightEdges(edge: number, shift: number, obstacles: readonly Box[]): number[] {
  const beside = obstacles
    .map((box) => box.left - clearance)
    .filter((right) => right < edge && right >= edge - shift);
  return [edge, ...beside.sort((a, b) => b - a)];
}

/** What is left of the height, from top to bottom, once the obstacles in this strip are taken out. */
function freeSpans(
  left: number,
  right: number,
  viewportHeight: number,
  obstacles: readonly Box[],
): [number, number][] {
  const inStrip = obstacles
    .filter((box) => box.left < right + clearance && box.left + box.width > left - clearance)
    .sort((a, b) => a.top - b.top);
  const spans: [number, number][] = [];
  let from = margin;
  for (const box of inStrip) {
    if (box.top - clearance > from)
      spans.push([from, Math.min(box.top - clearance, viewportHeight - margin)]);
    from = Math.max(from, box.top + box.height + clearance);
  }
  if (from < viewportHeight - margin) spans.push([from, viewportHeight - margin]);
  return spans.filter(([start, end]) => end > start);
}
