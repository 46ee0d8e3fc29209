import { conversationKey } from '../../rules/turns/event-key.ts';
import { appendEvents, checkAttention, reportHints } from '../../storage/contracts/ledger.ts';
import { beatLedger } from '../../storage/ledger-beat.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import type { ChatPlaces } from './chat-places.ts';
import type { FigureBook } from './figure-book.ts';
import type { ChatFocus } from './focus-chat.ts';
import type { LiveQueue } from './live-queue.ts';
import type { RecentEvents } from './recent-events.ts';
import type { ShiftBook } from './shift-book.ts';
import type { Stores } from './stores.ts';

/** Events and waits: what desks hand over. */
export function handleLedger(
  server: RequestServer,
  stores: Stores,
  of: {
    recent: RecentEvents;
    queue: LiveQueue;
    figures: Pick<FigureBook, 'learn'>;
    places: Pick<ChatPlaces, 'saw'>;
    focus: Pick<ChatFocus, 'heardFrom'>;
    shifts: Pick<ShiftBook, 'learn'>;
  },
  now: () => number,
): void {
  const { recent, queue, figures, places, focus, shifts } = of;
  server.handle(appendEvents, async ({ events, nicks }, { tab }) => {
    // On disk first: the receipt must never promise what a killed worker could forget.
    const { added } = await stores.ledger.append(events);
    // What is made of them catches up by itself and never keeps events from being receipted.
    const left = (what: string) => (error: unknown) => console.error('[shoubian]', what, error);
    await recent
      .add(events)
      .then((changed) => {
        figures.learn(changed);
        return queue.learn(
          changed,
          nicks.map((one) => ({ key: conversationKey(one), nick: one.nick })),
        );
      })
      .catch(left('queue'));
    if (tab?.id !== undefined) {
      await places.saw(new Set(events.map(conversationKey)), tab.id).catch(left('places'));
      focus.heardFrom(tab.id);
    }
    // Whose shift it is must never keep events from being receipted.
    await shifts.learn(events).catch(left('shift'));
    if (added > 0) await beatLedger(now()).catch(left('beat'));
    return { added };
  });

  server.handle(reportHints, async ({ hints }, { tab, frameId }) => {
    // Which list it is, by what the browser stamped: two tabs of one market tell each its own.
    if (tab?.id === undefined) return { waiting: await queue.refresh() };
    focus.heardFrom(tab.id);
    return { waiting: await queue.hint({ tabId: tab.id, frameId: frameId ?? 0 }, hints) };
  });

  server.handle(checkAttention, async () => ({ waiting: await queue.refresh() }));
}
