import type { WordingScope } from '../../rules/wording/hit.ts';
import { type ShopWording, sameWord } from '../../rules/wording/shop-wording.ts';
import {
  releaseWord,
  removeShopWord,
  saveShopWord,
  saveWordingLevels,
  withdrawRelease,
} from '../../storage/contracts/wording.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import type { Stores } from './stores.ts';

/** The shop's words, what it has released, and its levels (rules.md §7). Every open desk follows the store. */
export function handleWording(server: RequestServer, stores: Pick<Stores, 'shop'>, now: () => number): void {
  const change = async (work: (wording: ShopWording) => ShopWording): Promise<void> => {
    await stores.shop.update((record) => ({
      ...record,
      updatedAt: now(),
      pack: { ...record.pack, wording: work(record.pack.wording) },
    }));
  };

  server.handle(saveShopWord, async ({ id = crypto.randomUUID(), ...fields }) => {
    await change((wording) => {
      const known = wording.words.some((word) => word.id === id);
      const next = { id, ...fields };
      return {
        ...wording,
        words: known ? wording.words.map((word) => (word.id === id ? next : word)) : [...wording.words, next],
      };
    });
    return { id };
  });

  server.handle(removeShopWord, async ({ id }) => {
    await change((wording) => ({ ...wording, words: wording.words.filter((word) => word.id !== id) }));
    return {};
  });

  server.handle(releaseWord, async (released) => {
    let id: string = crypto.randomUUID();
    await change((wording) => {
      const scope = (one: WordingScope): string => JSON.stringify([one.platforms ?? [], one.channels ?? []]);
      const known = wording.exceptions.find(
        (one) => sameWord(one.word, released.word) && scope(one) === scope(released),
      );
      if (known) {
        id = known.id;
        return wording;
      }
      return { ...wording, exceptions: [...wording.exceptions, { id, at: now(), ...released }] };
    });
    return { id };
  });

  server.handle(withdrawRelease, async ({ id }) => {
    await change((wording) => ({
      ...wording,
      exceptions: wording.exceptions.filter((one) => one.id !== id),
    }));
    return {};
  });

  server.handle(saveWordingLevels, async ({ levels }) => {
    await change((wording) => ({ ...wording, levels }));
    return {};
  });
}
