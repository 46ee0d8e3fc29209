import 'fake-indexeddb/auto';
import { createStore, set } from 'idb-keyval';
import { describe, expect, it } from 'vitest';
import { createTextsGiven } from '../../../storage/texts-given.ts';

let databases = 0;
const freshStore = () => {
  databases += 1;
  return createStore(`given-test-${databases}`, 'conversations');
};

describe('texts given to buyers', () => {
  it('are remembered per buyer and phrase in their order, also by a worker that was started anew', async () => {
    const store = freshStore();
    const first = createTextsGiven(() => 1, store);
    await Promise.all([first.add('pdd|s|b1', 'ladder', 0), first.add('pdd|s|b1', 'ladder', 1)]);
    await first.add('pdd|s|b1', 'variants', 2);
    await first.add('pdd|s|b2', 'ladder', 0);
    const woken = createTextsGiven(() => 2, store);
    expect(await woken.of('pdd|s|b1')).toEqual({ ladder: [0, 1], variants: [2] });
    expect(await woken.of('pdd|s|b2')).toEqual({ ladder: [0] });
    expect(await woken.of('pdd|s|b3')).toEqual({});
  });

  it('are forgotten for one phrase alone when the buyer begins anew', async () => {
    const given = createTextsGiven(() => 1, freshStore());
    await given.add('b', 'one', 0);
    await given.add('b', 'other', 3);
    await given.forgetPhrase('b', 'one');
    expect(await given.of('b')).toEqual({ other: [3] });
    await given.forgetPhrase('b', 'other');
    expect(await given.all()).toEqual([]);
  });

  it('are bounded: the newest 100 of a phrase', async () => {
    const given = createTextsGiven(() => 1, freshStore());
    for (let index = 0; index < 103; index += 1) await given.add('b', 'p', index);
    const { p } = await given.of('b');
    expect(p).toHaveLength(100);
    expect(p?.at(0)).toBe(3);
    expect(p?.at(-1)).toBe(102);
  });

  it('are bounded: of more than 5,000 conversations the oldest are forgotten', async () => {
    let now = 0;
    const given = createTextsGiven(() => now, freshStore());
    for (now = 1; now <= 5_201; now += 1) await given.add(`buyer-${now}`, 'p', 0);
    const kept = await given.all();
    expect(kept).toHaveLength(5_000);
    expect(Math.min(...kept.map((one) => one.createdAt))).toBe(202);
  });

  it('go with the days of the setting, and with erasing', async () => {
    let now = 10;
    const given = createTextsGiven(() => now, freshStore());
    await given.add('old', 'p', 0);
    now = 20;
    await given.add('young', 'p', 0);
    await given.forget(20);
    expect((await given.all()).map(({ id }) => id)).toEqual(['young']);
    await given.erase();
    expect(await given.all()).toEqual([]);
  });

  it('a record that cannot be read says nothing and takes a new one', async () => {
    const store = freshStore();
    await set('b', { nonsense: true }, store);
    const given = createTextsGiven(() => 1, store);
    expect(await given.of('b')).toEqual({});
    await given.add('b', 'p', 1);
    expect(await given.of('b')).toEqual({ p: [1] });
  });
});
