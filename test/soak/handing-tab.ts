import { createEventOutbox } from '../../content/desks/event-outbox.ts';
import type { TurnEvent } from '../../rules/turns/event.ts';
import { appendEvents } from '../../storage/contracts/ledger.ts';
import { sendRequest } from '../../storage/messages/send.ts';

/**
 * Runs in a tab of a marketplace, in the extension's own world, as the desk does: what happens is put into the same
 * outbox, which hands it over until it has a receipt.
 */
const outbox = createEventOutbox({
  signal: new AbortController().signal,
  isAlive: () => true,
  send: async ({ events }) => {
    await sendRequest(appendEvents, { events, nicks: [] });
  },
});

Object.assign(globalThis, {
  soak: {
    happens: (events: TurnEvent[]) => outbox.add(events, undefined),
    pending: () => outbox.pending(),
  },
});
