import { browser } from '#imports';
import { discardAside, listAside, restoreAside } from '../../storage/aside.ts';
import { columnMemoryStore, withTable } from '../../storage/column-memory.ts';
import {
  applyImport,
  discardStore,
  eraseData,
  exportEvents,
  rememberColumns,
  restoreStore,
  undoImport,
} from '../../storage/contracts/data.ts';
import { fieldHistoryStore } from '../../storage/field-history.ts';
import { formAnswersStore } from '../../storage/form-answers.ts';
import { healthStore } from '../../storage/health.ts';
import { backedUpKeys, backedUpStores, makeBackup, readBackup } from '../../storage/import/backup-file.ts';
import { planImport } from '../../storage/import/plan-import.ts';
import { libraryStore } from '../../storage/library.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import { orderBookStore } from '../../storage/order-book.ts';
import { padStore } from '../../storage/pad.ts';
import { priceListStore } from '../../storage/price-list.ts';
import { priceLogStore } from '../../storage/price-log.ts';
import { queueStore } from '../../storage/queue.ts';
import { refusalsStore } from '../../storage/refusals.ts';
import { livingEntries, registersStore } from '../../storage/registers.ts';
import { shownLanguage } from '../../storage/settings.ts';
import { shiftsStore } from '../../storage/shifts.ts';
import { interpret, type StoreDefinition } from '../../storage/store.ts';
import { suggestStore } from '../../storage/suggest-memory.ts';
import { localArea } from '../../storage/watch.ts';
import type { ChatPlaces } from './chat-places.ts';
import { forgetVisitedOrders } from './handle-visited-orders.ts';
import { keepImported } from './keep-imported.ts';
import type { LiveQueue } from './live-queue.ts';
import type { RecentEvents } from './recent-events.ts';
import { seedLibrary } from './starter-library.ts';
import { repairStores, type Stores } from './stores.ts';

/** Where the copy taken before the last import lies. */
const BACKUP_KEY = 'backup:before-import';

/** Restoring only moves a value about: what it holds does not matter here. */
const knownStores: readonly StoreDefinition<unknown>[] = [
  ...backedUpStores,
  queueStore,
  healthStore,
  fieldHistoryStore,
  suggestStore,
  formAnswersStore,
  padStore,
  columnMemoryStore,
  priceListStore,
  priceLogStore,
  registersStore,
  shiftsStore,
  orderBookStore,
  refusalsStore,
].map((store) => store as unknown as StoreDefinition<unknown>);

/** Imports with a backup first, their undoing, set-aside stores, exports and erasing. */
export function handleData(
  server: RequestServer,
  stores: Stores,
  after: {
    recent: RecentEvents;
    queue: LiveQueue;
    places: Pick<ChatPlaces, 'erase'>;
    reconcile(injectAll: boolean): Promise<void>;
  },
  now: () => number,
): void {
  const area = localArea();

  server.handle(applyImport, async ({ text, conflicts, choices }) => {
    const at = now();
    const [library, shop, rules, maps, settings, cards, decisions, holidays] = await Promise.all([
      stores.library.read(),
      stores.shop.read(),
      stores.rules.read(),
      stores.maps.read(),
      stores.settings.read(),
      stores.cards.read(),
      stores.decisions.read(),
      stores.holidays.read(),
    ]);
    const present = { library, shop, rules, maps, settings, cards, decisions, holidays };
    const plan = planImport(text, present, conflicts, at, choices);
    if (!plan.ok) {
      const language = shownLanguage(settings.language, browser.i18n.getUILanguage());
      return { changed: 0, errors: plan.errors.map((error) => error[language]) };
    }
    if (plan.kind === 'phrases') {
      // The library's own copies and journal take it back, one import after another.
      await stores.backups.take('import', library);
      await area.remove(BACKUP_KEY);
    } else {
      await area.set({ [BACKUP_KEY]: makeBackup(await area.get([...backedUpKeys]), at) });
    }
    await keepImported(stores, plan, at);
    if (plan.kind === 'site-map' || plan.kind === 'backup') await after.reconcile(false);
    await after.queue.refresh();
    return { changed: plan.changed, errors: [] };
  });

  server.handle(undoImport, async () => {
    const backup = readBackup((await area.get(BACKUP_KEY))[BACKUP_KEY], now());
    if (!backup.ok) return { restored: await stores.edits.undoImport() };
    const { library, ...kept } = backup.backup.stores;
    await area.set(kept);
    if (library !== undefined) {
      const { value } = interpret(libraryStore, library, now());
      await stores.edits.edit({ kind: 'undo-import' }, () => value);
    }
    // A store that was still empty then is not in the copy: it goes back to being empty.
    const stored = backup.backup.stores;
    await area.remove([...backedUpKeys.filter((key) => !(key in stored)), BACKUP_KEY]);
    await after.reconcile(false);
    await after.queue.refresh();
    return { restored: true };
  });

  server.handle(rememberColumns, async ({ header, columns, headRows }) => {
    await stores.columns.update((memory) => withTable(memory, header, { columns, headRows }, now()));
    return {};
  });

  server.handle(restoreStore, async ({ id }) => {
    const aside = (await listAside(area)).find((one) => one.id === id);
    const definition = knownStores.find((store) => store.key === aside?.storeKey);
    if (!aside || !definition) return { ok: false, detail: 'not found' };
    const result = await restoreAside(area, definition, aside, now());
    if (result.ok) {
      await after.reconcile(false);
      await after.queue.refresh();
    }
    return result;
  });

  server.handle(discardStore, async ({ id }) => {
    await discardAside(area, id);
    return {};
  });

  server.handle(exportEvents, async ({ from, to }) => ({
    json: JSON.stringify({
      format: 'shoubian.events',
      version: 1,
      events: await stores.ledger.read(from, to),
      given: await stores.given.all(),
      nicks: Object.fromEntries(await stores.nicks.all()),
      answers: (await stores.answers.read()).answers,
      prices: (await stores.priceLog.read()).changes,
      registers: livingEntries(await stores.registers.read()),
      shifts: (await stores.shifts.read()).shifts,
      orders: (await stores.orders.read()).orders,
      refusals: (await stores.refusals.read()).refusals,
    }),
  }));

  server.handle(eraseData, async ({ what }) => {
    await stores.ledger.erase();
    await stores.figureDays.erase();
    after.recent.startOver();
    await stores.given.erase();
    await stores.nicks.erase();
    await after.places.erase();
    await stores.suggest.update(() => suggestStore.defaults(now()));
    await stores.answers.update(() => formAnswersStore.defaults(now()));
    await stores.priceLog.update(() => priceLogStore.defaults(now()));
    await stores.registers.update(() => registersStore.defaults(now()));
    await stores.shifts.update(() => shiftsStore.defaults(now()));
    await stores.orders.update(() => orderBookStore.defaults(now()));
    await stores.refusals.update(() => refusalsStore.defaults(now()));
    await forgetVisitedOrders();
    if (what === 'everything') {
      await Promise.all([stores.journal.erase(), stores.backups.erase(), stores.images.erase()]);
      await browser.storage.local.clear();
      await repairStores(stores);
      await seedLibrary(stores, now);
      // Marketplaces that were switched off are on again, as after an installation.
      await after.reconcile(true);
    } else {
      await stores.queue.update(() => queueStore.defaults(now()));
    }
    await after.queue.startOver();
    return {};
  });
}
