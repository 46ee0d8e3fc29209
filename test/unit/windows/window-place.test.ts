import { describe, expect, it } from 'vitest';
import { betterPlace, firstPlace, type WindowPlace } from '../../../rules/windows/window-place.ts';

const sizes = { width: 380, height: 640, leastWidth: 300, leastHeight: 320 };
const screen = { left: 0, top: 0, width: 1920, height: 1040 };
/** The right one of two screens, with its own task bar above. */
const right = { left: 1920, top: 40, width: 1280, height: 984 };

const at = (left: number, top: number, width = 380, height = 640): WindowPlace => ({
  left,
  top,
  width,
  height,
});

describe('a window nobody has placed', () => {
  it('stands at the right edge in the middle of the height', () => {
    expect(firstPlace(screen, sizes)).toEqual(at(1540, 200));
    expect(firstPlace(right, sizes)).toEqual(at(2820, 212));
  });

  it('is no larger than the screen', () => {
    expect(firstPlace({ left: 0, top: 0, width: 360, height: 500 }, sizes)).toEqual(at(0, 0, 360, 500));
  });
});

describe('a window that opens where it stood last', () => {
  it.each([
    ['in the middle', at(700, 200)],
    ['in the corner', at(0, 0)],
    ['in the corner with its frame outside', at(-8, -8)],
    ['partly beyond the left edge, still to be taken', at(-240, 200)],
    ['partly below the lower edge', at(700, 800)],
    ['as large as the screen', at(0, 0, 1920, 1040)],
  ])('stays %s', (_, place) => {
    expect(betterPlace(screen, place, sizes, false)).toBeUndefined();
  });

  it.each([
    ['on a screen to the right that is gone', at(2400, 200)],
    ['on a screen to the left that is gone', at(-1000, 200)],
    ['above', at(700, -700)],
    ['below', at(700, 1035)],
    ['with no more than a sliver to be seen', at(1880, 200)],
    ['with its upper edge above the screen, where no hand can take it', at(700, -60)],
  ])('goes to the first place, with its size, when it stood %s', (_, place) => {
    expect(betterPlace(screen, place, sizes, false)).toEqual(at(1540, 200));
  });

  it('keeps its own size when it is pulled back, as far as the screen holds it', () => {
    expect(betterPlace(screen, at(5000, 0, 500, 900), sizes, false)).toEqual(at(1420, 70, 500, 900));
    expect(betterPlace(screen, at(5000, 0, 500, 2000), sizes, false)).toEqual(at(1420, 0, 500, 1040));
  });

  it('is made smaller where the screen has become smaller, and stays on it', () => {
    expect(betterPlace(screen, at(1500, 100, 380, 1400), sizes, false)).toEqual(at(1500, 0, 380, 1040));
    expect(betterPlace(screen, at(1000, 0, 2400, 600), sizes, false)).toEqual(at(0, 0, 1920, 600));
  });

  it('is left alone between two screens: what lies beyond this one lies on the other', () => {
    expect(betterPlace(right, at(1700, 300), sizes, true)).toBeUndefined();
    expect(betterPlace(right, at(2400, -200), sizes, true)).toBeUndefined();
  });

  it('is pulled onto the screen named when it touches none, also where there are others', () => {
    expect(betterPlace(right, at(4000, 300), sizes, true)).toEqual(at(2820, 212));
  });
});
