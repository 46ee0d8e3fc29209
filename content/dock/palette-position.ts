import type { Box } from './dock-position.ts';

/** Where the palette goes. Above the caret it hangs by its lower edge, so that it may shrink while the agent types. */
export interface PaletteBox {
  left: number;
  width: number;
  maxHeight: number;
  /** Distance from the viewport's top, when below the caret. */
  top?: number;
  /** Distance from the viewport's bottom, when above it. */
  bottom?: number;
}

const wantedWidth = 440;
const wantedHeight = 380;
const gap = 8;

/**
 * The palette's place near the caret, never off screen: below when it fits there, else on the side with more room.
 * @param anchor the caret, or the editor where the caret cannot be measured; viewport px of the top page
 */
export function placePalette(anchor: Box, viewport: { width: number; height: number }): PaletteBox {
  const width = Math.max(0, Math.min(wantedWidth, viewport.width - 2 * gap));
  const left = Math.max(gap, Math.min(anchor.left, viewport.width - gap - width));
  // An editor that is scrolled out of sight still counts as standing at the nearest edge.
  const upper = Math.min(Math.max(anchor.top, 0), viewport.height);
  const lower = Math.min(Math.max(anchor.top + anchor.height, 0), viewport.height);
  const above = upper - 2 * gap;
  const below = viewport.height - lower - 2 * gap;
  if (below >= wantedHeight || below >= above) {
    const maxHeight = Math.max(0, Math.min(wantedHeight, Math.max(below, minHeight(viewport.height))));
    return {
      left,
      width,
      maxHeight,
      top: Math.max(gap, Math.min(lower + gap, viewport.height - gap - maxHeight)),
    };
  }
  const maxHeight = Math.max(0, Math.min(wantedHeight, Math.max(above, minHeight(viewport.height))));
  const bottom = viewport.height - upper + gap;
  return {
    left,
    width,
    maxHeight,
    bottom: Math.max(gap, Math.min(bottom, viewport.height - gap - maxHeight)),
  };
}

/** A tall editor leaves little room on either side; then the palette lies over it rather than being a slit. */
function minHeight(viewportHeight: number): number {
  return Math.min(200, viewportHeight - 2 * gap);
}
