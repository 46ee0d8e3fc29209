import { pinyinKeys } from '../../rules/phrases/pinyin-keys.ts';
import {
  deletePhrase,
  forgetGiven,
  moveCategory,
  movePhrase,
  type PhraseDraft,
  phraseUsed,
  savePhrase,
  textsGiven,
} from '../../storage/contracts/library.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import { oneMoreUse } from '../../storage/phrase-uses.ts';
import type { Library, Phrase } from '../../storage/schemas/phrase.ts';
import type { Stores } from './stores.ts';

const withCategory = (categories: string[], name: string): string[] =>
  categories.includes(name) ? categories : [...categories, name];

/** A phrase as it is kept: the pinyin keys are made here, once, so that pages need no dictionary. */
export function keepPhrase(
  draft: PhraseDraft,
  before: Phrase | undefined,
  position: number,
  at: number,
): Phrase {
  const { id: _, ...fields } = draft;
  return {
    ...fields,
    id: before?.id ?? draft.id ?? crypto.randomUUID(),
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
    deletedAt: null,
    position: before?.position ?? position,
    uses: before?.uses ?? 0,
    ...(before?.lastUsedAt !== undefined && { lastUsedAt: before.lastUsedAt }),
    keys: pinyinKeys(draft.title),
  };
}

/** Positions count 0, 1, 2 … within the whole library; moving renumbers, which a library of thousands bears. */
function renumber(phrases: Phrase[]): Phrase[] {
  return phrases.map((phrase, position) => (phrase.position === position ? phrase : { ...phrase, position }));
}

export function movedPhrases(
  library: Library,
  id: string,
  before: string | null,
  category: string,
  at: number,
): Phrase[] {
  const sorted = [...library.phrases].sort((a, b) => a.position - b.position);
  const moving = sorted.find((phrase) => phrase.id === id);
  if (!moving) return library.phrases;
  const rest = sorted.filter((phrase) => phrase.id !== id);
  const moved = { ...moving, category, updatedAt: at };
  const lastOfCategory = rest.findLastIndex((phrase) => phrase.category === category);
  const target = before === null ? lastOfCategory + 1 : rest.findIndex((phrase) => phrase.id === before);
  const index = target < 0 ? rest.length : target;
  return renumber([...rest.slice(0, index), moved, ...rest.slice(index)]);
}

export function handleLibrary(server: RequestServer, stores: Stores, now: () => number): void {
  server.handle(savePhrase, async (draft) => {
    const at = now();
    let id = draft.id ?? '';
    await stores.library.update((library) => {
      const before = library.phrases.find((phrase) => phrase.id === draft.id);
      const phrase = keepPhrase(draft, before, library.phrases.length, at);
      id = phrase.id;
      const others = library.phrases.filter((other) => other.id !== phrase.id);
      return {
        ...library,
        updatedAt: at,
        categories: withCategory(library.categories, phrase.category),
        phrases: [...others, phrase],
      };
    });
    return { id };
  });

  server.handle(deletePhrase, async ({ id, deleted }) => {
    const at = now();
    await stores.library.update((library) => ({
      ...library,
      updatedAt: at,
      phrases: library.phrases.map((phrase) =>
        phrase.id === id ? { ...phrase, updatedAt: at, deletedAt: deleted ? at : null } : phrase,
      ),
    }));
    return {};
  });

  server.handle(movePhrase, async ({ id, before, category }) => {
    const at = now();
    await stores.library.update((library) => ({
      ...library,
      updatedAt: at,
      categories: withCategory(library.categories, category),
      phrases: movedPhrases(library, id, before, category, at),
    }));
    return {};
  });

  server.handle(moveCategory, async ({ name, before }) => {
    await stores.library.update((library) => {
      const rest = library.categories.filter((category) => category !== name);
      const target = before === null ? -1 : rest.indexOf(before);
      const index = target < 0 ? rest.length : target;
      return {
        ...library,
        updatedAt: now(),
        categories: [...rest.slice(0, index), name, ...rest.slice(index)],
      };
    });
    return {};
  });

  server.handle(phraseUsed, async ({ id, conversation, index }) => {
    await stores.uses.update((uses) => oneMoreUse(uses, id, now()));
    if (conversation !== undefined) await stores.given.add(conversation, id, index ?? 0);
    return {};
  });

  server.handle(textsGiven, async ({ conversation }) => ({ given: await stores.given.of(conversation) }));

  server.handle(forgetGiven, async ({ conversation, id }) => {
    await stores.given.forgetPhrase(conversation, id);
    return {};
  });
}
