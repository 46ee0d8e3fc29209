// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createChatReader } from '../../../content/desks/chat-events.ts';
import type { ChatFact, ConversationFact, MessageFact, Side } from '../../../content/site-map/facts.ts';

const NOW = Date.UTC(2026, 10, 22, 3, 0, 0);

const message = (side: Side, text: string, extra: { id?: string; t?: number } = {}): MessageFact => ({
  side,
  text,
  element: document.createElement('li'),
  ...(extra.id !== undefined && { id: extra.id }),
  ...(extra.t !== undefined && { time: { ms: extra.t, precision: 's' } }),
});
const chat = (
  key: string | undefined,
  messages: MessageFact[],
  conversations: ConversationFact[] = [],
): ChatFact => ({
  kind: 'chat',
  ...(key !== undefined && { conversationKey: key }),
  conversations,
  messages,
  orders: [],
});
const row = (key: string, change: Partial<ConversationFact> = {}): ConversationFact => ({
  key,
  name: key,
  active: false,
  element: document.createElement('div'),
  ...change,
});
const reader = () => createChatReader({ platform: 'pdd', shop: () => 'shop-1' });

describe('what a chat page shows becomes events', () => {
  it('in the order the page shows them, also inside one second and when they come one by one', () => {
    const page = reader();
    const seqs = (messages: MessageFact[]) =>
      page.events(chat('b1', messages), NOW + 60_000).map(({ id, seq }) => [id, seq]);
    const [asked, answered, asks] = [
      message('buyer', '在吗', { id: 'm1', t: NOW - 1_000 }),
      message('agent', '在的', { id: 'm2', t: NOW }),
      message('buyer', '多少钱', { id: 'm3', t: NOW }),
    ];
    expect(seqs([asked, answered])).toEqual([
      ['m1', undefined],
      ['m2', undefined],
    ]);
    expect(seqs([asked, answered, asks])).toEqual([['m3', 1]]);
    // The list let go of the older ones and loaded one more of the same second.
    expect(seqs([asks, message('agent', '99', { id: 'm4', t: NOW })])).toEqual([['m4', 2]]);
  });

  it('with the page’s own time, id and side, and no text; who of the colleagues wrote is not guessed', () => {
    const events = reader().events(
      chat('b1', [
        message('buyer', '在吗', { id: 'm1', t: NOW - 9_000 }),
        message('agent', '在的亲', { id: 'm2', t: NOW }),
      ]),
      NOW + 60_000,
    );
    expect(events).toEqual([
      {
        id: 'm1',
        t: NOW - 9_000,
        platform: 'pdd',
        shop: 'shop-1',
        buyer: 'b1',
        type: 'buyer',
        origin: 'page',
        precision: 's',
        length: 2,
      },
      {
        id: 'm2',
        t: NOW,
        platform: 'pdd',
        shop: 'shop-1',
        buyer: 'b1',
        type: 'human',
        origin: 'page',
        precision: 's',
        length: 3,
      },
    ]);
    expect(JSON.stringify(events)).not.toContain('在吗');
  });

  it('under the buyer they were written to, while a conversation is opened before its messages come', () => {
    const chatReader = reader();
    const old = [message('buyer', '在吗', { t: NOW }), message('agent', '在的', { t: NOW + 1_000 })];
    expect(chatReader.events(chat('b1', old), NOW)).toHaveLength(2);
    // The header says b2 already; the rows are still those of b1.
    expect(chatReader.events(chat('b2', old), NOW)).toEqual([]);
    const own = [message('buyer', '多久到', { t: NOW + 2_000 })];
    expect(chatReader.events(chat('b2', own), NOW).map((event) => event.buyer)).toEqual(['b2']);
    expect(chatReader.events(chat('b1', old), NOW)).toEqual([]);
  });

  it('as a new message where the page fills a row with other words', () => {
    const chatReader = reader();
    const [first] = [message('buyer', '在吗', { t: NOW })];
    if (!first) throw new Error('no message');
    chatReader.events(chat('b1', [first]), NOW);
    const recycled: MessageFact = { ...first, text: '多久到' };
    expect(chatReader.events(chat('b2', [recycled]), NOW).map((event) => event.buyer)).toEqual(['b2']);
  });

  it('once its side is known: a message whose writer shows later is neither lost nor handed out twice', () => {
    const chatReader = reader();
    const written = (nick: string, text: string, side?: Side): MessageFact => ({
      ...message('buyer', text, { t: NOW }),
      side,
      nick,
    });
    const before = chat('b1', [
      written('阿布', '在吗', 'buyer'),
      written('小禾', '在的'),
      written('阿布', '好', 'buyer'),
    ]);
    const after = chat('b1', [
      written('阿布', '在吗', 'buyer'),
      written('小禾', '在的', 'agent'),
      written('阿布', '好', 'buyer'),
    ]);
    expect(chatReader.events(before, NOW).map((event) => event.type)).toEqual(['buyer', 'buyer']);
    expect(chatReader.events(after, NOW).map((event) => event.type)).toEqual(['human']);
    expect(chatReader.events(after, NOW)).toEqual([]);
  });

  it('once, however often the page is read', () => {
    const chatReader = reader();
    const fact = chat('b1', [message('buyer', '在吗', { id: 'm1', t: NOW })]);
    expect(chatReader.events(fact, NOW)).toHaveLength(1);
    expect(chatReader.events(fact, NOW + 1_000)).toEqual([]);
  });

  it('robots as auto, notices as system, and a side that cannot be read not at all', () => {
    const unknown: MessageFact = {
      side: undefined,
      element: document.createElement('li'),
      time: { ms: NOW, precision: 's' },
    };
    const events = reader().events(
      chat('b1', [
        message('bot', '您好', { id: 'm1', t: NOW }),
        message('system', '提示', { id: 'm2', t: NOW }),
        unknown,
      ]),
      NOW,
    );
    expect(events.map((event) => event.type)).toEqual(['auto', 'system']);
  });

  it('not at all while nobody can tell whose conversation it is', () => {
    expect(reader().events(chat(undefined, [message('buyer', '在吗', { id: 'm1', t: NOW })]), NOW)).toEqual(
      [],
    );
  });

  it('never under the next buyer’s name while the list is still the last buyer’s', () => {
    const chatReader = reader();
    const old = [message('buyer', '在吗', { id: 'm1', t: NOW })];
    chatReader.events(chat('b1', old), NOW);
    expect(chatReader.events(chat('b2', old), NOW)).toEqual([]);
    const fresh = [message('buyer', '你好', { id: 'm9', t: NOW })];
    expect(chatReader.events(chat('b2', fresh), NOW)).toMatchObject([{ id: 'm9', buyer: 'b2' }]);
  });
});

