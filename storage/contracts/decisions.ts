import * as z from 'zod/mini';
import { decisionTableSchema } from '../schemas/decision-table.ts';
import { defineRequest } from './contract.ts';

const fault = z.object({ 'zh-CN': z.string(), en: z.string() });

/**
 * Keeps a table as the shop's own, in the place of the one with its id. A table with faults is refused whole and every
 * fault is said.
 */
export const saveDecisionTable = defineRequest({
  name: 'decisions.save',
  from: ['page'],
  input: z.object({ table: decisionTableSchema }),
  output: z.object({ faults: z.array(fault) }),
});

/** Takes the shop's own table away; the shipped one of its id applies again. */
export const removeDecisionTable = defineRequest({
  name: 'decisions.remove',
  from: ['page'],
  input: z.object({ id: z.string().check(z.maxLength(80)) }),
  output: z.object({}),
});
