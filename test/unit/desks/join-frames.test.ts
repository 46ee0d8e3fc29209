import { describe, expect, it } from 'vitest';
import type { DockModel, HealthLine } from '../../../components/dock/model.ts';
import type { FrameView } from '../../../content/desks/frame-view.ts';
import { joinFrames, TOP } from '../../../content/desks/join-frames.ts';
import { say } from '../../../rules/language/local-text.ts';

/** Which frame the dock speaks of, and what of all frames it shows. */
const view = (parts: Partial<FrameView> = {}): FrameView => ({
  health: [],
  hasEditor: false,
  since: {},
  obstacles: [],
  ...parts,
});
const page = (level: 'high' | 'medium' | 'low' | 'user', name = '市场'): NonNullable<DockModel['page']> => ({
  mapName: say(name, name),
  level,
  seen: '2026-11',
});
const line = (kind: HealthLine['page'], field = 'orderId'): HealthLine => ({
  level: 'broken',
  page: kind,
  kind: say('页', 'page'),
  field,
  fieldName: say(field, field),
  text: say(`读不到 ${field}`, `no ${field}`),
});
const orders = (rows: number): NonNullable<DockModel['orders']> => ({
  rows,
  counts: [],
  list: [],
  merges: [],
  table: { name: '表', example: true },
});
const chat = (parts: Partial<FrameView> = {}): FrameView =>
  view({ hasEditor: true, openConversation: 'other|s|b', since: { chat: 10 }, ...parts });

/** The same answer whatever order the frames were heard in. */
function join(frames: [number, FrameView][]): ReturnType<typeof joinFrames> {
  const joined = joinFrames(new Map(frames));
  expect(joinFrames(new Map([...frames].reverse()))).toEqual(joined);
  return joined;
}

describe('the frame the dock speaks of', () => {
  it.each<[string, [number, FrameView][], ReturnType<typeof joinFrames>['leads']]>([
    ['nothing stands anywhere', [[TOP, view()]], {}],
    [
      'the one that has it',
      [
        [TOP, view()],
        [4, chat()],
      ],
      { chat: 4 },
    ],
    [
      'of two chats the one with an open conversation',
      [
        [2, view({ hasEditor: true, since: { chat: 10 } })],
        [5, chat()],
      ],
      { chat: 5 },
    ],
    [
      'a chat one can write in, before one that only lists',
      [
        [2, chat({ hasEditor: false, since: { chat: 99 } })],
        [5, chat()],
      ],
      { chat: 5 },
    ],
    [
      'the chat the agent wrote in, before a newer one',
      [
        [2, chat({ wroteAt: 7 })],
        [5, chat({ since: { chat: 99 } })],
      ],
      { chat: 2 },
    ],
    [
      'the chat the agent wrote in last',
      [
        [2, chat({ wroteAt: 7 })],
        [5, chat({ wroteAt: 8 })],
      ],
      { chat: 5 },
    ],
    [
      'of equal chats the newest',
      [
        [2, chat()],
        [5, chat({ since: { chat: 11 } })],
      ],
      { chat: 5 },
    ],
    [
      'of chats that came together the lower frame',
      [
        [5, chat()],
        [2, chat()],
      ],
      { chat: 2 },
    ],
    [
      'the orders that came up last, over those of the top page',
      [
        [TOP, view({ since: { orders: 3 } })],
        [9, view({ since: { orders: 4 } })],
      ],
      { orders: 9 },
    ],
    [
      'the orders of the top page, when they came last',
      [
        [TOP, view({ since: { orders: 5 } })],
        [9, view({ since: { orders: 4 } })],
      ],
      { orders: TOP },
    ],
    [
      'each kind by itself',
      [
        [3, chat()],
        [4, view({ since: { orders: 1, price: 1 } })],
        [6, view({ since: { price: 2 } })],
      ],
      { chat: 3, orders: 4, price: 6 },
    ],
  ])('is %s', (_, frames, leads) => {
    expect(join(frames).leads).toEqual(leads);
  });

  it('shows what that frame shows', () => {
    const { shown } = join([
      [3, view({ since: { orders: 1 }, orders: orders(5) })],
      [4, view({ since: { orders: 2 }, orders: orders(7) })],
      [5, chat({ openConversation: 'other|s|x' })],
    ]);
    expect(shown.orders?.rows).toBe(7);
    expect(shown.openConversation).toBe('other|s|x');
    expect(shown.hasEditor).toBe(true);
  });

  it('is, for a text to insert, the one the agent last wrote in, whatever is read there', () => {
    expect(
      join([
        [TOP, view({ wroteAt: 3 })],
        [4, view({ wroteAt: 5 })],
        [5, chat()],
      ]).wrote,
    ).toBe(4);
    expect(
      join([
        [TOP, view({ wroteAt: 6 })],
        [4, view({ wroteAt: 5 })],
      ]).wrote,
    ).toBe(TOP);
    expect(
      join([
        [TOP, view()],
        [5, chat()],
      ]).wrote,
    ).toBeUndefined();
  });
});

describe('the health lines', () => {
  it('are those of all frames, each once', () => {
    const { shown } = join([
      [TOP, view({ health: [line('chat', 'editor')] })],
      [3, view({ health: [line('orders')] })],
      [4, view({ health: [line('orders'), line('reviews', 'text')] })],
    ]);
    expect(shown.health.map((one) => `${one.page} ${one.field}`)).toEqual([
      'chat editor',
      'orders orderId',
      'reviews text',
    ]);
  });

  it('say nothing of a kind that another frame reads, but do where the reading frame itself is at fault', () => {
    const reads = view({ since: { orders: 1 }, orders: orders(2), health: [line('orders', 'phone')] });
    const { shown } = join([
      [TOP, view({ health: [line('orders', 'root')] })],
      [3, reads],
    ]);
    expect(shown.health.map((one) => one.field)).toEqual(['phone']);
  });
});

describe('the items shown', () => {
  const list = view({ since: { orders: 5 }, orders: orders(1), items: [{ title: '列表' }] });

  it('are those of the chat, and of the list where the chat speaks of none', () => {
    expect(
      join([
        [2, chat({ items: [{ title: '聊天' }] })],
        [3, list],
      ]).shown.items,
    ).toEqual([{ title: '聊天' }]);
    expect(
      join([
        [2, chat()],
        [3, list],
      ]).shown.items,
    ).toEqual([{ title: '列表' }]);
    expect(join([[2, chat()]]).shown.items).toBeUndefined();
  });
});

describe('the evidence shown', () => {
  it.each<[string, [number, FrameView][], string | undefined]>([
    ['none where nothing says', [[TOP, view()]], undefined],
    [
      'that of the frame that is read',
      [
        [TOP, view()],
        [3, view({ since: { chat: 1 }, page: page('low') })],
      ],
      '市场 low',
    ],
    [
      "the top page's map, as well known as the least known of the pages read",
      [
        [TOP, view({ since: { orders: 1 }, page: page('high', '上') })],
        [3, view({ since: { chat: 1 }, page: page('medium', '下') })],
      ],
      '上 medium',
    ],
  ])('is %s', (_, frames, expected) => {
    const shown = join(frames).shown.page;
    expect(shown && `${shown.mapName['zh-CN']} ${shown.level}`).toBe(expected);
  });
});
