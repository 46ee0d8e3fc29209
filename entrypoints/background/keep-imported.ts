import { cardsStore } from '../../storage/cards.ts';
import { decisionsStore, withTables } from '../../storage/decisions.ts';
import { holidaysStore, withHolidayYear } from '../../storage/holidays.ts';
import type { AcceptedPlan } from '../../storage/import/plan-import.ts';
import type { Keeper } from '../../storage/keeper.ts';
import { libraryStore } from '../../storage/library.ts';
import { userMapsStore, withMap } from '../../storage/maps.ts';
import { phraseUsesStore } from '../../storage/phrase-uses.ts';
import { platformRulesStore } from '../../storage/platform-rules.ts';
import { settingsStore } from '../../storage/settings.ts';
import { shopStore } from '../../storage/shop.ts';
import { interpret, type StoreDefinition } from '../../storage/store.ts';
import { withCodes } from './courier-codes.ts';
import { withDrafts } from './handle-cards.ts';
import { keepImportedImages } from './import-images.ts';
import { withImported } from './library-changes.ts';
import { moveLimits } from './move-limits.ts';
import type { Stores } from './stores.ts';

/** Puts an accepted plan in place; each store is written once, so a dying worker leaves none half done. */
export async function keepImported(stores: Stores, plan: AcceptedPlan, at: number): Promise<void> {
  switch (plan.kind) {
    case 'phrases': {
      const phrases = await keepImportedImages(stores.images, plan.images, plan.phrases);
      await stores.edits.edit({ kind: 'import' }, (library) => withImported(library, phrases, at));
      return;
    }
    case 'product-cards':
      await stores.cards.update((record) => withDrafts(record, plan.cards, at));
      return;
    case 'courier-table':
      await stores.shop.update((record) => ({
        ...record,
        updatedAt: at,
        pack: { ...record.pack, couriers: withCodes(plan.table) },
      }));
      return;
    case 'decisions':
      await stores.decisions.update((record) => withTables(record, plan.tables, at));
      return;
    case 'holidays':
      await stores.holidays.update((record) => withHolidayYear(record, plan.table, at));
      return;
    case 'rule-pack': {
      const { shop, rows } = plan;
      if (shop) {
        await stores.shop.update((record) => ({
          ...record,
          updatedAt: at,
          pack: { ...record.pack, ...shop, couriers: withCodes(shop.couriers) },
        }));
      }
      if (Object.keys(rows).length > 0) {
        await stores.rules.update((record) => ({
          ...record,
          updatedAt: at,
          rows: { ...record.rows, ...rows },
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
      await put(stores.rules, platformRulesStore);
      await put(stores.settings, settingsStore);
      // A backup of an older program holds the limits in its settings.
      await moveLimits(stores, () => at, 'limits');
      const library = plan.backup.stores[libraryStore.key];
      if (library !== undefined) {
        const { value } = interpret(libraryStore, library, at);
        const files = new Map(Object.entries(plan.backup.images ?? {}));
        await keepImportedImages(stores.images, files, value.phrases);
        await stores.edits.edit({ kind: 'backup' }, () => value);
      }
      await put(stores.uses, phraseUsesStore);
      await put(stores.shop, shopStore);
      await put(stores.maps, userMapsStore);
      await put(stores.cards, cardsStore);
      await put(stores.holidays, holidaysStore);
      await put(stores.decisions, decisionsStore);
    }
  }
}
