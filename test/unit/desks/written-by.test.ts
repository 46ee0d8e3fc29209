// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createChatReader } from '../../../content/desks/chat-events.ts';
import { writtenBy } from '../../../content/desks/written-by.ts';
import type { ChatFact, MessageFact, Side } from '../../../content/site-map/facts.ts';

const NOW = Date.UTC(2026, 10, 22, 3, 0, 0);
const message = (side: Side | undefined, nick?: string): MessageFact => ({
  side,
  text: '在的',
  time: { ms: NOW, precision: 's' },
  element: document.createElement('li'),
  ...(nick !== undefined && { nick }),
});
const chat = (names: { account?: string; buyer?: string } = {}, messages: MessageFact[] = []): ChatFact => ({
  kind: 'chat',
  conversationKey: 'b1',
  conversations: [],
  messages,
  orders: [],
  ...names,
});

describe('the account that wrote a message', () => {
  it.each<[string, MessageFact, { account?: string; buyer?: string }, string | undefined]>([
    ['is the name the message bears', message('agent', '小店客服01'), {}, '小店客服01'],
    ['is a colleague where the message names one', message('agent', '小李'), { account: '小禾' }, '小李'],
    ['is the one signed in where the page says 我', message('agent', '我'), { account: '小禾' }, '小禾'],
    ['is not known where the page says 我 and names no account', message('agent', '我'), {}, undefined],
    [
      'is not known of a message without a name, which may be a colleague’s',
      message('agent'),
      { account: '小禾' },
      undefined,
    ],
    ['is not known by a masked name', message('agent', '小**'), {}, undefined],
    [
      'is not the buyer, whose name the page puts over every message',
      message('agent', '阿布'),
      { buyer: '阿布' },
      undefined,
    ],
    [
      'is the account that has the buyer’s name',
      message('agent', '阿布'),
      { buyer: '阿布', account: '阿布' },
      '阿布',
    ],
    ['is none for the buyer', message('buyer', '阿布'), {}, undefined],
    ['is none for a robot', message('bot', '小店客服01'), {}, undefined],
    ['is none where the side is not known', message(undefined, '小店客服01'), {}, undefined],
    ['is none for a name no account has', message('agent', '名'.repeat(61)), {}, undefined],
  ])('%s', (_, written, names, agent) => {
    expect(writtenBy(written, chat(names))).toBe(agent);
  });

  it('goes with the event, and only with the shop’s', () => {
    const reader = createChatReader({ platform: 'jd', shop: () => 's' });
    const events = reader.events(
      chat({}, [message('buyer', '阿布'), message('agent', ' 小店 客服01 ')]),
      NOW,
    );
    expect(events.map(({ type, agent }) => [type, agent])).toEqual([
      ['buyer', undefined],
      ['human', '小店 客服01'],
    ]);
    expect(events[0]).not.toHaveProperty('agent');
  });
});
