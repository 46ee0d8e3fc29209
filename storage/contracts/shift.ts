import * as z from 'zod/mini';
import { breaksSchema } from '../schemas/shift.ts';
import { defineRequest } from './contract.ts';

const from = ['desk', 'page'] as const;
const done = z.object({});
const id = z.string().check(z.minLength(1), z.maxLength(80));
const fault = z.object({ 'zh-CN': z.string(), en: z.string() });

/*
 * What the agent does about shifts. All of it may be asked twice: a second tab that presses the same changes nothing.
 * Shifts are read from their store (storage/shifts.ts), which every view follows.
 */

export const beginShift = defineRequest({ name: 'shift.begin', from, input: done, output: done });

export const finishShift = defineRequest({ name: 'shift.finish', from, input: done, output: done });

/** Takes an end by hand of the last half hour back; the time between counts as a break. */
export const resumeShift = defineRequest({ name: 'shift.resume', from, input: done, output: done });

/** Into a break, or back out of it. */
export const pauseShift = defineRequest({
  name: 'shift.pause',
  from,
  input: z.object({ paused: z.boolean() }),
  output: done,
});

/** Other times for a shift; a fault says in both languages why nothing was changed. Without `end` it runs. */
export const correctShift = defineRequest({
  name: 'shift.correct',
  from: ['page'],
  input: z.object({ id, start: z.int(), end: z.exactOptional(z.int()), breaks: breaksSchema }),
  output: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true) }),
    z.object({ ok: z.literal(false), fault }),
  ]),
});

export const removeShift = defineRequest({
  name: 'shift.remove',
  from: ['page'],
  input: z.object({ id }),
  output: done,
});

/** The draft of the handover sheet as text (rules/shift/handover.ts), of the running shift or the one that ended last. */
export const draftHandover = defineRequest({
  name: 'shift.handover',
  from,
  input: z.object({ language: z.enum(['zh-CN', 'en']) }),
  output: z.object({ text: z.string() }),
});
