import 'fake-indexeddb/auto';
import { createStore, entries, set, type UseStore } from 'idb-keyval';
import { beforeEach, describe, expect, it } from 'vitest';
import { type BuyerNicks, createBuyerNicks } from '../../../storage/buyer-nicks.ts';

const DAY = 86_400_000;
let now = 0;
let made = 0;
let store: UseStore;
let writes = 0;
let nicks: BuyerNicks;

/** A worker that was killed and started again. */
const wake = (): void => {
  nicks = createBuyerNicks(
    () => now,
    (mode, work) => {
      if (mode === 'readwrite') writes += 1;
      return store(mode, work);
    },
  );
};

beforeEach(() => {
  now = 1_800_000_000_000;
  made += 1;
  writes = 0;
  store = createStore(`nicks-${made}`, 'conversations');
  wake();
});

describe('what pages call their buyers', () => {
  it('is known at once and after a kill; told again it costs nothing, changed it is the new one', async () => {
    await nicks.learn([{ key: 'pdd|s|b1', nick: '小圆' }]);
    expect(writes).toBe(1);
    await nicks.learn([{ key: 'pdd|s|b1', nick: '小圆' }]);
    expect(writes).toBe(1);
    wake();
    await nicks.learn([
      { key: 'pdd|s|b1', nick: '小圆圆' },
      { key: 'pdd|s|b2', nick: '阿白' },
    ]);
    expect(writes).toBe(2);
    wake();
    expect([...(await nicks.all())].sort()).toEqual([
      ['pdd|s|b1', '小圆圆'],
      ['pdd|s|b2', '阿白'],
    ]);
  });

  it('is forgotten when it was not told for long; one still in use is not', async () => {
    await nicks.learn([
      { key: 'old', nick: 'a' },
      { key: 'used', nick: 'b' },
    ]);
    now += DAY;
    await nicks.learn([{ key: 'used', nick: 'b' }]);
    now += DAY;
    await nicks.forget(now - 1.5 * DAY);
    expect([...(await nicks.all()).keys()]).toEqual(['used']);
    expect((await entries(store)).map(([key]) => key)).toEqual(['used']);
  });

  it('is shown though there is no room to keep it, and tried again when it is told again', async () => {
    const full: UseStore = (mode, work) =>
      mode === 'readwrite' ? Promise.reject(new Error('quota')) : store(mode, work);
    const crowded = createBuyerNicks(() => now, full);
    await expect(crowded.learn([{ key: 'k', nick: 'a' }])).rejects.toThrow('quota');
    expect((await crowded.all()).get('k')).toBe('a');
    await expect(crowded.learn([{ key: 'k', nick: 'a' }])).rejects.toThrow('quota');
  });

  it('is nothing where a record cannot be read, and nothing after erasing', async () => {
    await set('broken', { nick: 7 }, store);
    await nicks.learn([{ key: 'k', nick: 'a' }]);
    expect([...(await nicks.all())]).toEqual([['k', 'a']]);
    await nicks.erase();
    expect([...(await nicks.all())]).toEqual([]);
    expect(await entries(store)).toEqual([]);
  });
});
