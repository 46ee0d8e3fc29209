// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { DockActions, WordingView } from '../../../components/dock/model.ts';
import type { FrameView } from '../../../content/desks/frame-view.ts';
import { insertChecked } from '../../../content/desks/insert-phrase.ts';
import { joinFrames, TOP } from '../../../content/desks/join-frames.ts';
import { routeActions } from '../../../content/desks/route-actions.ts';
import { editorChannel } from '../../../content/desks/wording-desk.ts';
import { watchWording } from '../../../content/desks/wording-watch.ts';
import type { PageFact } from '../../../content/site-map/facts.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import type { ShopWording } from '../../../rules/wording/index.ts';

const wording = exampleShop.wording;
const element = (html: string): HTMLElement => {
  document.body.innerHTML = html;
  const found = document.body.querySelector<HTMLElement>('[id=e]');
  if (!found) throw new Error('no editor');
  return found;
};
const chat = (editor?: Element): PageFact =>
  ({ kind: 'chat', conversations: [], messages: [], ...(editor && { editor }) }) as unknown as PageFact;
const reviews = (replyEditor?: Element): PageFact =>
  ({ kind: 'reviews', rows: [], ...(replyEditor && { replyEditor }) }) as unknown as PageFact;

describe('who reads what is written', () => {
  test('the chat’s own editor, and the box a wrapper holds', () => {
    const editor = element('<div id="w"><textarea id="e"></textarea></div>');
    expect(editorChannel(editor, [chat(editor)])).toBe('chat');
    expect(editorChannel(editor, [chat(document.getElementById('w') ?? undefined)])).toBe('chat');
  });

  test('another box beside the chat’s editor is nobody’s business: a memo, a search', () => {
    const editor = element('<textarea id="e"></textarea><textarea id="chat"></textarea>');
    expect(editorChannel(editor, [chat(document.getElementById('chat') ?? undefined)])).toBeUndefined();
    expect(editorChannel(element('<input id="e">'), [chat(), reviews()])).toBeUndefined();
  });

  test('a box on a page of reviews is a public reply, also where the map does not name it', () => {
    const editor = element('<textarea id="e"></textarea>');
    expect(editorChannel(editor, [reviews()])).toBe('reply');
    expect(editorChannel(editor, [reviews(editor), chat()])).toBe('reply');
    expect(editorChannel(editor, [])).toBeUndefined();
    expect(editorChannel(editor, [chat()])).toBe('chat');
  });
});

describe('watching an editor', () => {
  let frames: FrameRequestCallback[];
  beforeEach(() => {
    frames = [];
    vi.spyOn(window, 'requestAnimationFrame').mockImplementation((run) => frames.push(run));
    (window as { requestIdleCallback?: unknown }).requestIdleCallback = (run: () => void) => run();
    return () => vi.restoreAllMocks();
  });

  function watch() {
    const editor = element('<textarea id="e"></textarea>') as HTMLTextAreaElement;
    const shows: (WordingView | undefined)[] = [];
    const over = new AbortController();
    let shop: ShopWording = wording;
    const desk = watchWording({
      document,
      editors: {
        current: () => ({ element: editor, selection: undefined }),
        restore: async () => true,
        isInside: () => true,
        reaches: () => true,
        eachDocument: (visit) => visit(document),
        onChange: () => undefined,
      },
      platform: 'pdd',
      pageEditor: () => undefined,
      channelOf: () => 'chat',
      wording: () => shop,
      show: (view) => shows.push(view),
      tell: () => undefined,
      signal: over.signal,
    });
    const drawn = (): void => {
      for (const run of frames.splice(0)) run(0);
    };
    const type = (value: string, init: InputEventInit = {}): void => {
      editor.value = value;
      editor.dispatchEvent(new InputEvent('input', { bubbles: true, ...init }));
    };
    return { editor, shows, over, desk, drawn, type, release: (next: ShopWording) => (shop = next) };
  }

  test('nothing is read inside the page’s own event, and many keys of one frame are one look', () => {
    const { shows, drawn, type, over } = watch();
    type('保');
    type('保证');
    expect(shows).toEqual([]);
    expect(frames).toHaveLength(1);
    drawn();
    expect(shows).toHaveLength(1);
    expect(shows[0]?.hits.map(({ word }) => word)).toEqual(['保证']);
    over.abort();
  });

  test('the same text is not checked again, an empty one takes the section away', () => {
    const { shows, drawn, type, over } = watch();
    type('保证');
    drawn();
    type('保证');
    drawn();
    expect(shows).toHaveLength(1);
    type('');
    drawn();
    expect(shows).toEqual([expect.anything(), undefined]);
    over.abort();
  });

  test('a key that changes nothing about the hits draws nothing', () => {
    const { shows, drawn, type, over } = watch();
    type('保证今天下午就给您发');
    drawn();
    type('保证今天下午就给您发货');
    drawn();
    expect(shows).toHaveLength(1);
    over.abort();
  });

  test('a key of a composition asks for nothing', () => {
    const { type, over } = watch();
    type('保证', { isComposing: true });
    expect(frames).toHaveLength(0);
    over.abort();
  });

  test('what the shop releases is marked no more, without another key', () => {
    const { shows, drawn, type, desk, release, over } = watch();
    type('顶级');
    drawn();
    release({ ...wording, exceptions: [{ id: 'x', at: 1, word: '顶级' }] });
    desk.look();
    drawn();
    expect(shows).toEqual([expect.anything(), undefined]);
    over.abort();
  });

  test('after the end nothing is looked at', () => {
    const { shows, drawn, type, over } = watch();
    over.abort();
    type('保证');
    drawn();
    expect(shows).toEqual([]);
  });
});

