/** A window's bounds as browsers give and take them: whole CSS pixels at 100 % on the desktop of all screens. */
export interface WindowPlace {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The part of one screen that windows may use (without the task bar), in the same pixels. */
export type ScreenArea = WindowPlace;

export interface WindowSizes {
  width: number;
  height: number;
  leastWidth: number;
  leastHeight: number;
}

/** So much of a window's upper edge has to be on a screen that a hand can take it and pull the rest in. */
const handle = { width: 120, height: 24 };

/** Frames are drawn outside the bounds by some systems, so that a window in the corner begins left of the screen. */
const frame = 12;

const common = (fromA: number, lengthA: number, fromB: number, lengthB: number): number =>
  Math.max(0, Math.min(fromA + lengthA, fromB + lengthB) - Math.max(fromA, fromB));

/** Whether the agent can see and take the window there. */
function isReachable(area: ScreenArea, place: WindowPlace): boolean {
  const wide = common(area.left, area.width, place.left, place.width);
  const high = common(area.top, area.height, place.top, handle.height);
  return (
    wide >= Math.min(handle.width, place.width) && high >= handle.height / 2 && place.top >= area.top - frame
  );
}

/** The size as far as the screen holds it, never under the least one can work in. */
const sizeOn = (area: ScreenArea, size: Pick<WindowPlace, 'width' | 'height'>, sizes: WindowSizes) => ({
  width: Math.max(Math.min(size.width, area.width), sizes.leastWidth),
  height: Math.max(Math.min(size.height, area.height), sizes.leastHeight),
});

/** Where a window stands that nobody has placed: at the right edge, in the middle of its height. */
export function firstPlace(
  area: ScreenArea,
  sizes: WindowSizes,
  size: Pick<WindowPlace, 'width' | 'height'> = sizes,
): WindowPlace {
  const { width, height } = sizeOn(area, size, sizes);
  return {
    left: Math.round(area.left + Math.max(0, area.width - width)),
    top: Math.round(area.top + Math.max(0, (area.height - height) / 2)),
    width,
    height,
  };
}

/**
 * Where a window that has just opened has to go instead, because what it remembers fits no longer: its screen is gone
 * or smaller now. Undefined: it may stay.
 * @param area the screen the browser says the window is on
 * @param extended there are further screens; what lies beyond this one may lie on another
 */
export function betterPlace(
  area: ScreenArea,
  place: WindowPlace,
  sizes: WindowSizes,
  extended: boolean,
): WindowPlace | undefined {
  const seen =
    common(area.left, area.width, place.left, place.width) > 0 &&
    common(area.top, area.height, place.top, place.height) > 0;
  if (extended && seen) return undefined;
  if (!isReachable(area, place)) return firstPlace(area, sizes, place);
  const { width, height } = sizeOn(area, place, sizes);
  if (width === place.width && height === place.height) return undefined;
  return {
    left: Math.max(area.left, Math.min(place.left, area.left + area.width - width)),
    top: Math.max(area.top, Math.min(place.top, area.top + area.height - height)),
    width,
    height,
  };
}
