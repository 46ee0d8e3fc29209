import 'fake-indexeddb/auto';
import { createStore } from 'idb-keyval';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  keepPhrase,
  nextPosition,
  withImported,
  withMoved,
  withoutTrashed,
  withPhrase,
  withRenamed,
  withTrashed,
} from '../../../entrypoints/background/library-changes.ts';
import { createLibraryEdits, type LibraryEdits } from '../../../entrypoints/background/library-edits.ts';
import type { PhraseDraft } from '../../../storage/contracts/library.ts';
import { createKeeper, type Keeper } from '../../../storage/keeper.ts';
import { libraryStore } from '../../../storage/library.ts';
import { createLibraryJournal, type LibraryJournal } from '../../../storage/library-journal.ts';
import type { Library } from '../../../storage/schemas/phrase.ts';
import { memoryArea } from '../storage/memory-area.ts';

let databases = 0;
let now: number;
let library: Keeper<Library>;
let journal: LibraryJournal;
let edits: LibraryEdits;
let area: ReturnType<typeof memoryArea>;
let store: ReturnType<typeof createStore>;

/** A worker as it is started: what it knows is what is kept. */
const wake = (): void => {
  library = createKeeper(area, libraryStore, () => now);
  journal = createLibraryJournal(() => now, store);
  edits = createLibraryEdits(library, journal, () => now);
};

beforeEach(() => {
  databases += 1;
  now = 1_000;
  area = memoryArea();
  store = createStore(`journal-test-${databases}`, 'steps');
  wake();
});

const draft = (id: string, more: Partial<PhraseDraft> = {}): PhraseDraft => ({
  id,
  title: `标题${id}`,
  text: `内容${id}`,
  category: '甲',
  ...more,
});
const save = (one: PhraseDraft & { id: string }): Promise<Library> =>
  edits.edit({ kind: 'add', title: one.title }, (kept) => {
    const before = kept.phrases.find(({ id }) => id === one.id);
    return withPhrase(kept, keepPhrase(one, before, nextPosition(kept.phrases), now), now);
  });
const withId = (id: string, more: Partial<PhraseDraft> = {}) => ({ ...draft(id, more), id });
/** Everything of the library but when it was written. */
const content = async (): Promise<unknown> => {
  const { updatedAt: _, ...rest } = await library.read();
  return rest;
};

