import * as z from 'zod/mini';
import { platforms } from '../../rules/platform.ts';
import { defineRequest } from './contract.ts';

/**
 * Phrases that may answer what a buyer last wrote. The message is read by the background and forgotten at once: the
 * phrases' words are indexed there, so that a page with a large library has nothing to build.
 */
export const suggestAnswers = defineRequest({
  name: 'suggest.answers',
  from: ['desk', 'page'],
  input: z.object({
    message: z.string().check(z.maxLength(2_000)),
    /** Phrases that are not for this marketplace are left out. */
    platform: z.exactOptional(z.enum(platforms)),
  }),
  output: z.array(
    z.object({
      id: z.string(),
      why: z.enum(['learnt', 'words']),
      words: z.exactOptional(z.string()),
    }),
  ),
});

/** The agent answered such a message with a phrase. Only the sketch travels and is kept (rules/phrases/suggest-memory.ts). */
export const learnAnswer = defineRequest({
  name: 'suggest.learn',
  from: ['desk', 'page'],
  input: z.object({
    sketch: z.array(z.int().check(z.nonnegative(), z.maximum(4095))).check(z.maxLength(40)),
    id: z.string(),
  }),
  output: z.object({}),
});
