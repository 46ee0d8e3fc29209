import { expect, test } from 'vitest';
import { placePalette } from '../../../content/dock/palette-position.ts';

const viewport = { width: 1280, height: 720 };
const caret = (left: number, top: number) => ({ left, top, width: 1, height: 18 });

test.each([
  ['below a caret in the upper half', caret(200, 100), { left: 200, width: 440, maxHeight: 380, top: 126 }],
  [
    'above a caret at the bottom, hanging by its lower edge',
    caret(200, 600),
    { left: 200, width: 440, maxHeight: 380, bottom: 128 },
  ],
  ['pushed in from the right', caret(1270, 100), { left: 832, width: 440, maxHeight: 380, top: 126 }],
  ['pushed in from the left', caret(-50, 100), { left: 8, width: 440, maxHeight: 380, top: 126 }],
])('%s', (_name, anchor, expected) => {
  expect(placePalette(anchor, viewport)).toEqual(expected);
});

test('wherever the caret is, the palette is on screen', () => {
  for (const width of [320, 800, 1920]) {
    for (const height of [240, 480, 1080]) {
      for (const left of [-100, 0, width / 2, width + 100]) {
        for (const top of [-200, 0, height / 2, height - 10, height + 500]) {
          for (const tall of [18, height]) {
            const at = placePalette({ left, top, width: 1, height: tall }, { width, height });
            expect(at.left).toBeGreaterThanOrEqual(0);
            expect(at.left + at.width).toBeLessThanOrEqual(width);
            expect(at.maxHeight).toBeGreaterThanOrEqual(Math.min(100, height / 3));
            const upper = at.top ?? height - (at.bottom ?? 0) - at.maxHeight;
            expect(upper).toBeGreaterThanOrEqual(0);
            expect(upper + at.maxHeight).toBeLessThanOrEqual(height);
          }
        }
      }
    }
  }
});