describe('in frames', () => {
  const view = (parts: Partial<FrameView> = {}): FrameView => ({
    health: [],
    hasEditor: true,
    since: {},
    obstacles: [],
    ...parts,
  });
  const hits = (word: string): WordingView => ({
    channel: 'chat',
    hits: [
      {
        id: word,
        level: 'stop',
        category: 'abuse',
        before: '',
        word,
        after: '',
        reason: { 'zh-CN': '', en: '' },
        source: '',
      },
    ],
    more: 0,
  });

  test('of several drafts with hits the one the agent was last in is shown', () => {
    const joined = joinFrames(
      new Map([
        [TOP, view({ wording: hits('a'), wroteAt: 5 })],
        [3, view({ wording: hits('b'), wroteAt: 9 })],
        [4, view({ wroteAt: 20 })],
      ]),
    );
    expect(joined.shown.wording).toEqual(hits('b'));
    expect(joined.checked).toBe(3);
    expect(joinFrames(new Map([[TOP, view()]])).checked).toBeUndefined();
  });

  test('what is done about a hit is done in its frame', () => {
    const here = { replaceWord: vi.fn(), releaseWord: vi.fn(), showWord: vi.fn() };
    const send = vi.fn();
    const routes = (frame: number | undefined) =>
      routeActions(here as unknown as DockActions, {
        lead: () => undefined,
        editorIn: () => undefined,
        frames: new Map(),
        ownHealth: () => [],
        offers: () => undefined,
        wrote: () => undefined,
        checked: () => frame,
        send,
        insertIn: vi.fn(),
        held: () => ({}),
        forget: vi.fn(),
      });
    routes(3).replaceWord('a');
    routes(3).releaseWord('a');
    routes(3).showWord('a');
    expect(send.mock.calls).toEqual([
      [3, { do: 'replace-word', id: 'a' }],
      [3, { do: 'release-word', id: 'a' }],
      [3, { do: 'show-word', id: 'a' }],
    ]);
    expect(here.replaceWord).not.toHaveBeenCalled();
    routes(undefined).replaceWord('b');
    expect(here.replaceWord).toHaveBeenCalledWith('b');
  });
});

describe('a phrase on its way into the editor', () => {
  const give = (text: string, shop: ShopWording, confirmed = false) =>
    insertChecked(text, {
      editor: undefined,
      platform: 'pdd',
      wording: shop,
      confirmed: () => confirmed,
      signal: new AbortController().signal,
    });

  test('stop words of the shop hold it back until it is asked for again', async () => {
    const words = [{ id: 'w', word: '亲亲', level: 'stop' as const }];
    const shop = { ...wording, words };
    expect(await give('亲亲在吗', shop)).toMatchObject({ ok: false, heldBack: '亲亲在吗' });
    expect(await give('亲亲在吗', shop, true)).not.toHaveProperty('heldBack');
    expect(await give('亲亲在吗', wording)).not.toHaveProperty('heldBack');
  });

  test('what the shop released goes through', async () => {
    expect(await give('加我微信', wording)).toHaveProperty('heldBack');
    const exceptions = [{ id: 'e', at: 1, word: '加我微信' }];
    expect(await give('加我微信', { ...wording, exceptions })).not.toHaveProperty('heldBack');
  });
});
