import type { PageReading } from '../site-map/facts.ts';

/** Width of the strip kept free for a list's own scrollbar, px. */
const SCROLLBAR = 16;

/** The scrolled box a message list lies in: its scrollbar must stay in reach. */
function scrollBoxOf(element: Element | undefined): Element | undefined {
  for (let box = element?.parentElement; box; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight + 1) {
      const overflow = getComputedStyle(box).overflowY;
      if (overflow === 'auto' || overflow === 'scroll') return box;
    }
  }
  return undefined;
}

/** What the dock must never cover: the send button, the message list's scrollbar, the confirm button of a dialog. */
export function dockObstacles(readings: readonly PageReading[]): DOMRect[] {
  const rects: DOMRect[] = [];
  const add = (element: Element | undefined): void => {
    const rect = element?.getBoundingClientRect();
    if (rect && rect.width > 0 && rect.height > 0) rects.push(rect);
  };
  for (const { fact } of readings) {
    if (fact.kind === 'chat') {
      add(fact.send);
      add(fact.editor);
      const box = scrollBoxOf(fact.messages.at(-1)?.element)?.getBoundingClientRect();
      if (box) rects.push(new DOMRect(box.right - SCROLLBAR, box.top, SCROLLBAR, box.height));
    }
    if (fact.kind === 'price') add(fact.confirm);
  }
  return rects;
}
