import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type BuyerMemory,
  createBuyerMemory,
  type Given,
  padConversation,
} from '../../../entrypoints/phrase-pad/buyer-memory.ts';

describe('the key of a buyer’s memory', () => {
  it.each([
    ['小鱼', 'pad|taobao|小鱼'],
    ['  小鱼\t 88 ', 'pad|taobao|小鱼 88'],
    ['Yu\u0301', 'pad|taobao|Y\u00fa'],
  ])('%j → %s', (nick, key) => {
    expect(padConversation('taobao', nick)).toBe(key);
  });

  it('is another for another marketplace, and none without a nick', () => {
    expect(padConversation('jd', '小鱼')).not.toBe(padConversation('pdd', '小鱼'));
    expect(padConversation('jd', ' \u3000')).toBeUndefined();
  });
});

describe('where the buyer stands', () => {
  const kept = new Map<string, Given>();
  const changed = vi.fn();
  const forget = vi.fn(async () => undefined);
  let memory: BuyerMemory;

  beforeEach(() => {
    kept.clear();
    vi.clearAllMocks();
    memory = createBuyerMemory({ read: async (key) => kept.get(key) ?? {}, forget }, changed);
    memory.name('taobao', '');
  });

  it('is read for one with a nick, and known once it has arrived', async () => {
    kept.set('pad|taobao|小鱼', { p1: [0, 1] });
    memory.name('taobao', '小鱼');
    expect(memory.given()).toEqual({});
    await memory.ready();
    expect(memory.given()).toEqual({ p1: [0, 1] });
    expect(changed).toHaveBeenCalled();
  });

  it('is never that of the buyer named before, however late it arrives', async () => {
    let answer: (given: Given) => void = () => undefined;
    memory = createBuyerMemory(
      {
        read: (key) =>
          key.endsWith('慢') ? new Promise((later) => (answer = later)) : Promise.resolve({ p1: [0] }),
        forget,
      },
      changed,
    );
    memory.name('taobao', '慢');
    memory.name('taobao', '快');
    await memory.ready();
    answer({ p1: [0, 1, 2] });
    await Promise.resolve();
    await Promise.resolve();
    expect(memory.given()).toEqual({ p1: [0] });
  });

  it('without a nick it is kept in the window, for each marketplace, until the next buyer comes', () => {
    memory.add('p1', 0);
    memory.add('p1', 1);
    memory.name('jd', '');
    expect(memory.given()).toEqual({});
    memory.name('taobao', '');
    expect(memory.given()).toEqual({ p1: [0, 1] });
    memory.forgetNameless();
    expect(memory.given()).toEqual({});
  });

  it('a buyer with a nick takes nothing from those without one', async () => {
    memory.add('p1', 0);
    memory.name('taobao', '小鱼');
    await memory.ready();
    expect(memory.given()).toEqual({});
    memory.add('p1', 0);
    memory.forgetNameless();
    expect(memory.given(), 'the named one stays').toEqual({ p1: [0] });
    memory.name('taobao', '');
    expect(memory.given()).toEqual({});
  });

  it('beginning anew is told to the background for one with a nick, and to nobody without', async () => {
    memory.add('p1', 0);
    memory.add('p2', 0);
    memory.forget('p1');
    expect(memory.given()).toEqual({ p2: [0] });
    expect(forget).not.toHaveBeenCalled();
    memory.name('taobao', '小鱼');
    await memory.ready();
    memory.forget('p1');
    expect(forget).toHaveBeenCalledExactlyOnceWith('pad|taobao|小鱼', 'p1');
  });

  it('that cannot be read is nothing: the agent goes on', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    memory = createBuyerMemory({ read: () => Promise.reject(new Error('gone')), forget }, changed);
    memory.name('taobao', '小鱼');
    await memory.ready();
    expect(memory.given()).toEqual({});
    expect(said).toHaveBeenCalledOnce();
  });
});
