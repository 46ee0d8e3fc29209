// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTabTitle, type TabTitle } from '../../../content/desks/tab-title.ts';

let now = 0;
let seen: 'visible' | 'hidden' = 'hidden';
let stop: AbortController;
let tab: TabTitle;

beforeEach(() => {
  now = 1_000_000;
  document.head.innerHTML = '<title>商家后台</title>';
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => seen });
  seen = 'hidden';
  stop = new AbortController();
  tab = createTabTitle({ document, now: () => now, signal: stop.signal });
});
afterEach(() => stop.abort());

/** Without the sign nobody sees. */
const shown = (): string => document.title.replaceAll('\u2060', '');
const observed = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
function turn(to: typeof seen): void {
  seen = to;
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('the number before the title', () => {
  it('stands there while buyers wait and the tab is not in front', () => {
    expect(shown()).toBe('商家后台');
    tab.show(3);
    expect(shown()).toBe('(3) 商家后台');
    tab.show(120);
    expect(shown()).toBe('(99+) 商家后台');
    turn('visible');
    expect(document.title).toBe('商家后台');
    turn('hidden');
    expect(shown()).toBe('(99+) 商家后台');
    tab.show(0);
    expect(document.title).toBe('商家后台');
  });

  it('goes when the desk stops, and does not come back', async () => {
    tab.show(3);
    stop.abort();
    expect(document.title).toBe('商家后台');
    tab.show(4);
    turn('hidden');
    document.title = '别的';
    await observed();
    expect(document.title).toBe('别的');
  });

  it.each<[string, () => void, string]>([
    ['writes the whole title', () => (document.title = '新消息'), '新消息'],
    [
      'puts another title element in its place',
      () => {
        document.head.innerHTML = '<meta name="x"><title>新消息</title>';
      },
      '新消息',
    ],
    [
      'writes into the text it keeps hold of',
      () => {
        const [text] = document.querySelector('title')?.childNodes ?? [];
        if (text) text.nodeValue = '新消息';
      },
      '新消息',
    ],
    ['adds to what it reads there', () => (document.title = `${document.title} *`), '商家后台 *'],
    ['has a number of its own', () => (document.title = '(7) 新消息'), '(7) 新消息'],
  ])('is there again when the page %s, and the page keeps its words', async (_, write, own) => {
    tab.show(3);
    write();
    await observed();
    expect(shown()).toBe(`(3) ${own}`);
    tab.show(0);
    expect(document.title).toBe(own);
  });

  it('is written into the very text a framework keeps hold of', () => {
    const [text] = document.querySelector('title')?.childNodes ?? [];
    tab.show(3);
    expect(document.querySelector('title')?.firstChild).toBe(text);
  });

  it('goes from what a page puts back later, in front too', async () => {
    tab.show(3);
    const read = document.title;
    turn('visible');
    document.title = '★';
    await observed();
    document.title = read;
    await observed();
    expect(document.title).toBe('商家后台');
  });

  it('is given up against a page that writes its title back each time, until something changes', async () => {
    let fights = 0;
    const page = new MutationObserver(() => {
      fights += 1;
      if (document.title !== '我的') document.title = '我的';
    });
    page.observe(document.head, { childList: true, characterData: true, subtree: true });
    tab.show(3);
    for (let tick = 0; tick < 50; tick += 1) await observed();
    expect(fights).toBeLessThan(100);
    expect(document.title).toBe('我的');
    page.disconnect();
    now += 2_000;
    tab.show(4);
    expect(shown()).toBe('(4) 我的');
  });

  it('is nowhere in a page without a title until it has one', async () => {
    document.head.innerHTML = '';
    tab.show(2);
    expect(document.querySelector('title')).toBeNull();
    document.head.innerHTML = '<title>来了</title>';
    await observed();
    expect(shown()).toBe('(2) 来了');
  });
});
