import { browser } from '#imports';
import { indexPhrases, type PhraseIndex } from '../../rules/phrases/search.ts';
import { suggestPhrases } from '../../rules/phrases/suggest.ts';
import { learnSketch } from '../../rules/phrases/suggest-memory.ts';
import type { Platform } from '../../rules/platform.ts';
import { learnAnswer, suggestAnswers } from '../../storage/contracts/suggest.ts';
import { libraryStore } from '../../storage/library.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import type { SuggestRecord } from '../../storage/suggest-memory.ts';
import type { Stores } from './stores.ts';

/** More than are shown: those just given to this buyer are left out by the desk. */
const suggestedAtMost = 8;

/**
 * Characters of all phrases' texts that are indexed: a library of thousands is known by its titles and the beginnings of
 * its texts, so that a worker that just woke is not busy for seconds.
 */
const indexedText = 200_000;

/** The memory after one more answer; the entry it went to is stamped. */
export function learnt(
  record: SuggestRecord,
  sketch: readonly number[],
  id: string,
  at: number,
): SuggestRecord {
  const before = new Map(record.entries.map((entry) => [entry, entry.at]));
  const { entries } = learnSketch(record, sketch, id);
  return {
    ...record,
    updatedAt: at,
    entries: entries.map((entry) => ({ ...entry, at: before.get(entry as never) ?? at })),
  };
}

/** Without what was not seen since `before` (epoch ms). */
export const withoutOldAnswers = (record: SuggestRecord, before: number): SuggestRecord => ({
  ...record,
  entries: record.entries.filter(({ at }) => at >= before),
});

/** Suggestions for a buyer's message, and what is learnt from the agent's answers. */
export function handleSuggest(
  server: RequestServer,
  stores: Pick<Stores, 'library' | 'suggest'>,
  now: () => number,
): void {
  /** Made from the library once and dropped when it changes or the worker sleeps. */
  const indexes = new Map<Platform | undefined, Promise<PhraseIndex>>();
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && libraryStore.key in changes) indexes.clear();
  });
  const indexFor = async (platform: Platform | undefined): Promise<PhraseIndex> => {
    const { phrases } = await stores.library.read();
    const shown = phrases.filter(
      ({ deletedAt, platforms }) =>
        deletedAt === null && (!platform || !platforms || platforms.includes(platform)),
    );
    const each = Math.max(12, Math.floor(indexedText / Math.max(1, shown.length)));
    return indexPhrases(shown.map((phrase) => ({ ...phrase, text: phrase.text.slice(0, each) })));
  };

  server.handle(suggestAnswers, async ({ message, platform }) => {
    let index = indexes.get(platform);
    if (!index) {
      index = indexFor(platform);
      indexes.set(platform, index);
      // What could not be read now may be read the next time.
      index.catch(() => indexes.delete(platform));
    }
    const memory = await stores.suggest.read();
    return suggestPhrases(await index, memory, message, { limit: suggestedAtMost }).map(
      ({ id, why, words }) => ({ id, why, ...(words !== undefined && { words }) }),
    );
  });

  server.handle(learnAnswer, async ({ sketch, id }) => {
    await stores.suggest.update((record) => learnt(record, sketch, id, now()));
    return {};
  });
}
