import 'fake-indexeddb/auto';
import { createStore, set } from 'idb-keyval';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepPhrase, withPhrase, withTrashed } from '../../../entrypoints/background/library-changes.ts';
import { tidyLibrary } from '../../../entrypoints/background/retention.ts';
import { seedLibrary } from '../../../entrypoints/background/starter-library.ts';
import { openStores, type Stores } from '../../../entrypoints/background/stores.ts';
import { imageProblem, imageTypeOf, mostImageBytes } from '../../../rules/phrases/image-file.ts';
import { DAY_MS } from '../../../rules/time/shanghai.ts';
import { fromBase64, toBase64 } from '../../../storage/base64.ts';
import { libraryStore } from '../../../storage/library.ts';
import { createLibraryBackups } from '../../../storage/library-backups.ts';
import { libraryDifference, restoredLibrary } from '../../../storage/library-restore.ts';
import { createPhraseImages, hashOf } from '../../../storage/phrase-images.ts';
import type { Library } from '../../../storage/schemas/phrase.ts';
import { interpret } from '../../../storage/store.ts';

const START = Date.UTC(2026, 10, 22, 3);
let databases = 0;
const freshStore = () => {
  databases += 1;
  return createStore(`keeping-test-${databases}`, 'things');
};

const libraryOf = (phrases: Record<string, string>, at = START): Library =>
  Object.entries(phrases).reduce<Library>(
    (library, [id, text], position) =>
      withPhrase(library, keepPhrase({ id, title: id, text, category: '甲' }, undefined, position, at), at),
    libraryStore.defaults(at),
  );
const png = (size = 20): Uint8Array => {
  const bytes = new Uint8Array(size);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return bytes;
};

describe('copies of the library', () => {
  it('are taken once a day, and only after something changed', async () => {
    let now = START;
    const backups = createLibraryBackups(() => now, freshStore());
    const first = libraryOf({ a: '一' });
    await backups.takeDaily(first);
    await backups.takeDaily({ ...first, updatedAt: now + 1 });
    expect(await backups.list()).toHaveLength(1);
    now += DAY_MS;
    await backups.takeDaily(first);
    expect(await backups.list(), 'nothing changed since yesterday').toHaveLength(1);
    await backups.takeDaily({ ...first, updatedAt: now });
    expect(await backups.list()).toHaveLength(2);
  });

  it('are the last ten of the days and the last ten before imports', async () => {
    let now = START;
    const store = freshStore();
    const backups = createLibraryBackups(() => now, store);
    for (let day = 0; day < 13; day += 1) {
      now += DAY_MS;
      const library = libraryOf({ a: `第 ${day} 天` }, now);
      await backups.takeDaily(library);
      await backups.take('import', library);
    }
    const list = await createLibraryBackups(() => now, store).list();
    expect(list.filter(({ reason }) => reason === 'daily')).toHaveLength(10);
    expect(list.filter(({ reason }) => reason === 'import')).toHaveLength(10);
    const oldest = list.at(-1);
    expect((await backups.read(oldest?.id ?? ''))?.phrases[0]?.text).toBe('第 3 天');
    expect(await backups.read('none')).toBeUndefined();
  });

  it('that cannot be unpacked are told, not guessed', async () => {
    const store = freshStore();
    const backups = createLibraryBackups(() => START, store);
    await backups.take('daily', libraryOf({ a: '一' }));
    const id = (await backups.list())[0]?.id ?? '';
    await set(`copy:${id}`, new Uint8Array([1, 2, 3]), store);
    expect(await backups.read(id)).toBeUndefined();
  });

  it('put back what was changed or deleted, and send to the trash what came since', () => {
    const copy = libraryOf({ same: '一', changed: '二', deleted: '三' });
    let present = libraryOf({ same: '一', changed: '改', deleted: '三', added: '新' });
    present = withTrashed(present, new Set(['deleted']), true, START + 1);
    const restored = restoredLibrary(present, copy, START + 2);
    const living = restored.phrases.filter(({ deletedAt }) => deletedAt === null);
    expect(Object.fromEntries(living.map(({ id, text }) => [id, text]))).toEqual({
      same: '一',
      changed: '二',
      deleted: '三',
    });
    expect(restored.phrases.find(({ id }) => id === 'added')?.deletedAt).toBe(START + 2);
    expect(libraryDifference(present, restored)).toEqual({
      back: ['deleted'],
      changed: ['changed'],
      gone: ['added'],
    });
    expect(libraryDifference(copy, restoredLibrary(copy, copy, START + 3))).toEqual({
      back: [],
      changed: [],
      gone: [],
    });
  });
});

