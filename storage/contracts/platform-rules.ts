import * as z from 'zod/mini';
import { rowId, rowNote, rowValueSchema } from '../schemas/platform-rules.ts';
import { defineRequest } from './contract.ts';

/** What was wrong with a value, in words; nothing is kept then. */
const fault = z.exactOptional(z.object({ 'zh-CN': z.string(), en: z.string() }));

/** Puts the user's value in the place of a row's. One that says what is shipped is the shipped one again. */
export const setPlatformRule = defineRequest({
  name: 'rules.set',
  from: ['page'],
  input: z.object({ id: rowId, value: rowValueSchema, note: z.exactOptional(rowNote) }),
  output: z.object({ fault }),
});

/** The shipped value holds again. */
export const resetPlatformRule = defineRequest({
  name: 'rules.reset',
  from: ['page'],
  input: z.object({ id: rowId }),
  output: z.object({}),
});

/** Answers an update that changed a row the user had edited: keep the user's value, or take the new one. */
export const settlePlatformRule = defineRequest({
  name: 'rules.settle',
  from: ['page'],
  input: z.object({ id: rowId, take: z.enum(['own', 'shipped']) }),
  output: z.object({}),
});
