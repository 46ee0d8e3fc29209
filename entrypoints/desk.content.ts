import '../storage/zod-jitless.ts';
import { browser, defineContentScript } from '#imports';
import { startDesk } from '../content/desks/start-desk.ts';
import { isExtensionAlive } from '../storage/messages/send.ts';

export default defineContentScript({
  // Registered for one marketplace at a time, once its host is granted. With `matches` WXT would ask for all
  // hosts at install (platform.md, decision 6).
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  async main(ctx) {
    // The background asks whether a page has its desk (page-scripts.ts).
    Object.assign(globalThis, { shoubianDesk: true });
    await startDesk({
      document,
      // Open only in the test build, so that tests can look inside; nothing else differs (site-map.md).
      shadowMode: import.meta.env.MODE === 'e2e' ? 'open' : 'closed',
      browserLanguage: browser.i18n.getUILanguage(),
      product: browser.runtime.getManifest().version,
      now: () => Date.now(),
      isAlive: isExtensionAlive,
      signal: ctx.signal,
    });
  },
});
