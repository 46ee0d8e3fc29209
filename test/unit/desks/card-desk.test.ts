// @vitest-environment happy-dom
import { describe, expect, it, test, vi } from 'vitest';
import { cardsView, followPointed, itemsShown } from '../../../content/desks/card-desk.ts';
import type { ChatFact, ItemFact, MessageFact, OrderFact } from '../../../content/site-map/facts.ts';
import type { OrderLine } from '../../../rules/orders/order.ts';
import type { CardView } from '../../../storage/contracts/cards.ts';

const element = document.createElement('div');
const order = (key: string, lines: OrderLine[], row: Element = element): OrderFact => ({
  order: { key, platform: 'pdd', lines },
  element: row,
  mark: row,
});
const said = (side: MessageFact['side'], text: string): MessageFact => ({ side, text, element });
const chat = (patch: Partial<ChatFact> = {}): ChatFact => ({
  kind: 'chat',
  conversations: [],
  messages: [],
  orders: [],
  ...patch,
});

describe('the items a page shows', () => {
  it('of a chat: the bar, the last card sent, the orders beside it, what people wrote last', () => {
    const items: ItemFact[] = [
      { title: '条' },
      { title: '先发的', sent: true },
      { title: '后发的', sent: true },
    ];
    const shown = itemsShown(
      chat({
        items,
        orders: [order('1', [{ title: '买的', sku: '黑', code: 'A1' }])],
        messages: [said('buyer', 'RST182 有吗'), said('agent', '包之恋955 也有')],
      }),
      [order('9', [{ title: '列表里的' }])],
      undefined,
    );
    expect(shown).toEqual([
      { title: '条' },
      { title: '后发的' },
      { title: '先发的' },
      { title: '买的', sku: '黑', code: 'A1' },
      { text: '包之恋955 也有' },
      { text: 'RST182 有吗' },
    ]);
  });

  it.each(['在吗', '什么时候发货呀', '好的谢谢', '便宜 5 块吧'])('no question is asked about %s', (text) => {
    expect(itemsShown(chat({ messages: [said('buyer', text)] }), [], undefined)).toEqual([]);
  });

  it('what robots and the platform write is not looked through', () => {
    const messages = [said('bot', 'RST182'), said('system', 'RST183')];
    expect(itemsShown(chat({ messages }), [], undefined)).toEqual([]);
  });

  it('of a list: the row pointed at, else the first rows; the same item once', () => {
    const rows = [
      order('1', [{ title: '甲' }]),
      order('2', [{ title: '甲' }, { code: 'B' }]),
      order('3', [{ quantity: 2 }]),
    ];
    expect(itemsShown(undefined, rows, undefined)).toEqual([{ title: '甲' }, { code: 'B' }]);
    expect(itemsShown(undefined, rows, '2')).toEqual([{ title: '甲' }, { code: 'B' }]);
    expect(itemsShown(undefined, rows, '1')).toEqual([{ title: '甲' }]);
    expect(itemsShown(undefined, rows, '3')).toEqual([]);
    expect(itemsShown(undefined, rows, 'gone')).toEqual([{ title: '甲' }, { code: 'B' }]);
  });
});

test('the row pointed at is the one the pointer rests on, with the table rows that belong to it', () => {
  vi.useFakeTimers();
  document.body.innerHTML =
    '<table><tbody><tr id="a"></tr><tr id="a2"><td></td></tr><tr id="b"></tr><tr id="b2"></tr></tbody></table><p></p>';
  const at = (selector: string): Element => document.querySelector(selector) as Element;
  const rows = [order('a', [], at('#a')), order('b', [], at('#b'))];
  const changed = vi.fn();
  const stop = new AbortController();
  const pointed = followPointed(document, () => rows, stop.signal, changed);
  const point = (selector: string): void => {
    at(selector).dispatchEvent(new Event('pointerover', { bubbles: true }));
    vi.advanceTimersByTime(200);
  };
  for (const [selector, key] of [
    ['#b', 'b'],
    ['#a2 td', 'a'],
    ['#b2', 'b'],
    ['p', 'b'],
  ] as const) {
    point(selector);
    expect(pointed.key()).toBe(key);
  }
  expect(changed).toHaveBeenCalledTimes(3);
  stop.abort();
  point('#a');
  expect(pointed.key()).toBe('b');
  vi.useRealTimers();
});

describe('tabs of items', () => {
  const card = (id: string): CardView => ({ id, name: `卡${id}`, codes: [], facts: [] });

  it('each card once, a message only where it told a card, items without a card last', () => {
    const view = cardsView(
      [{ title: '没卡的' }, { code: 'A' }, { text: 'A 有吗' }, { text: '编号 B12' }, { text: '没有' }],
      [
        { cards: [] },
        { by: 'code', sign: 'a', cards: [card('1')] },
        { by: 'code', sign: 'a', cards: [card('1')] },
        { by: 'code', sign: 'b12', cards: [card('2')] },
        { cards: [] },
      ],
    );
    expect(view.items.map(({ label, key, draft }) => [label, key, draft])).toEqual([
      ['卡1', '1', { code: 'A' }],
      ['卡2', '2', {}],
      ['没卡的', '没卡的', { name: '没卡的' }],
    ]);
  });
});
