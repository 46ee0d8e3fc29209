import * as z from 'zod/mini';
import { figureUnits } from '../../rules/metrics/figure.ts';
import { platforms } from '../../rules/platform.ts';
import { turnEventSchema } from '../schemas/ledger.ts';
import { chatPlaceSchema, waitHintSchema } from '../schemas/queue.ts';
import { defineRequest } from './contract.ts';

/**
 * A desk hands over what happened. The answer is the receipt: everything of the batch is on disk.
 * Without it the desk sends the batch again; the ledger counts each event once (F9).
 */
export const appendEvents = defineRequest({
  name: 'ledger.append',
  from: ['desk'],
  input: z.object({
    events: z.array(turnEventSchema).check(z.maxLength(1_000)),
    nicks: z.array(
      z.object({ platform: z.enum(platforms), shop: z.string(), buyer: z.string(), nick: z.string() }),
    ),
  }),
  output: z.object({ added: z.int() }),
});

/** The waits only a conversation list tells of: the whole list of this page, replacing its last; [] when it goes. */
export const reportHints = defineRequest({
  name: 'queue.hints',
  from: ['desk'],
  input: z.object({ hints: z.array(waitHintSchema).check(z.maxLength(500)) }),
  output: z.object({ waiting: z.int() }),
});

/** A desk counts seconds and says when a step was reached; the background tells the agent (platform.md §8). */
export const checkAttention = defineRequest({
  name: 'attention.check',
  from: ['desk', 'page'],
  input: z.object({}),
  output: z.object({ waiting: z.int() }),
});

export const figureSchema = z.object({
  id: z.string(),
  value: z.nullable(z.number()),
  numerator: z.number(),
  denominator: z.number(),
  unit: z.enum(figureUnits),
  uncertain: z.number(),
  unsettled: z.boolean(),
});
export type FigureRecord = z.infer<typeof figureSchema>;

/** Today's figures, one set per platform that has events. */
export const readFigures = defineRequest({
  name: 'ledger.figures',
  from: ['page', 'desk'],
  input: z.object({ from: z.int(), to: z.int() }),
  output: z.array(z.object({ platform: z.enum(platforms), figures: z.array(figureSchema) })),
});

/**
 * Brings the tab forward in which a waiting buyer's conversation stands, or one of its marketplace, and has that tab
 * open the conversation (`openChat`). Asked by a desk, its own tab is left out.
 */
export const focusBuyer = defineRequest({
  name: 'queue.focus',
  from: ['page', 'desk'],
  input: z.object({ platform: z.enum(platforms), chat: z.exactOptional(chatPlaceSchema) }),
  output: z.object({ found: z.boolean() }),
});
