import { noteRefusal } from '../../storage/contracts/urging.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import { withRefusal } from '../../storage/refusals.ts';
import type { Stores } from './stores.ts';

/** What chats tell about buyers who are not to be urged. */
export function handleUrging(server: RequestServer, stores: Stores): void {
  server.handle(noteRefusal, async (refusal) => {
    await stores.refusals.update((record) => withRefusal(record, refusal));
    return {};
  });
}
