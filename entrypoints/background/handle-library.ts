import {
  deletePhrase,
  forgetGiven,
  moveCategory,
  moveGroup,
  movePhrase,
  orderLibrary,
  phraseUsed,
  purgePhrases,
  renamePlace,
  savePhrase,
  textsGiven,
  trashPhrases,
} from '../../storage/contracts/library.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import { oneMoreUse } from '../../storage/phrase-uses.ts';
import type { Library } from '../../storage/schemas/phrase.ts';
import {
  keepPhrase,
  movedName,
  nextPosition,
  withMoved,
  withoutTrashed,
  withPhrase,
  withRenamed,
  withTrashed,
} from './library-changes.ts';
import type { EditTitle } from './library-edits.ts';
import type { Stores } from './stores.ts';

/** A phrase's title as the name of an edit. */
const titleOf = (library: Library, id: string): { title?: string } => {
  const title = library.phrases.find((phrase) => phrase.id === id)?.title;
  return title === undefined ? {} : { title };
};

/** Everything that changes the library, each as an edit that can be taken back, and what was given to buyers. */
export function handleLibrary(server: RequestServer, stores: Stores, now: () => number): void {
  const { edits } = stores;
  server.handle(savePhrase, async (draft) => {
    const at = now();
    const id = draft.id ?? crypto.randomUUID();
    const isKnown = (library: Library): boolean => library.phrases.some((phrase) => phrase.id === id);
    const name = (library: Library): EditTitle => ({
      kind: isKnown(library) ? 'change' : 'add',
      title: draft.title,
    });
    await edits.edit(name, (library) => {
      const before = library.phrases.find((phrase) => phrase.id === id);
      return withPhrase(library, keepPhrase({ ...draft, id }, before, nextPosition(library.phrases), at), at);
    });
    return { id };
  });

  const trash = async (ids: readonly string[], deleted: boolean): Promise<void> => {
    const [only] = ids;
    const name = (library: Library): EditTitle => ({
      kind: deleted ? 'trash' : 'restore',
      ...(only !== undefined && ids.length === 1 && titleOf(library, only)),
    });
    const set = new Set(ids);
    await edits.edit(name, (library) => withTrashed(library, set, deleted, now()));
  };
  server.handle(deletePhrase, async ({ id, deleted }) => {
    await trash([id], deleted);
    return {};
  });
  server.handle(trashPhrases, async ({ ids, deleted }) => {
    await trash(ids, deleted);
    return {};
  });

  server.handle(purgePhrases, async ({ ids }) => {
    const set = ids && new Set(ids);
    await edits.edit({ kind: 'purge' }, (library) =>
      withoutTrashed(library, ({ id }) => set?.has(id) ?? true, now()),
    );
    return {};
  });

  server.handle(movePhrase, async (move) => {
    await edits.edit(
      (library) => ({ kind: 'move', ...titleOf(library, move.id) }),
      (library) => withMoved(library, move, now()),
    );
    return {};
  });

  server.handle(moveCategory, async ({ name, before }) => {
    await edits.edit({ kind: 'move-category', title: name }, (library) => ({
      ...library,
      updatedAt: now(),
      categories: movedName(library.categories, name, before),
    }));
    return {};
  });

  server.handle(moveGroup, async ({ category, name, before }) => {
    await edits.edit({ kind: 'move-category', title: name }, (library) => ({
      ...library,
      updatedAt: now(),
      groups: { ...library.groups, [category]: movedName(library.groups[category] ?? [], name, before) },
    }));
    return {};
  });

  server.handle(renamePlace, async (rename) => {
    await edits.edit({ kind: 'rename-category', title: rename.group ?? rename.category }, (library) =>
      withRenamed(library, rename, now()),
    );
    return {};
  });

  // How lists are looked at is no edit of what they hold.
  server.handle(orderLibrary, async ({ order }) => {
    await stores.library.update((library) => ({ ...library, order }));
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
