// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createChatOpener } from '../../../content/desks/chat-opener.ts';
import { type ChatList, openChatRow } from '../../../content/desks/open-chat.ts';
import type { ChatFact, ConversationFact } from '../../../content/site-map/facts.ts';

/** A page with a list; it opens a chat on a row's click where `takes`. */
function page(keys: readonly string[], takes: boolean, first?: string) {
  let open = first;
  const list = document.createElement('ul');
  document.body.append(list);
  const rows: ConversationFact[] = keys.map((key) => {
    const element = document.createElement('li');
    element.scrollIntoView = vi.fn();
    if (takes) element.addEventListener('click', () => (open = key));
    list.append(element);
    return { key, active: false, element };
  });
  const control = new AbortController();
  const chats: ChatList = {
    document,
    rows: () => rows,
    open: () => open,
    signal: control.signal,
  };
  const fact = (): ChatFact => ({
    kind: 'chat',
    ...(open !== undefined && { conversationKey: open }),
    conversations: rows,
    messages: [],
    orders: [],
  });
  return {
    rows,
    chats,
    control,
    fact,
    opened: () => open,
    shown: (i: number) => rows[i]?.element.scrollIntoView,
  };
}

afterEach(() => {
  document.body.innerHTML = '';
  vi.useRealTimers();
});

describe('a chat is opened by its row', () => {
  it('where the page takes the click', async () => {
    const { chats, opened } = page(['a', 'b'], true, 'a');
    expect(await openChatRow('b', chats)).toBe('open');
    expect(opened()).toBe('b');
  });

  it('or is shown where it does not', async () => {
    vi.useFakeTimers();
    const { chats, shown } = page(['a', 'b'], false, 'a');
    const outcome = openChatRow('b', chats);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await outcome).toBe('shown');
    expect(shown(1)).toHaveBeenCalled();
  });

  it('and not pressed again where it is open already', async () => {
    const { chats, rows, shown } = page(['a'], true, 'a');
    const click = vi.fn();
    rows[0]?.element.addEventListener('click', click);
    expect(await openChatRow('a', chats)).toBe('open');
    expect(click).not.toHaveBeenCalled();
    expect(shown(0)).toHaveBeenCalled();
  });

  it('without touching a control that stands in the row', async () => {
    const { chats, rows } = page(['a', 'b'], true, 'a');
    const close = document.createElement('button');
    const closed = vi.fn();
    close.addEventListener('click', closed);
    rows[1]?.element.append(close);
    document.elementFromPoint = () => close;
    expect(await openChatRow('b', chats)).toBe('open');
    expect(closed).not.toHaveBeenCalled();
  });
});

describe('a conversation that is not in this page', () => {
  const opener = (fact: () => ChatFact | undefined, found: boolean, inFrames = false) => {
    const focus = vi.fn(async () => found);
    const tell = vi.fn();
    const open = createChatOpener({
      document,
      platform: 'pdd',
      shop: () => 's',
      chat: fact,
      inFrames: () => inFrames,
      focus,
      tell,
      signal: new AbortController().signal,
    });
    return { open, focus, tell };
  };
  const chat = { key: 'pdd|s|z', platform: 'pdd', shop: 's', buyer: 'z' } as const;

  it('is looked for in other tabs, and said to be nowhere only when none has it', async () => {
    const { fact } = page(['a'], true);
    const there = opener(fact, true);
    there.open(chat, 'agent');
    await vi.waitFor(() => expect(there.focus).toHaveBeenCalledExactlyOnceWith(chat));
    expect(there.tell).not.toHaveBeenCalled();
    const nowhere = opener(fact, false);
    nowhere.open(chat, 'agent');
    await vi.waitFor(() => expect(nowhere.tell).toHaveBeenCalledOnce());
  });

  it('is not sent on by the tab the queue chose: two tabs never send the agent to and fro', async () => {
    const { fact } = page(['a'], true);
    const { open, focus, tell } = opener(fact, true);
    open(chat, 'queue');
    await vi.waitFor(() => expect(tell).toHaveBeenCalledOnce());
    expect(focus).not.toHaveBeenCalled();
  });

  it('is left to the frame of this page that has the chats', async () => {
    const { open, focus, tell } = opener(() => undefined, true, true);
    open(chat, 'agent');
    await Promise.resolve();
    expect(focus).not.toHaveBeenCalled();
    expect(tell).not.toHaveBeenCalled();
  });

  it('of another marketplace goes to its tab without a look at this list', async () => {
    const { fact, rows } = page(['z'], true);
    const { open, focus } = opener(fact, true);
    open({ ...chat, key: 'jd|s|z', platform: 'jd' }, 'agent');
    await vi.waitFor(() => expect(focus).toHaveBeenCalledOnce());
    expect(rows[0]?.element.scrollIntoView).not.toHaveBeenCalled();
  });
});
