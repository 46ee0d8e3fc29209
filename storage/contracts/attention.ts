import * as z from 'zod/mini';
import { defineRequest } from './contract.ts';

/** Do not disturb for a quarter of an hour from now, or no longer. Answers until when, epoch ms; 0 when it is over. */
export const pauseAttention = defineRequest({
  name: 'attention.pause',
  from: ['page', 'desk'],
  input: z.object({ on: z.boolean() }),
  output: z.object({ until: z.int() }),
});

/** Lets the agent see a notification or hear a sound as it will be, whatever the hour. */
export const tryAttention = defineRequest({
  name: 'attention.try',
  from: ['page'],
  input: z.object({ what: z.enum(['notice', 'warn', 'breach']) }),
  /** False where the browser or the system would not have it. */
  output: z.object({ done: z.boolean() }),
});
