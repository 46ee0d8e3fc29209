import '../../storage/zod-jitless.ts';
import { browser, defineBackground } from '#imports';
import { longestFirst } from '../../rules/turns/queue.ts';
import { createRequestServer } from '../../storage/messages/serve.ts';
import { registersStore } from '../../storage/registers.ts';
import { watchChange } from '../../storage/watch.ts';
import { isWaitingNotice } from './attention.ts';
import { createChatPlaces } from './chat-places.ts';
import { createFigureBook } from './figure-book.ts';
import { createChatFocus } from './focus-chat.ts';
import { giveBackForgotten } from './give-back.ts';
import { handleAddresses } from './handle-addresses.ts';
import { handleAttention } from './handle-attention.ts';
import { handleCards } from './handle-cards.ts';
import { handleData } from './handle-data.ts';
import { handleDecisions } from './handle-decisions.ts';
import { handleFigures } from './handle-figures.ts';
import { handleFocus } from './handle-focus.ts';
import { handleFormAnswers } from './handle-form-answers.ts';
import { handleFrames } from './handle-frames.ts';
import { handleHealth } from './handle-health.ts';
import { handleImages } from './handle-images.ts';
import { handleLedger } from './handle-ledger.ts';
import { handleLibrary } from './handle-library.ts';
import { handleLibraryHistory } from './handle-library-history.ts';
import { handleMaps } from './handle-maps.ts';
import { handleOrderBook } from './handle-order-book.ts';
import { handlePlatformRules } from './handle-platform-rules.ts';
import { handlePricing } from './handle-pricing.ts';
import { handleRegisters } from './handle-registers.ts';
import { handleSettings, showOptions } from './handle-settings.ts';
import { handleShifts } from './handle-shifts.ts';
import { handleSuggest } from './handle-suggest.ts';
import { handleUrging } from './handle-urging.ts';
import { handleVisitedOrders } from './handle-visited-orders.ts';
import { handleWording } from './handle-wording.ts';
import { ATTENTION_ALARM, createLiveQueue, QUIET_ALARM } from './live-queue.ts';
import { marketPageTest } from './markets.ts';
import { moveLimits } from './move-limits.ts';
import { createPageScripts } from './page-scripts.ts';
import { createPhrasePad, handlePad, PAD_COMMAND } from './phrase-pad.ts';
import { createRecentEvents } from './recent-events.ts';
import { createRegisterReminders, isRegisterNotice, REMINDER_ALARM } from './register-reminders.ts';
import { forgetOldDays, RETENTION_ALARM, tidyLibrary } from './retention.ts';
import { createShiftBook, SHIFT_ALARM } from './shift-book.ts';
import { seedLibrary } from './starter-library.ts';
import { openStores, repairStores } from './stores.ts';
import { createTaughtPages } from './taught-pages.ts';