describe('messages without a time', () => {
  it('that stood there when the page opened are not given one', () => {
    expect(reader().events(chat('b1', [message('buyer', '在吗')]), NOW)).toEqual([]);
  });

  it('that arrive while we watch take the observed second', () => {
    const chatReader = reader();
    const first = message('buyer', '在吗');
    chatReader.events(chat('b1', [first]), NOW);
    expect(chatReader.events(chat('b1', [first, message('buyer', '发货了吗')]), NOW + 5_000)).toMatchObject([
      { t: NOW + 5_000, type: 'buyer', precision: 's' },
    ]);
  });

  it('that come from scrolling up are history, not arrivals', () => {
    const chatReader = reader();
    const last = message('buyer', '在吗');
    chatReader.events(chat('b1', [last]), NOW);
    expect(chatReader.events(chat('b1', [message('agent', '昨天的话'), last]), NOW + 5_000)).toEqual([]);
  });

  it('keep one identity in two tabs, also when rows are rendered anew', () => {
    const texts: [Side, string][] = [
      ['buyer', '在吗'],
      ['agent', '在的'],
      ['buyer', '好'],
    ];
    const ids = [0, 1].map(() => {
      const chatReader = reader();
      chatReader.events(
        chat(
          'b1',
          texts.slice(0, 2).map(([side, text]) => message(side, text)),
        ),
        NOW,
      );
      return chatReader
        .events(
          chat(
            'b1',
            texts.map(([side, text]) => message(side, text)),
          ),
          NOW,
        )
        .map((event) => event.id);
    });
    expect(ids[0]).toHaveLength(1);
    expect(ids[0]).toEqual(ids[1]);
  });
});

describe('the conversation list', () => {
  it('tells of a wait by its unread mark and the time it shows', () => {
    const hints = reader().hints(
      chat(
        'b1',
        [],
        [row('b2', { unread: 2, preview: '在吗', time: { ms: NOW - 60_000, precision: 'min' } })],
      ),
      NOW,
    );
    expect(hints).toMatchObject([{ buyer: 'b2', nick: 'b2', since: NOW - 60_000, precision: 'min' }]);
  });

  it('tells of a wait when a preview changes while we watch, from that second', () => {
    const chatReader = reader();
    chatReader.hints(chat('b1', [], [row('b2', { preview: '好的' })]), NOW);
    expect(chatReader.hints(chat('b1', [], [row('b2', { preview: '还在吗' })]), NOW + 3_000)).toMatchObject([
      { buyer: 'b2', since: NOW + 3_000, precision: 's' },
    ]);
    // Still the same wait at the next look, not a younger one.
    expect(chatReader.hints(chat('b1', [], [row('b2', { preview: '还在吗' })]), NOW + 9_000)).toMatchObject([
      { since: NOW + 3_000 },
    ]);
  });

  it('says nothing of rows that merely stand there, of the open one, or of one shown as read', () => {
    const rows = [
      row('b2', { preview: '好的' }),
      row('b1', { unread: 1, active: true }),
      row('b3', { unread: 0 }),
    ];
    expect(reader().hints(chat('b1', [], rows), NOW)).toEqual([]);
  });

  it('counts a buyer shown in several groups once', () => {
    const wait = { unread: 1, preview: '在吗', time: { ms: NOW, precision: 'min' as const } };
    expect(reader().hints(chat('b1', [], [row('b2', wait), row('b2', wait)]), NOW)).toHaveLength(1);
  });
});
