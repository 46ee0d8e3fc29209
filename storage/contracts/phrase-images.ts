import * as z from 'zod/mini';
import { phraseImageSchema } from '../schemas/phrase.ts';
import { defineRequest } from './contract.ts';

/** Keeps an image for a phrase. `problem` says in the agent's language why it is not kept. */
export const keepImage = defineRequest({
  name: 'images.keep',
  from: ['page'],
  // 5 MB of image and some air, so that one that is too large is told so.
  input: z.object({
    name: z.string().check(z.maxLength(400)),
    base64: z.string().check(z.maxLength(30_000_000)),
  }),
  output: z.object({
    image: z.exactOptional(phraseImageSchema),
    problem: z.exactOptional(z.string()),
  }),
});

/**
 * The bytes of a phrase's image: content scripts run in the page's origin and cannot open what the extension keeps.
 * Fails for a hash that is not kept.
 */
export const phraseImage = defineRequest({
  name: 'images.read',
  from: ['desk', 'page'],
  input: z.object({ hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  output: z.object({ type: z.string(), name: z.string(), base64: z.string() }),
});