export default defineBackground({
  type: 'module',
  // Every listener is registered in the first turn of the worker: one added after an await is lost on wake.
  main() {
    const now = (): number => Date.now();
    const stores = openStores(now);
    const recent = createRecentEvents(stores.ledger, now);
    const queue = createLiveQueue(stores, recent, now);
    const places = createChatPlaces();
    const focus = createChatFocus(stores, places, queue, now);
    const pageScripts = createPageScripts(stores);
    const taught = createTaughtPages(now);
    const pad = createPhrasePad(stores);
    const reminders = createRegisterReminders(stores, now);
    const shifts = createShiftBook(stores, recent, now);
    const figures = createFigureBook(stores, recent, now);

    const ready = repairStores(stores)
      .then(() => moveLimits(stores, now))
      .then(() => seedLibrary(stores, now))
      .catch((error) => console.error('[shoubian] start', error));

    const server = createRequestServer(async () => {
      await ready;
      return {
        runtimeId: browser.runtime.id,
        extensionBase: browser.runtime.getURL('/'),
        isMarketPage: await marketPageTest(stores, taught),
      };
    });
    handleLedger(server, stores, { recent, queue, figures, places, focus, shifts }, now);
    handleFocus(server, focus);
    handleFigures(server, figures);
    handleSuggest(server, stores, now);
    handleLibrary(server, stores, now);
    handleLibraryHistory(server, stores, now);
    handleFormAnswers(server, stores, now);
    handleImages(server, stores);
    handleOrderBook(server, stores, now);
    handleVisitedOrders(server, stores, now);
    handleUrging(server, stores);
    handleAddresses(server);
    handleCards(server, stores, now);
    handleWording(server, stores, now);
    handleDecisions(server, stores, now);
    handleRegisters(server, stores, now);
    handleShifts(server, stores, shifts, figures, now);
    handlePricing(server, stores, now);
    handlePlatformRules(server, stores, queue, now);
    handleSettings(server, stores, { reconcile: pageScripts.reconcile, queue }, now);
    handleAttention(server, stores, queue, now);
    handleData(server, stores, { recent, queue, places, reconcile: pageScripts.reconcile }, now);
    const maps = handleMaps(server, stores, taught, pageScripts.reconcile, now);
    handleFrames(server);
    handleHealth(server, stores, now);
    handlePad(server, stores, pad, now);
    browser.runtime.onMessage.addListener(server.listener);
    // The register is written by several handlers; the queue must not offer to close what it speaks of.
    watchChange(registersStore.key, new AbortController().signal, () => {
      void ready.then(() => queue.mattersChanged());
    });

    const start = (injectAll: boolean): void => {
      void ready.then(async () => {
        // Tabs are numbered anew, or their scripts begin anew and tell again.
        await queue.forgetHints();
        await pageScripts.reconcile(injectAll);
        await queue.refresh();
        // Before "handled" of shifts that are over is forgotten: it is counted when they end.
        await shifts.settle();
        await forgetOldDays(stores, recent, now);
        await tidyLibrary(stores, now);
        await browser.alarms.create(RETENTION_ALARM, { periodInMinutes: 12 * 60 });
        await reminders.ring();
      });
    };
    browser.runtime.onInstalled.addListener(() => start(true));
    browser.runtime.onStartup.addListener(() => {
      start(false);
      void ready.then(() => giveBackForgotten(stores, taught));
    });
    browser.permissions.onAdded.addListener(() => {
      // Scripts start where they were missing; a desk that runs in another market's tab is left alone.
      void ready.then(() => pageScripts.reconcile(false)).then(() => maps.permissionAdded());
    });
    browser.tabs.onRemoved.addListener((tabId) => {
      void ready.then(() =>
        Promise.all([maps.tabGone(tabId), places.tabGone(tabId), queue.forgetHints(tabId)]),
      );
    });
    browser.tabs.onUpdated.addListener((tabId, change) => {
      if (change.status === 'complete') void ready.then(() => pageScripts.arrived(tabId));
    });
    browser.permissions.onRemoved.addListener(() => void ready.then(() => pageScripts.reconcile(false)));

    browser.alarms.onAlarm.addListener((alarm) => {
      if (alarm.name === ATTENTION_ALARM || alarm.name === QUIET_ALARM)
        void ready.then(() => queue.refresh());
      if (alarm.name === REMINDER_ALARM) void ready.then(() => reminders.ring());
      if (alarm.name === SHIFT_ALARM) void ready.then(() => shifts.settle());
      if (alarm.name === RETENTION_ALARM) {
        void ready.then(async () => {
          await forgetOldDays(stores, recent, now);
          await tidyLibrary(stores, now);
        });
      }
    });
    browser.commands.onCommand.addListener((name) => {
      if (name === PAD_COMMAND) void ready.then(() => pad.open());
    });
    browser.notifications.onClicked.addListener((id) => {
      void browser.notifications.clear(id);
      void ready.then(async () => {
        if (isRegisterNotice(id)) return showOptions('registers');
        if (!isWaitingNotice(id)) return;
        const [longest] = longestFirst((await stores.queue.read()).waiting);
        if (longest) await focus.focusConversation(longest);
      });
    });

    // A wake for any other reason: registrations may be gone after an update (platform.md §6).
    void ready.then(() => pageScripts.reconcile(false));
  },
});
