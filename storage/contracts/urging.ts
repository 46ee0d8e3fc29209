import * as z from 'zod/mini';
import { refusalFields } from '../refusals.ts';
import { defineRequest } from './contract.ts';

/** A buyer wrote one of the shop's stop words in a chat that is read: their unpaid orders are not urged any more. */
export const noteRefusal = defineRequest({
  name: 'urging.refused',
  from: ['desk'],
  input: z.object(refusalFields),
  output: z.object({}),
});