describe('every edit of the library', () => {
  const all: [string, (kept: Library) => Library][] = [
    ['add', (kept) => withPhrase(kept, keepPhrase(draft('new'), undefined, 9, now), now)],
    [
      'change',
      (kept) =>
        withPhrase(
          kept,
          keepPhrase(draft('a', { text: '别的', group: '新组' }), kept.phrases[0], 9, now),
          now,
        ),
    ],
    ['trash', (kept) => withTrashed(kept, new Set(['a', 'b']), true, now)],
    ['move', (kept) => withMoved(kept, { id: 'c', before: 'a', category: '乙', group: '二' }, now)],
    ['rename', (kept) => withRenamed(kept, { category: '甲', to: '丁' }, now)],
    ['import', (kept) => withImported(kept, [draft('a', { text: '导入' }), draft('x'), draft('y')], now)],
  ];

  it.each(all)('%s can be taken back and done again, also by a worker started anew', async (_, change) => {
    for (const id of ['a', 'b', 'c']) await save(withId(id));
    const before = await content();
    now = 2_000;
    await edits.edit({ kind: 'change' }, change);
    const after = await content();
    expect(after).not.toEqual(before);
    wake();
    await edits.undo();
    expect(await content()).toEqual(before);
    wake();
    await edits.redo();
    expect(await content()).toEqual(after);
  });

  it('is taken back step by step, a hundred steps and more', async () => {
    const seen: unknown[] = [await content()];
    for (let n = 0; n < 110; n += 1) {
      await save(withId(`p${n % 7}`, { text: `第 ${n} 次` }));
      seen.push(await content());
    }
    wake();
    for (let n = 109; n >= 0; n -= 1) {
      expect(await edits.undo()).toBeDefined();
      expect(await content()).toEqual(seen[n]);
    }
    expect(await edits.undo()).toBeUndefined();
  });

  it('of more than 200 the newest 200 can be taken back', async () => {
    for (let n = 0; n < 205; n += 1) await save(withId('p', { text: `第 ${n} 次` }));
    expect(await journal.steps()).toHaveLength(200);
  });

  it('made after some were taken back ends what could be done again', async () => {
    await save(withId('a'));
    await save(withId('b'));
    await edits.undo();
    await save(withId('c'));
    expect(await edits.redo()).toBeUndefined();
    expect((await library.read()).phrases.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('that changes nothing is no step', async () => {
    await save(withId('a'));
    await edits.edit({ kind: 'change' }, (kept) => structuredClone(kept));
    expect(await journal.steps()).toHaveLength(1);
  });

  it('noted but never written, because the worker died between, is passed over', async () => {
    await save(withId('a'));
    const before = await content();
    await save(withId('b'));
    const kept = await library.read();
    await journal.add(
      { kind: 'trash', count: 1 },
      { phrases: [['a', kept.phrases[0] ?? null]], categories: kept.categories, groups: kept.groups },
    );
    wake();
    await edits.undo();
    expect(await content()).toEqual(before);
  });

  it('with images names them, so that they are not thrown away', async () => {
    const hash = 'a'.repeat(64);
    await save(withId('a', { images: [{ hash, name: '图.png', type: 'image/png', bytes: 3 }] }));
    await save(withId('a'));
    expect((await journal.steps()).at(-1)?.images).toEqual([hash]);
  });
});

describe('an import', () => {
  const rows = Array.from({ length: 5_000 }, (_, n) => draft(`row-${n}`, { category: `第 ${n % 40} 类` }));

  it('of thousands of phrases is one step, taken back whole', async () => {
    await save(withId('mine'));
    const before = await content();
    await edits.edit({ kind: 'import' }, (kept) => withImported(kept, rows, now));
    expect((await library.read()).phrases).toHaveLength(5_001);
    wake();
    await edits.undo();
    expect(await content()).toEqual(before);
  });

  it('is taken back after other edits too, without touching what was edited since', async () => {
    await save(withId('mine'));
    await edits.edit({ kind: 'import' }, (kept) =>
      withImported(kept, [draft('mine', { text: '导入' }), draft('one'), draft('two')], now),
    );
    await save(withId('one', { text: '改过了' }));
    await save(withId('later'));
    wake();
    expect(await edits.undoImport()).toBe(true);
    const texts = Object.fromEntries((await library.read()).phrases.map(({ id, text }) => [id, text]));
    expect(texts).toEqual({ mine: '内容mine', one: '改过了', later: '内容later' });
    await edits.undo();
    expect((await library.read()).phrases.map(({ id }) => id).sort()).toEqual([
      'later',
      'mine',
      'one',
      'two',
    ]);
  });

  it('that never was cannot be taken back', async () => {
    await save(withId('a'));
    expect(await edits.undoImport()).toBe(false);
  });
});

describe('order by hand', () => {
  const order = async (): Promise<string[]> =>
    [...(await library.read()).phrases].sort((a, b) => a.position - b.position).map(({ id }) => id);
  const move = (id: string, before: string | null, category = '甲'): Promise<Library> =>
    edits.edit({ kind: 'move' }, (kept) => withMoved(kept, { id, before, category }, now));

  beforeEach(async () => {
    for (const id of ['a', 'b', 'c']) await save(withId(id));
    await save(withId('z', { category: '乙' }));
  });

  it.each<[string, string | null, string[]]>([
    ['c', 'a', ['c', 'a', 'b', 'z']],
    ['a', 'c', ['b', 'a', 'c', 'z']],
    ['a', null, ['b', 'c', 'a', 'z']],
    ['b', 'b', ['a', 'c', 'z', 'b']],
  ])('%s before %s', async (id, before, wanted) => {
    await move(id, before);
    expect(await order()).toEqual(wanted);
  });

  it('writes one phrase alone', async () => {
    await move('c', 'a');
    expect((await journal.steps()).at(-1)?.count).toBe(1);
  });

  it('stays right when the numbers between two phrases run out', async () => {
    for (let n = 0; n < 120; n += 1) await move(n % 2 === 0 ? 'c' : 'b', n % 2 === 0 ? 'b' : 'c');
    expect(await order()).toEqual(['a', 'b', 'c', 'z']);
    expect(new Set((await library.read()).phrases.map(({ position }) => position)).size).toBe(4);
  });

  it('keeps the group inside a category, drops it in another, and takes the one it is given', async () => {
    const groupOf = async (): Promise<string | undefined> =>
      (await library.read()).phrases.find(({ id }) => id === 'a')?.group;
    await save(withId('a', { group: '组' }));
    await move('a', 'c');
    expect(await groupOf()).toBe('组');
    await move('a', null, '乙');
    expect(await groupOf()).toBeUndefined();
    await edits.edit({ kind: 'move' }, (kept) =>
      withMoved(kept, { id: 'a', before: null, category: '乙', group: '新' }, now),
    );
    expect(await groupOf()).toBe('新');
    expect((await library.read()).groups).toEqual({ 甲: ['组'], 乙: ['新'] });
  });
});

describe('names of categories and groups', () => {
  it('that meet become one', async () => {
    await save(withId('a', { group: '组' }));
    await save(withId('b', { category: '乙', group: '组二' }));
    await edits.edit({ kind: 'rename-category' }, (kept) =>
      withRenamed(kept, { category: '甲', to: '乙' }, now),
    );
    const kept = await library.read();
    expect(kept.categories).toEqual(['乙']);
    expect(kept.groups).toEqual({ 乙: ['组二', '组'] });
    expect(kept.phrases.map(({ category }) => category)).toEqual(['乙', '乙']);
  });
});

describe('the trash', () => {
  it('gives up only what lies in it', async () => {
    for (const id of ['a', 'b']) await save(withId(id));
    await edits.edit({ kind: 'trash' }, (kept) => withTrashed(kept, new Set(['a']), true, now));
    await edits.edit({ kind: 'purge' }, (kept) => withoutTrashed(kept, () => true, now));
    expect((await library.read()).phrases.map(({ id }) => id)).toEqual(['b']);
  });
});
