import { rememberAnswers } from '../../storage/contracts/form-answers.ts';
import { withAnswers } from '../../storage/form-answers.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import type { Stores } from './stores.ts';

/** What was answered in the forms of phrases. */
export function handleFormAnswers(server: RequestServer, stores: Stores, now: () => number): void {
  server.handle(rememberAnswers, async ({ answers }) => {
    await stores.answers.update((record) => withAnswers(record, answers, now()));
    return {};
  });
}
