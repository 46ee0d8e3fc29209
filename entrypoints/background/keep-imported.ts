import type { AcceptedPlan } from '../../storage/import/plan-import.ts';
import type { Keeper } from '../../storage/keeper.ts';
import { libraryStore } from '../../storage/library.ts';
import { userMapsStore, withMap } from '../../storage/maps.ts';
import { phraseUsesStore } from '../../storage/phrase-uses.ts';
import { settingsStore } from '../../storage/settings.ts';
import { shopStore } from '../../storage/shop.ts';
import { interpret, type StoreDefinition } from '../../storage/store.ts';
import { keepPhrase } from './handle-library.ts';
import type { Stores } from './stores.ts';

/** Puts an accepted plan in place; each store is written once, so a dying worker leaves none half done. */
export async function keepImported(stores: Stores, plan: AcceptedPlan, at: number): Promise<void> {
  switch (plan.kind) {
    case 'phrases':
      await stores.library.update((library) => {
        const kept = new Map(library.phrases.map((phrase) => [phrase.id, phrase]));
        let position = library.phrases.length;
        for (const draft of plan.phrases) {
          const phrase = keepPhrase(
            draft,
            draft.id === undefined ? undefined : kept.get(draft.id),
            position,
            at,
          );
          position += 1;
          kept.set(phrase.id, phrase);
        }
        const phrases = [...kept.values()];
        return {
          ...library,
          updatedAt: at,
          phrases,
          categories: [...new Set([...library.categories, ...phrases.map((phrase) => phrase.category)])],
        };
      });
      return;
    case 'courier-table':
      await stores.shop.update((record) => ({
        ...record,
        updatedAt: at,
        pack: { ...record.pack, couriers: plan.table },
      }));
      return;
    case 'rule-pack': {
      const { shop, limits } = plan.pack;
      if (shop) await stores.shop.update((record) => ({ ...record, updatedAt: at, pack: shop }));
      if (limits) {
        await stores.settings.update((settings) => ({
          ...settings,
          updatedAt: at,
          limits: { ...settings.limits, ...limits },
        }));
      }
      return;
    }
    case 'site-map':
      await stores.maps.update((record) => withMap(record, plan.map, at));
      return;
    case 'backup': {
      const put = async <T>(keeper: Keeper<T>, definition: StoreDefinition<T>): Promise<void> => {
        const raw = plan.backup.stores[definition.key];
        if (raw === undefined) return;
        const { value } = interpret(definition, raw, at);
        await keeper.update(() => value);
      };
      await put(stores.settings, settingsStore);
      await put(stores.library, libraryStore);
      await put(stores.uses, phraseUsesStore);
      await put(stores.shop, shopStore);
      await put(stores.maps, userMapsStore);
    }
  }
}
