import { computeFigures, defaultMetricSettings } from '../../rules/metrics/index.ts';
import type { Platform } from '../../rules/platform.ts';
import { DAY_MS } from '../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../rules/turns/event.ts';
import {
  appendEvents,
  checkAttention,
  focusBuyer,
  readFigures,
  reportHints,
} from '../../storage/contracts/ledger.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import { focusMarketTab } from './attention.ts';
import type { LiveQueue } from './live-queue.ts';
import { mapsThatAreOn } from './markets.ts';
import type { RecentEvents } from './recent-events.ts';
import type { ShiftBook } from './shift-book.ts';
import type { Stores } from './stores.ts';

/** Events, waits and figures: what desks hand over and what views ask for. */
export function handleLedger(
  server: RequestServer,
  stores: Stores,
  recent: RecentEvents,
  queue: LiveQueue,
  shifts: Pick<ShiftBook, 'learn'>,
  now: () => number,
): void {
  server.handle(appendEvents, async ({ events, nicks }) => {
    // On disk first: the receipt must never promise what a killed worker could forget.
    const { added } = await stores.ledger.append(events);
    const changed = await recent.add(events);
    await queue.learn(
      changed,
      nicks.map(({ platform, shop, buyer, nick }) => ({ key: `${platform}|${shop}|${buyer}`, nick })),
    );
    // Whose shift it is must never keep events from being receipted.
    await shifts.learn(events).catch((error) => console.error('[shoubian] shift', error));
    return { added };
  });

  server.handle(reportHints, async ({ hints }, { tab, frameId }) => {
    // Which list it is, by what the browser stamped: two tabs of one market tell each its own.
    const source = tab?.id === undefined ? undefined : { tabId: tab.id, frameId: frameId ?? 0 };
    return { waiting: source ? await queue.hint(source, hints) : await queue.refresh() };
  });

  server.handle(checkAttention, async () => ({ waiting: await queue.refresh() }));

  server.handle(focusBuyer, async ({ platform }) => {
    const market = (await mapsThatAreOn(stores)).find((map) => map.platform === platform);
    return { found: market !== undefined && (await focusMarketTab(market.hosts)) };
  });

  server.handle(readFigures, async ({ from, to }) => {
    const byPlatform = new Map<Platform, TurnEvent[]>();
    // A day more on each side: turns that began before the span and answers that came after it (metrics.md F7).
    for (const event of await stores.ledger.read(from - DAY_MS, to + DAY_MS)) {
      const list = byPlatform.get(event.platform);
      if (list) list.push(event);
      else byPlatform.set(event.platform, [event]);
    }
    return [...byPlatform].map(([platform, events]) => ({
      platform,
      figures: computeFigures(events, {
        platform,
        settings: defaultMetricSettings(platform),
        from,
        to,
        now: now(),
      }),
    }));
  });
}
