import * as z from 'zod/mini';
import { rememberedColumnsSchema } from '../column-memory.ts';
import { defineRequest } from './contract.ts';

const done = z.object({});
const conflictChoice = z.enum(['skip', 'replace', 'keep-both', 'newer']);

/** Puts an imported document in place after its preview was accepted; a backup is written first. */
export const applyImport = defineRequest({
  name: 'data.import',
  from: ['page'],
  input: z.object({
    text: z.string().check(z.maxLength(50_000_000)),
    conflicts: conflictChoice,
    /** What the agent chose for single phrases of the file, by their place in its list (from 1). */
    choices: z.exactOptional(z.record(z.string(), conflictChoice)),
  }),
  /** `errors` in the agent's language; with any, nothing was changed. */
  output: z.object({ changed: z.int(), errors: z.array(z.string()) }),
});

/** Takes back the last import: what the backup holds is put in place again. */
export const undoImport = defineRequest({
  name: 'data.undo-import',
  from: ['page'],
  input: z.object({}),
  output: z.object({ restored: z.boolean() }),
});

/** Removes a user map, so that the built-in one (if any) applies again. */
export const removeMap = defineRequest({
  name: 'maps.remove',
  from: ['page'],
  input: z.object({ id: z.string() }),
  output: done,
});

export const restoreStore = defineRequest({
  name: 'stores.restore',
  from: ['page'],
  input: z.object({ id: z.string() }),
  output: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true) }),
    z.object({ ok: z.literal(false), detail: z.string() }),
  ]),
});

export const discardStore = defineRequest({
  name: 'stores.discard',
  from: ['page'],
  input: z.object({ id: z.string() }),
  output: done,
});

/**
 * Erases. `figures`: every buyer's trace (events, queue, nicks, which texts they were given); phrases and settings stay.
 * `everything`: all stores, the set-aside ones and the backup too; the product is as newly installed.
 */
export const eraseData = defineRequest({
  name: 'data.erase',
  from: ['page'],
  input: z.object({ what: z.enum(['figures', 'everything']) }),
  output: done,
});

/** The events kept, and which texts each buyer was given, for the agent's own export. */
export const exportEvents = defineRequest({
  name: 'ledger.export',
  from: ['page'],
  input: z.object({ from: z.int(), to: z.int() }),
  output: z.object({ json: z.string() }),
});

/** Remembers what the columns of a table are, by the names in its header. */
export const rememberColumns = defineRequest({
  name: 'data.remember-columns',
  from: ['page'],
  input: z.object({
    header: z.string().check(z.minLength(1), z.maxLength(2_000)),
    ...rememberedColumnsSchema.shape,
  }),
  output: done,
});
