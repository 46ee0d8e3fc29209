import type { NextText } from '../../rules/phrases/next-text.ts';
import type { FormAnswers, FormField } from '../../rules/phrases/template.ts';
import { rememberAnswers } from '../../storage/contracts/form-answers.ts';
import { forgetGiven, phraseUsed, textsGiven } from '../../storage/contracts/library.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { BuyerMemory, GivenRequests } from './buyer-memory.ts';

/** What buyers with a nick got lies with the background. */
export const givenRequests: GivenRequests = {
  read: async (conversation: string) => (await sendRequest(textsGiven, { conversation })).given,
  forget: async (conversation: string, id: string) => {
    await sendRequest(forgetGiven, { conversation, id });
  },
};

/** What was copied counts also when the background could not be told: the agent has the text. */
export const untold = (error: unknown): void => console.error('[shoubian] pad', error);

/** Only a phrase with several texts leaves a trace with its buyer. */
export function countUse(memory: BuyerMemory, id: string, { index, of }: NextText): void {
  const conversation = memory.conversation();
  if (of > 1) memory.add(id, index);
  sendRequest(phraseUsed, { id, ...(of > 1 && conversation !== undefined && { conversation, index }) }).catch(
    untold,
  );
}

/** Names of the rows that ask for what the agent alone knows; the others are this buyer's. */
export const ownNames = (fields: readonly FormField[]): Set<string> =>
  new Set(fields.flatMap(({ name, page }) => (page === undefined ? [name] : [])));

/** What the agent alone knows stands in the form next time; a value of this buyer's does not. */
export function rememberOwn(fields: readonly FormField[], answers: FormAnswers): void {
  const own = [...ownNames(fields)].map((name) => [name, answers[name] ?? '']);
  if (own.length > 0) sendRequest(rememberAnswers, { answers: Object.fromEntries(own) }).catch(untold);
}
