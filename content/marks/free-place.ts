/** A box in viewport px. */
export interface PlaceBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What a row shows, and where something may stand in it. */
export interface RowBoxes {
  area: PlaceBox;
  /** Where the row's own words end on the right; a label stands in line with them. */
  right?: number;
  /** Words, badges, controls: never covered. */
  texts: readonly PlaceBox[];
  /** Pictures: covered only where nothing else is free. */
  pictures: readonly PlaceBox[];
}

/** Clear of words on both sides, and of the row's edge. */
const SIDE = 4;
const EDGE = 2;
const STEP = 2;

/**
 * Where a label of this size stands in a row without covering a word, in viewport px; undefined where there is no such
 * place. Beside the words of the first line from its right end, then the other lines, then anywhere, and at last on a
 * picture if `onPictures`: so that labels of rows that are alike stand in line.
 */
export function freePlace(
  { area, right = area.right, texts, pictures }: RowBoxes,
  size: { width: number; height: number },
  onPictures = false,
): { left: number; top: number } | undefined {
  const avoid = onPictures ? texts : [...texts, ...pictures];
  const lowest = area.bottom - EDGE - size.height;
  const highest = area.top + EDGE;
  const rightmost = Math.min(right, area.right - EDGE) - size.width;
  if (lowest < highest) return undefined;
  const isFree = (left: number, top: number): boolean =>
    avoid.every(
      (box) =>
        left >= box.right + SIDE ||
        left + size.width <= box.left - SIDE ||
        top >= box.bottom ||
        top + size.height <= box.top,
    );
  for (const top of tops(texts, size.height, highest, lowest)) {
    for (let left = rightmost; left >= area.left + EDGE; left -= STEP) {
      if (isFree(left, top)) return { left, top };
    }
  }
  return undefined;
}

/** The middle of each line of words from above, then every height there is. */
function tops(
  texts: readonly PlaceBox[],
  height: number,
  highest: number,
  lowest: number,
): readonly number[] {
  const within = (top: number): number => Math.min(lowest, Math.max(highest, top));
  const lines = texts.map((box) => within((box.top + box.bottom - height) / 2)).sort((a, b) => a - b);
  const all: number[] = [];
  for (let top = highest; top <= lowest; top += STEP) all.push(top);
  return [...new Set([...lines, ...all])];
}
