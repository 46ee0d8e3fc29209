import * as z from 'zod/mini';
import { defineRequest } from './contract.ts';

/**
 * The agent filled in the form of a phrase: the answers stand in the form next time. Only what the agent alone knows is
 * sent (`page` absent in its FormField); a value the page should have told belongs to one buyer.
 */
export const rememberAnswers = defineRequest({
  name: 'answers.remember',
  from: ['desk', 'page'],
  input: z.object({
    /** By field name. Answers that are blank or longer than 200 characters are passed over. */
    answers: z.record(
      z.string().check(z.minLength(1), z.maxLength(40)),
      z.string().check(z.maxLength(2_000)),
    ),
  }),
  output: z.object({}),
});
