import { browser } from '#imports';
import { openFigures } from '../../storage/contracts/figures.ts';
import { changeSettings, openOptions, placeDock, saveShop } from '../../storage/contracts/settings.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import { withCodes } from './courier-codes.ts';
import type { LiveQueue } from './live-queue.ts';
import type { Stores } from './stores.ts';

export function handleSettings(
  server: RequestServer,
  stores: Stores,
  after: { reconcile(injectAll: boolean): Promise<void>; queue: LiveQueue },
  now: () => number,
): void {
  server.handle(changeSettings, async (change) => {
    await stores.settings.update((settings) => ({
      ...settings,
      ...change,
      // Markets and limits are changed one at a time; the others stay.
      markets: { ...settings.markets, ...change.markets },
      updatedAt: now(),
    }));
    if (change.markets) await after.reconcile(false);
    await after.queue.refresh();
    return {};
  });

  server.handle(placeDock, async (place, sender) => {
    const host = new URL(sender.url ?? '').hostname;
    await stores.settings.update((settings) => ({
      ...settings,
      docks: { ...settings.docks, [host]: place },
      updatedAt: now(),
    }));
    return {};
  });

  server.handle(saveShop, async ({ pack }) => {
    await stores.shop.update((record) => ({
      ...record,
      pack: {
        ...record.pack,
        ...pack,
        flashSale: { ...record.pack.flashSale, ...pack.flashSale },
        ...(pack.couriers && { couriers: withCodes(pack.couriers) }),
      },
      updatedAt: now(),
    }));
    return {};
  });

  server.handle(openOptions, async ({ section, card }) => {
    await showOptions(section, card);
    return {};
  });

  server.handle(openFigures, async ({ platform }) => {
    await showPage('figures.html', platform === undefined ? '' : `#${new URLSearchParams({ platform })}`);
    return {};
  });
}

/** Shows the options at a section, in the tab that has them open already. */
export async function showOptions(section?: string, card?: Record<string, string>): Promise<void> {
  const start = card ? `?${new URLSearchParams(card)}` : '';
  await showPage('options.html', section ? `#${encodeURIComponent(section)}${start}` : '');
}

/** Brings the tab of one of our own pages forward, or opens one. `at`: the place in it, from `#` on. */
async function showPage(page: 'options.html' | 'figures.html', at: string): Promise<void> {
  const base = `${browser.runtime.getURL('/')}${page}`;
  const url = `${base}${at}`;
  const [open] = await browser.tabs.query({ url: `${base}*` }).catch(() => []);
  if (open?.id !== undefined) await browser.tabs.update(open.id, { active: true, url });
  else await browser.tabs.create({ url });
}
