import type { TeachPage } from '../../components/popup/model.ts';
import { effectiveMaps } from '../../content/sites/built-in.ts';
import { matchesAny } from '../../rules/hosts/match-pattern.ts';
import { pageOrigin } from '../../rules/hosts/permission-origin.ts';
import { say } from '../../rules/language/local-text.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import { isMarketOn } from '../../storage/settings.ts';

/**
 * Hosts on which browsers let no extension run: Chrome's shop for extensions, and Mozilla's sites that Firefox keeps
 * for itself (its `extensions.webextensions.restrictedDomains`).
 */
const closedHosts = [
  'chromewebstore.google.com',
  'addons.mozilla.org',
  'accounts.firefox.com',
  'support.mozilla.org',
  'discovery.addons.mozilla.org',
];
const isClosed = (url: URL): boolean =>
  closedHosts.includes(url.hostname) ||
  (url.hostname === 'chrome.google.com' && url.pathname.startsWith('/webstore'));

/** What the popup can offer for the page it was opened over: to teach it, or why not. */
export function teachablePage(
  url: string | undefined,
  state: Pick<KeptState, 'maps' | 'settings'>,
): TeachPage {
  if (url === undefined || !pageOrigin(url) || isClosed(new URL(url))) {
    return {
      known: false,
      why: say(
        '这个页面浏览器不让扩展看（浏览器自己的页面、扩展商店、本地文件），教不了',
        'The browser shows this page to no extension (its own pages, the extension shop, local files), so it cannot be taught',
      ),
    };
  }
  const { hostname: host } = new URL(url);
  const map = effectiveMaps(state.maps).find((one) => matchesAny(url, one.hosts));
  if (map && !isMarketOn(state.settings, map.id)) {
    return {
      host,
      known: true,
      why: say(
        `「${map.name['zh-CN']}」关着，先在下面打开再教`,
        `"${map.name.en}" is switched off; switch it on below first`,
      ),
    };
  }
  return { host, known: map !== undefined };
}