describe('images of phrases', () => {
  it.each([
    ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0], 'image/png'],
    ['jpeg', [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    ['gif', [...'GIF89a'].map((c) => c.charCodeAt(0)), 'image/gif'],
    ['webp', [...'RIFF1234WEBP'].map((c) => c.charCodeAt(0)), 'image/webp'],
    ['svg', [...'<svg xmlns'].map((c) => c.charCodeAt(0)), undefined],
    ['bmp', [0x42, 0x4d, 1, 2], undefined],
    ['nothing', [], undefined],
  ])('%s is known by its first bytes', (_, bytes, type) => {
    expect(imageTypeOf(new Uint8Array(bytes))).toBe(type);
  });

  it('are refused with a sentence when too large or none that chats take', () => {
    expect(imageProblem('大.png', png(mostImageBytes + 1))?.['zh-CN']).toMatch(/最大 5 MB/);
    expect(imageProblem('图.svg', new Uint8Array([60]))?.['zh-CN']).toMatch(/只收 PNG、JPG、GIF、WebP/);
    expect(imageProblem('图.png', png(mostImageBytes))).toBeUndefined();
  });

  it('are kept once under their hash and read back the same', async () => {
    const images = createPhraseImages(() => START, freshStore());
    const kept = await images.keep('图.png', png());
    expect(kept).toEqual({ hash: await hashOf(png()), name: '图.png', type: 'image/png', bytes: 20 });
    expect(await images.keep('另一个名字.png', png())).toMatchObject({ hash: kept.hash });
    expect((await images.read(kept.hash))?.bytes).toEqual(png());
    await expect(images.keep('图.svg', new Uint8Array([60]))).rejects.toThrow(RangeError);
    expect(fromBase64(toBase64(png(100_000)))).toEqual(png(100_000));
    expect(fromBase64('不是')).toBeUndefined();
  });

  it('that nothing uses go after a day', async () => {
    let now = START;
    const images = createPhraseImages(() => now, freshStore());
    const used = await images.keep('a.png', png(10));
    const unused = await images.keep('b.png', png(11));
    expect(await images.sweep(new Set([used.hash])), 'the phrase may still be being written').toBe(0);
    now += DAY_MS + 1;
    expect(await images.sweep(new Set([used.hash]))).toBe(1);
    expect(await images.read(unused.hash)).toBeUndefined();
    expect(await images.read(used.hash)).toBeDefined();
  });
});

describe('once a day', () => {
  let now: number;
  let stores: Stores;
  beforeEach(async () => {
    fakeBrowser.reset();
    now = START;
    stores = openStores(() => now);
    await stores.journal.erase();
    await stores.backups.erase();
    await stores.images.erase();
  });

  it('what lay in the trash for 30 days goes, with the images nothing needs any more', async () => {
    const image = await stores.images.keep('图.png', png());
    await stores.library.update(() => {
      const library = libraryOf({ a: '一', b: '二' });
      const [a, ...rest] = library.phrases;
      const phrases = a ? [{ ...a, images: [image] }, ...rest] : rest;
      return withTrashed({ ...library, phrases }, new Set(['a']), true, START);
    });
    now = START + 30 * DAY_MS;
    await tidyLibrary(stores, () => now);
    expect((await stores.library.read()).phrases).toHaveLength(2);
    now += 1;
    await tidyLibrary(stores, () => now);
    expect((await stores.library.read()).phrases.map(({ id }) => id)).toEqual(['b']);
    expect(await stores.images.read(image.hash), 'a copy of the library still holds it').toBeDefined();
    await stores.backups.erase();
    await tidyLibrary(stores, () => now);
    expect(await stores.images.read(image.hash)).toBeUndefined();
  });

  it('a library the agent emptied stays empty, also when the trash is gone', async () => {
    await seedLibrary(stores, () => now);
    const { phrases } = await stores.library.read();
    expect(phrases.length).toBeGreaterThan(10);
    await stores.library.update((library) =>
      withTrashed(library, new Set(phrases.map(({ id }) => id)), true, now),
    );
    now += 31 * DAY_MS;
    await tidyLibrary(stores, () => now);
    await seedLibrary(stores, () => now);
    expect((await stores.library.read()).phrases).toEqual([]);
  });
});

describe('a library of version 1', () => {
  it('becomes version 2 with every phrase unchanged', () => {
    // As version 1 wrote it; frozen.
    const phrase = {
      id: 'p1',
      createdAt: 1,
      updatedAt: 2,
      deletedAt: null,
      title: '发货时间',
      text: '亲{买家}，今天发',
      code: 'fhsj',
      category: '物流',
      tags: ['物流'],
      pinned: true,
      position: 3,
      uses: 4,
      lastUsedAt: 5,
      keys: [['fa'], ['huo'], ['shi'], ['jian']],
    };
    const value = {
      id: 'library',
      createdAt: 1,
      updatedAt: 2,
      deletedAt: null,
      phrases: [phrase],
      categories: ['物流'],
    };
    const result = interpret(libraryStore, { version: 1, value }, 9);
    expect(result).toMatchObject({ state: 'kept', migrated: true });
    expect(result.value).toEqual({ ...value, groups: {}, order: 'hand' });
  });
});
