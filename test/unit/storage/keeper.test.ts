import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { discardAside, listAside, restoreAside } from '../../../storage/aside.ts';
import { createKeeper } from '../../../storage/keeper.ts';
import { readStore, type StoreDefinition } from '../../../storage/store.ts';
import { memoryArea } from './memory-area.ts';

const NOW = Date.UTC(2026, 10, 22, 3, 0, 0);
const now = (): number => NOW;

const store: StoreDefinition<{ size: number }> = {
  key: 'bag',
  version: 2,
  schema: z.object({ size: z.int() }),
  defaults: () => ({ size: 0 }),
  migrations: { 2: (value) => ({ size: Number((value as { width: number }).width) }) },
};

describe('a store', () => {
  it('set aside is listed without reading the others, where the browser can name them', async () => {
    const area = memoryArea({ bag: { version: 2, value: { size: 'large' } }, library: 'six megabytes' });
    await createKeeper(area, store, now).repair();
    const asked: unknown[] = [];
    const naming = {
      ...area,
      getKeys: async () => Object.keys(area.all()),
      get: (keys: string | string[] | null) => {
        asked.push(keys);
        return area.get(keys);
      },
    };
    const [one] = await listAside(naming);
    expect(one?.storeKey).toBe('bag');
    expect(asked).toEqual([[one?.id]]);
    expect(await listAside(area)).toEqual([one]);
  });

  it('gives defaults when nothing is kept, and writes nothing by being read', async () => {
    const area = memoryArea();
    expect(await readStore(area, store, NOW)).toEqual({ size: 0 });
    expect(area.all()).toEqual({});
  });

  it('brings an older version up by its numbered migrations and keeps the result once', async () => {
    const area = memoryArea({ bag: { version: 1, value: { width: 7 } } });
    const keeper = createKeeper(area, store, now);
    expect(await keeper.repair()).toBe('migrated');
    expect(area.all().bag).toEqual({ version: 2, value: { size: 7 } });
    expect(await keeper.repair()).toBe('fine');
  });

  it.each([
    ['a value of the wrong shape', { version: 2, value: { size: 'large' } }, 'corrupt'],
    ['something that is no store at all', 'garbage', 'corrupt'],
    ['a version of a later program', { version: 9, value: { size: 3 } }, 'too-new'],
  ])('sets %s aside whole, under a dated key, and goes on with defaults', async (_, raw, problem) => {
    const area = memoryArea({ bag: raw });
    const keeper = createKeeper(area, store, now);
    expect(await keeper.read()).toEqual({ size: 0 });
    const [aside] = await listAside(area);
    expect(aside).toMatchObject({ storeKey: 'bag', problem, raw, createdAt: NOW, deletedAt: null });
    expect(aside?.id).toContain('2026-11-22T03:00:00');
  });

  it('never loses what is bad by a write that comes first', async () => {
    const area = memoryArea({ bag: { version: 2, value: null } });
    await createKeeper(area, store, now).update((value) => ({ size: value.size + 1 }));
    expect(area.all().bag).toEqual({ version: 2, value: { size: 1 } });
    expect(await listAside(area)).toHaveLength(1);
  });

  it('keeps what stood there when a change throws or makes a bad value', async () => {
    const area = memoryArea({ bag: { version: 2, value: { size: 5 } } });
    const keeper = createKeeper(area, store, now);
    await expect(keeper.update(() => ({ size: 1.5 }))).rejects.toThrow();
    expect(await keeper.read()).toEqual({ size: 5 });
  });

  it('loses no change of many made at once', async () => {
    const area = memoryArea();
    const keeper = createKeeper(area, store, now);
    await Promise.all(Array.from({ length: 50 }, () => keeper.update((value) => ({ size: value.size + 1 }))));
    expect(await keeper.read()).toEqual({ size: 50 });
  });
});

describe('a store that was set aside', () => {
  const asideArea = async () => {
    const area = memoryArea({ bag: { version: 9, value: { size: 3 } } });
    await createKeeper(area, store, now).repair();
    const [aside] = await listAside(area);
    if (!aside) throw new Error('nothing was set aside');
    return { area, aside };
  };

  it('is put back once the program can read it, and what stood there meanwhile is kept too', async () => {
    const { area, aside } = await asideArea();
    const later: StoreDefinition<{ size: number }> = {
      ...store,
      version: 9,
      migrations: {
        ...store.migrations,
        3: (v) => v,
        4: (v) => v,
        5: (v) => v,
        6: (v) => v,
        7: (v) => v,
        8: (v) => v,
        9: (v) => v,
      },
    };
    expect(await restoreAside(area, later, aside, NOW + 1)).toEqual({ ok: true });
    expect(area.all().bag).toEqual({ version: 9, value: { size: 3 } });
    expect((await listAside(area)).map((one) => one.raw)).toEqual([{ version: 2, value: { size: 0 } }]);
  });

  it('stays aside, with the reason, while it still cannot be read', async () => {
    const { area, aside } = await asideArea();
    expect(await restoreAside(area, store, aside, NOW)).toMatchObject({ ok: false });
    expect(await listAside(area)).toHaveLength(1);
  });

  it('is thrown away only when the agent says so', async () => {
    const { area, aside } = await asideArea();
    await discardAside(area, aside.id);
    expect(await listAside(area)).toEqual([]);
  });
});
