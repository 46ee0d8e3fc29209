import { describe, expect, test } from 'vitest';
import {
  type Box,
  type DockRequest,
  handleSize,
  panelSize,
  placeDock,
  topShare,
} from '../../../content/dock/dock-position.ts';

const box = (left: number, top: number, width: number, height: number): Box => ({ left, top, width, height });
const request = (change: Partial<DockRequest> = {}): DockRequest => ({
  viewport: { width: 1280, height: 800 },
  scrollbar: 0,
  place: { collapsed: false, top: 0 },
  obstacles: [],
  ...change,
});
const overlap = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;

describe('the dock keeps to the right edge', () => {
  test.each([
    ['open at the top', request(), box(972, 8, 300, 620), false],
    ['open at the bottom', request({ place: { collapsed: false, top: 1 } }), box(972, 172, 300, 620), false],
    ['left of the page’s scrollbar', request({ scrollbar: 15 }), box(957, 8, 300, 620), false],
    [
      'as a handle when the agent collapsed it',
      request({ place: { collapsed: true, top: 0 } }),
      box(1244, 8, 36, 84),
      true,
    ],
    [
      'lower where the window is low',
      request({ viewport: { width: 1280, height: 400 } }),
      box(972, 8, 300, 384),
      false,
    ],
    [
      'above a send button in the corner',
      request({ place: { collapsed: false, top: 1 }, obstacles: [box(1180, 750, 80, 32)] }),
      box(972, 126, 300, 620),
      false,
    ],
    [
      'smaller beside a button half-way up',
      request({ obstacles: [box(1180, 400, 80, 32)] }),
      box(972, 8, 300, 388),
      false,
    ],
    [
      'left of a list’s scrollbar at the edge',
      request({ obstacles: [box(1265, 0, 15, 800)] }),
      box(961, 8, 300, 620),
      false,
    ],
    [
      'as a handle where only the handle fits',
      request({ obstacles: [box(1000, 100, 280, 690)] }),
      box(1244, 8, 36, 84),
      true,
    ],
    [
      'an obstacle without size is none',
      request({ obstacles: [box(1200, 300, 0, 0)] }),
      box(972, 8, 300, 620),
      false,
    ],
  ])('%s', (_name, wanted, expected, collapsed) => {
    expect(placeDock(wanted)).toEqual({ ...expected, collapsed });
  });

  test('nothing is shown where even the handle would cover something', () => {
    expect(placeDock(request({ obstacles: [box(0, 0, 1280, 800)] }))).toBeUndefined();
  });

  test('no obstacle anywhere is ever covered, whatever the window and the place', () => {
    for (const width of [360, 800, 1280, 2560]) {
      for (const height of [300, 600, 1080]) {
        for (const top of [0, 0.3, 1]) {
          for (const collapsed of [false, true]) {
            for (const x of [0.2, 0.8, 0.97]) {
              for (const y of [0.05, 0.5, 0.95]) {
                const obstacles = [
                  box(width * x, height * y, 80, 32),
                  box(width * x - 40, 0, 15, height * 0.8),
                ];
                const place = { collapsed, top };
                const at = placeDock({ viewport: { width, height }, scrollbar: 15, place, obstacles });
                if (!at) continue;
                for (const obstacle of obstacles) expect(overlap(at, obstacle)).toBe(false);
                expect(at.left).toBeGreaterThanOrEqual(0);
                expect(at.left + at.width).toBeLessThanOrEqual(width - 15);
                expect(at.top).toBeGreaterThanOrEqual(0);
                expect(at.top + at.height).toBeLessThanOrEqual(height);
              }
            }
          }
        }
      }
    }
  });

  test('a dropped dock is drawn where it was dropped', () => {
    for (const collapsed of [true, false]) {
      const top = topShare(100, 900, collapsed);
      const at = placeDock(request({ viewport: { width: 1280, height: 900 }, place: { collapsed, top } }));
      expect(at?.top).toBeCloseTo(100, 6);
    }
    expect(topShare(-50, 900, true)).toBe(0);
    expect(topShare(5000, 900, true)).toBe(1);
    expect(topShare(100, panelSize.height, false)).toBe(0);
    expect(handleSize.height).toBeLessThan(panelSize.least);
  });
});
