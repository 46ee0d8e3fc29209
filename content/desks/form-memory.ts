import { textsOf } from '../../rules/phrases/next-text.ts';
import { fieldsOf, type SnippetLookup } from '../../rules/phrases/template.ts';
import { rememberAnswers } from '../../storage/contracts/form-answers.ts';
import { formAnswersStore, lastAnswers } from '../../storage/form-answers.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { Phrase } from '../../storage/schemas/phrase.ts';
import { watchStore } from '../../storage/watch.ts';

/** What the agent last answered in forms, kept by the background. */
export interface FormMemory {
  /** By field name. */
  last(): Readonly<Record<string, string>>;
  /** Keeps what only the agent knew; values the page should have told belong to one buyer and are not kept. */
  remember(
    phrase: Phrase,
    index: number,
    answers: Readonly<Record<string, string>>,
    snippet: SnippetLookup,
  ): void;
}

export function followFormAnswers(now: () => number, signal: AbortSignal): FormMemory {
  let last: Readonly<Record<string, string>> = {};
  void watchStore(formAnswersStore, now, signal, (record) => {
    last = lastAnswers(record);
  });
  return {
    last: () => last,
    remember(phrase, index, answers, snippet) {
      const own = fieldsOf(textsOf(phrase)[index] ?? phrase.text, { snippet });
      const known = Object.fromEntries(own.map(({ name }) => [name, answers[name] ?? '']));
      last = { ...last, ...known };
      sendRequest(rememberAnswers, { answers: known }).catch(() => undefined);
    },
  };
}
