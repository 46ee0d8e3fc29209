import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createRefusalWatch } from '../../../content/desks/refusal-watch.ts';
import type { ChatFact, MessageFact } from '../../../content/site-map/facts.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { refusalsStore, withRefusal } from '../../../storage/refusals.ts';
import { envelope } from '../../../storage/store.ts';

const sent = vi.hoisted(() => vi.fn(async (_contract: unknown, _input: unknown) => ({})));
vi.mock('../../../storage/messages/send.ts', () => ({ sendRequest: sent }));

beforeEach(() => {
  sent.mockClear();
  fakeBrowser.reset();
});

const message = (text: string, ms: number | undefined, side: MessageFact['side'] = 'buyer'): MessageFact =>
  ({ side, text, ...(ms !== undefined && { time: { ms, precision: 's' } }) }) as MessageFact;
const chat = (messages: MessageFact[], patch: Partial<ChatFact> = {}): ChatFact => ({
  kind: 'chat',
  conversationKey: 'c-1',
  buyer: '小云',
  conversations: [],
  orders: [],
  messages,
  ...patch,
});
const watch = (changed = vi.fn()) =>
  createRefusalWatch({
    platform: 'taobao',
    rules: () => exampleShop.urging,
    now: () => 1_000,
    signal: new AbortController().signal,
    changed,
  });
const told = () => sent.mock.calls.map(([, input]) => input);

test('the buyer’s last no is told once, with the word and the time and no more of the message', () => {
  const { read } = watch();
  const said = chat([
    message('算了不要了，家里人不让买', 100),
    message('那帮我取消吧', 200),
    message('好的', 300, 'agent'),
  ]);
  read(said);
  read(said);
  expect(told()).toEqual([{ platform: 'taobao', buyers: ['小云', 'c-1'], word: '取消', at: 200 }]);
  read(chat([...said.messages, message('真的不要了', 400)]));
  expect(told()).toHaveLength(2);
});

test('our own words, words without a time, a masked buyer and a chat that is not open tell nothing', () => {
  const { read } = watch();
  read(chat([message('不要了是吧', 100, 'agent'), message('不要了', undefined)]));
  read(chat([message('不要了', 100)], { buyer: '小**', conversationKey: '小**' }));
  const { conversationKey: _, ...closed } = chat([message('不要了', 100)]);
  read(closed);
  read(undefined);
  expect(told()).toEqual([]);
});

test('what could not be told is told again', async () => {
  sent.mockRejectedValueOnce(new Error('gone'));
  const { read } = watch();
  read(chat([message('不要了', 100)]));
  await Promise.resolve();
  await Promise.resolve();
  read(chat([message('不要了', 100)]));
  expect(told()).toHaveLength(2);
});

test('an order finds its buyer’s no by id or nick, as the store has it, and hears of new ones', async () => {
  const record = withRefusal(refusalsStore.defaults(0), {
    platform: 'taobao',
    buyers: ['id-7', '小云'],
    word: '取消',
    at: 50,
  });
  await fakeBrowser.storage.local.set({ refusals: envelope(refusalsStore, record) });
  const changed = vi.fn();
  const { refusalOf } = watch(changed);
  await vi.waitFor(() => expect(changed).toHaveBeenCalled());
  const order = { key: '1', platform: 'taobao' as const, lines: [] };
  expect(refusalOf({ ...order, buyer: '小云' })).toEqual({ word: '取消', at: 50 });
  expect(refusalOf({ ...order, buyerId: 'id-7' })).toEqual({ word: '取消', at: 50 });
  expect(refusalOf({ ...order, buyer: '别人' })).toBeUndefined();
});
