import { describe, expect, it } from 'vitest';
import { libraryStore } from '../../../storage/library.ts';
import { oneMoreUse, phraseUsesStore, usesOfLibrary, withUses } from '../../../storage/phrase-uses.ts';
import type { Phrase } from '../../../storage/schemas/phrase.ts';
import { envelope, interpret, legible, readStore } from '../../../storage/store.ts';
import { memoryArea } from './memory-area.ts';

const phrase = (id: string, more: Partial<Phrase> = {}): Phrase => ({
  id,
  createdAt: 1,
  updatedAt: 1,
  deletedAt: null,
  title: `第${id}句`,
  text: '您好',
  category: '问候',
  position: 0,
  uses: 0,
  keys: [],
  ...more,
});
const library = (...phrases: Phrase[]) => ({ ...libraryStore.defaults(0), phrases });

describe('how often phrases are used', () => {
  const uses = [1, 5, 9].reduce((all, at) => oneMoreUse(all, 'a', at), phraseUsesStore.defaults(0));

  it('is counted with the time of the last use', () => {
    expect(uses.used).toEqual({ a: { times: 3, last: 9 } });
  });

  it('is added to what the library itself carries, and leaves every other phrase the same object', () => {
    const before = library(phrase('a', { uses: 2, lastUsedAt: 20 }), phrase('b'));
    const after = withUses(before, uses);
    expect(after.phrases[0]).toMatchObject({ uses: 5, lastUsedAt: 20 });
    expect(after.phrases[1]).toBe(before.phrases[1]);
    expect(withUses(library(phrase('a')), uses).phrases[0]).toMatchObject({ uses: 3, lastUsedAt: 9 });
  });

  it('is dropped for phrases that are gone for good', () => {
    expect(usesOfLibrary(uses, library(phrase('b'))).used).toEqual({});
    expect(usesOfLibrary(uses, library(phrase('a'))).used).toEqual(uses.used);
  });
});

describe('a library as pages read it', () => {
  const kept = envelope(libraryStore, library(phrase('a')));

  it('is taken on a quick look when everything a page touches is there', async () => {
    const area = memoryArea({ library: kept });
    expect((await readStore(area, libraryStore, 0)).phrases.map(({ id }) => id)).toEqual(['a']);
  });

  it('is kept as one text, read as objects too, and legible in a document', () => {
    expect(typeof kept.value).toBe('string');
    const objects = { ...kept, value: JSON.parse(String(kept.value)) };
    for (const raw of [kept, objects]) {
      expect(interpret(libraryStore, raw, 0).value.phrases.map(({ id }) => id)).toEqual(['a']);
      expect(legible(raw)).toEqual(objects);
    }
    expect(legible({ version: 2, value: '{"phrases"' })).toEqual({ version: 2, value: '{"phrases"' });
  });

  const value = library(phrase('a'));
  const spoilt: [name: string, value: unknown][] = [
    ['no phrases', { ...value, phrases: undefined }],
    ['phrases that are no list', { ...value, phrases: {} }],
    ['a phrase that is null', { ...value, phrases: [null] }],
    ['a phrase without a title', { ...value, phrases: [{ ...phrase('a'), title: undefined }] }],
    ['a phrase without keys', { ...value, phrases: [{ ...phrase('a'), keys: 'xx' }] }],
    ['an order nobody knows', { ...value, order: 'size' }],
    ['nothing at all', null],
    ['half a text', '{"phrases":[]'],
  ];
  it.each(spoilt)('is not taken with %s', (_, spoiltValue) => {
    const result = interpret(libraryStore, { version: libraryStore.version, value: spoiltValue }, 0, {
      quick: true,
    });
    expect(result.state).toBe('bad');
    expect(result.value.phrases).toEqual([]);
  });

  it('of version 1 becomes version 2 with everything that was in it', () => {
    const {
      groups: _,
      order: __,
      ...first
    } = library(phrase('a', { code: 'a1', tags: ['急'], pinned: true }));
    const result = interpret(libraryStore, { version: 1, value: first }, 0, { quick: true });
    expect(result).toMatchObject({
      state: 'kept',
      migrated: true,
      value: { ...first, groups: {}, order: 'hand' },
    });
  });
});
