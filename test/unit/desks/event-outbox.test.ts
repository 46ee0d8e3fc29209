import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEventOutbox, type OutboxBatch } from '../../../content/desks/event-outbox.ts';
import type { TurnEvent } from '../../../rules/turns/event.ts';

const event = (n: number): TurnEvent => ({
  id: `m${n}`,
  t: 1_000 * (n + 1),
  platform: 'pdd',
  shop: 's',
  buyer: 'b1',
  type: 'buyer',
});

describe('the outbox', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const setUp = (answers: ('receipt' | 'lost')[], alive = () => true) => {
    const batches: OutboxBatch[] = [];
    const stop = new AbortController();
    const outbox = createEventOutbox({
      signal: stop.signal,
      isAlive: alive,
      send: async (batch) => {
        batches.push(batch);
        if (answers.shift() === 'lost') throw new Error('the worker died');
      },
    });
    return { outbox, batches, stop };
  };

  it('hands over in one batch and forgets what was receipted', async () => {
    const { outbox, batches } = setUp([]);
    outbox.add([event(0), event(1), event(0)], '小圆');
    await vi.runAllTimersAsync();
    expect(batches.map((batch) => batch.events.length)).toEqual([2]);
    expect([...(batches[0]?.nicks ?? [])]).toEqual([['b1', '小圆']]);
    expect(outbox.pending()).toBe(0);
  });

  it('sends again, later and later, what has no receipt, until it has one', async () => {
    const { outbox, batches } = setUp(['lost', 'lost', 'receipt']);
    outbox.add([event(0)], undefined);
    await vi.advanceTimersByTimeAsync(0);
    expect(outbox.pending()).toBe(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(batches).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(999);
    expect(batches).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(batches).toHaveLength(3);
    expect(outbox.pending()).toBe(0);
  });

  it('takes what happens meanwhile along', async () => {
    const { outbox, batches } = setUp(['lost', 'receipt']);
    outbox.add([event(0)], undefined);
    await vi.advanceTimersByTimeAsync(0);
    outbox.add([event(1)], undefined);
    await vi.runAllTimersAsync();
    expect(batches.at(-1)?.events.map((one) => one.id)).toEqual(['m0', 'm1']);
  });

  it('stops when the page goes, or when the extension was updated', async () => {
    const { outbox, batches, stop } = setUp([]);
    stop.abort();
    outbox.add([event(0)], undefined);
    await vi.runAllTimersAsync();
    expect(batches).toEqual([]);
    const orphan = setUp([], () => false);
    orphan.outbox.add([event(0)], undefined);
    await vi.runAllTimersAsync();
    expect(orphan.batches).toEqual([]);
  });
});
