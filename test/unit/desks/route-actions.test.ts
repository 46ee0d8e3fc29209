import { describe, expect, it, vi } from 'vitest';
import type { DockActions } from '../../../components/dock/model.ts';
import type { FrameView, ShownKind } from '../../../content/desks/frame-view.ts';
import { type FrameRoutes, routeActions } from '../../../content/desks/route-actions.ts';

/** Every action is done where the thing stands: once, and nowhere else. */
const view = (parts: Partial<FrameView> = {}): FrameView => ({
  health: [],
  hasEditor: false,
  since: {},
  obstacles: [],
  ...parts,
});

function routed(
  leads: Partial<Record<ShownKind, number>>,
  editor: number | undefined,
  frames = new Map<number, FrameView>(),
) {
  const here = new Proxy({} as Record<string, ReturnType<typeof vi.fn>>, {
    get: (made, name: string) => (made[name] ??= vi.fn()),
    ownKeys: () => [],
  });
  const send = vi.fn<FrameRoutes['send']>();
  const insertIn = vi.fn<FrameRoutes['insertIn']>();
  const forget = vi.fn<FrameRoutes['forget']>();
  const actions = routeActions(here as unknown as DockActions, {
    lead: (kind) => leads[kind],
    editorIn: () => editor,
    frames,
    ownHealth: () => [],
    offers: () => undefined,
    wrote: () => editor,
    checked: () => undefined,
    send,
    insertIn,
    held: () => ({ held: 'Enter' }),
    forget,
  });
  return { actions, here, send, insertIn, forget };
}

const request = { way: 'target', value: '10' } as const;
const cases: [string, (actions: DockActions) => void, ShownKind, object][] = [
  ['jumpToOrder', (actions) => actions.jumpToOrder('k'), 'orders', { do: 'jump', key: 'k' }],
  ['jumpToReview', (actions) => actions.jumpToReview('k'), 'reviews', { do: 'jump', key: 'k' }],
  ['redraftReview', (actions) => actions.redraftReview('k'), 'reviews', { do: 'redraft', key: 'k' }],
  [
    'previewPrice',
    (actions) => actions.previewPrice(request),
    'price',
    { do: 'preview-price', request, held: 'Enter' },
  ],
  [
    'fillPrice',
    (actions) => actions.fillPrice(request),
    'price',
    { do: 'fill-price', request, held: 'Enter' },
  ],
];

describe('an action of the dock', () => {
  it.each(cases)('%s is done in the frame that leads its kind', (name, act, kind, sent) => {
    const { actions, here, send } = routed({ [kind]: 7 }, undefined);
    act(actions);
    expect(send.mock.calls).toEqual([[7, sent]]);
    expect(here[name]).not.toHaveBeenCalled();
  });

  it.each(cases)('%s is done in the top page where no frame leads', (name, act) => {
    const { actions, here, send } = routed({}, undefined);
    act(actions);
    expect(here[name]).toHaveBeenCalledOnce();
    expect(send).not.toHaveBeenCalled();
  });

  it('that writes goes where the agent last wrote, whatever leads', () => {
    const { actions, here, send, insertIn } = routed({ reviews: 4 }, 9);
    actions.insertPhrase('p1');
    actions.fillReview('r1', '谢谢');
    actions.insertText('材质：牛皮');
    expect(insertIn.mock.calls).toEqual([[9, 'p1']]);
    expect(send.mock.calls).toEqual([
      [9, { do: 'fill-review', key: 'r1', text: '谢谢', held: 'Enter' }],
      [9, { do: 'insert-text', text: '材质：牛皮', held: 'Enter' }],
    ]);
    expect(here.insertPhrase).not.toHaveBeenCalled();
    const own = routed({ chat: 3 }, undefined);
    own.actions.insertPhrase('p1');
    own.actions.fillReview('r1', '谢谢');
    own.actions.insertText('材质：牛皮');
    expect(own.here.insertText).toHaveBeenCalledExactlyOnceWith('材质：牛皮');
    expect(own.here.insertPhrase).toHaveBeenCalledExactlyOnceWith('p1');
    expect(own.here.fillReview).toHaveBeenCalledExactlyOnceWith('r1', '谢谢');
  });

  it('that puts a number into the page goes to the frame the agent last wrote in, which tells how it ended', async () => {
    const number = { text: '18.32', way: '减掉 商品 1' };
    const framed = routed({ chat: 3 }, 9);
    expect(await framed.actions.putNumber(number)).toBe('sent');
    expect(framed.send.mock.calls).toEqual([[9, { do: 'put-number', number, held: 'Enter' }]]);
    expect(framed.here.putNumber).not.toHaveBeenCalled();
    const own = routed({ chat: 3 }, undefined);
    await own.actions.putNumber(number);
    expect(own.here.putNumber).toHaveBeenCalledExactlyOnceWith(number);
    expect(own.send).not.toHaveBeenCalled();
  });

  it('that copies order numbers finds those of flags, of merges and of the list in what the frame published, in the order asked for', () => {
    const orders = {
      rows: 2,
      counts: [{ flag: 'remote', label: {}, level: 'warn', orders: [{ key: 'a', orderId: '100' }] }],
      merges: [{ group: 'g', orders: [{ key: 'b', orderId: '200' }], reasonsFor: [], reasonsAgainst: [] }],
      list: [{ order: { key: 'c', orderId: '300' }, flags: [] }],
      table: { name: '', example: true },
    } as unknown as NonNullable<FrameView['orders']>;
    const { actions, here } = routed({ orders: 7 }, undefined, new Map([[7, view({ orders })]]));
    actions.copyOrderNumbers(['c', 'a', 'b']);
    expect(here.copy).toHaveBeenCalledExactlyOnceWith('300\n100\n200');
  });

  it('that opens a conversation asks every frame with a chat, and the top page', () => {
    const frames = new Map([
      [3, view({ since: { chat: 1 } })],
      [4, view({ since: { orders: 1 } })],
      [5, view({ since: { chat: 2 } })],
    ]);
    const { actions, here, send } = routed({ chat: 3 }, undefined, frames);
    actions.openConversation({ key: 'k' } as never);
    expect(send.mock.calls.map(([frameId]) => frameId)).toEqual([3, 5]);
    expect(here.openConversation).toHaveBeenCalledOnce();
  });

  it('that writes, or dismisses, takes away what was told of the last attempt, in whichever frame that was', () => {
    const { actions, forget } = routed({ chat: 3 }, 9);
    actions.insertPhrase('p1');
    actions.fillReview('r1', '谢谢');
    actions.dismissNotice();
    expect(forget).toHaveBeenCalledTimes(3);
  });
});
