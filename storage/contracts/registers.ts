import * as z from 'zod/mini';
import { platforms } from '../../rules/platform.ts';
import { entryKinds, entryStatuses } from '../../rules/registers/entry.ts';
import { defineRequest } from './contract.ts';

const from = ['desk', 'page'] as const;
/** Longer than any field may be: what is too long comes back as a fault in words, not as a broken message. */
const said = z.string().check(z.maxLength(20_000));
const text = z.exactOptional(said);
const change = z.exactOptional(z.nullable(said));
const number = z.exactOptional(z.number());
const goods = z
  .array(z.object({ title: text, sku: text, code: text, quantity: number }))
  .check(z.maxLength(1_000));
const id = z.string().check(z.minLength(1), z.maxLength(80));
const ids = z.array(id).check(z.maxLength(20_000));
const kind = z.enum(entryKinds);
const status = z.enum(entryStatuses);
const fault = z.object({ 'zh-CN': z.string(), en: z.string() });

/** An entry as it is written down; what the page did not show is absent (rules/registers/entry.ts, EntryFacts). */
export const entryDraftSchema = z.object({
  kind,
  platform: z.enum(platforms),
  /** Absent: the shop of the settings. */
  shop: text,
  buyer: text,
  conversation: text,
  phone: text,
  orderId: text,
  goods,
  issue: said,
  reason: text,
  courier: text,
  trackingNo: text,
  amount: number,
  promisedAt: number,
  solution: text,
  /** Absent: the agent of the settings. */
  owner: text,
  note: text,
  bagCode: text,
});
export type EntryDraft = z.infer<typeof entryDraftSchema>;

/** As kept, for those who show it. */
const entrySchema = z.object({
  ...entryDraftSchema.shape,
  id: z.string(),
  status,
  createdAt: z.int(),
  updatedAt: z.int(),
  doneAt: z.exactOptional(z.int()),
  by: text,
});

/**
 * Writes an entry down. `known`: the same stands open already; nothing was written and `id` is that one's. A fault says
 * in both languages why nothing was written.
 */
export const addEntry = defineRequest({
  name: 'registers.add',
  from,
  input: z.object({ entry: entryDraftSchema, status: z.exactOptional(status) }),
  output: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), id: z.string(), known: z.boolean() }),
    z.object({ ok: z.literal(false), fault }),
  ]),
});

/** Changes what is named; `null` empties a field. `done` notes the time. */
export const changeEntry = defineRequest({
  name: 'registers.change',
  from,
  input: z.object({
    id,
    patch: z.exactOptional(
      z.object({
        kind: z.exactOptional(kind),
        platform: z.exactOptional(z.enum(platforms)),
        goods: z.exactOptional(goods),
        issue: text,
        shop: change,
        buyer: change,
        conversation: change,
        phone: change,
        orderId: change,
        reason: change,
        courier: change,
        trackingNo: change,
        amount: z.exactOptional(z.nullable(z.number())),
        promisedAt: z.exactOptional(z.nullable(z.number())),
        solution: change,
        owner: change,
        note: change,
        bagCode: change,
      }),
    ),
    status: z.exactOptional(status),
  }),
  output: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true) }),
    z.object({ ok: z.literal(false), fault }),
  ]),
});

/** Removes entries, or brings them back within a day. */
export const removeEntry = defineRequest({
  name: 'registers.remove',
  from,
  input: z.object({ ids, removed: z.boolean() }),
  output: z.object({}),
});

/** Entries that say all words of the query, the newest first; `total` counts them all. */
export const listEntries = defineRequest({
  name: 'registers.list',
  from,
  input: z.object({
    query: z.exactOptional(z.string().check(z.maxLength(200))),
    kinds: z.exactOptional(z.array(kind)),
    status: z.exactOptional(status),
    limit: z.int().check(z.positive(), z.maximum(500)),
  }),
  output: z.object({ entries: z.array(entrySchema), total: z.int() }),
});

/** The entries of a file, after the agent saw its preview. */
export const importEntries = defineRequest({
  name: 'registers.import',
  from: ['page'],
  input: z.object({
    entries: z
      .array(
        z.object({
          facts: entryDraftSchema,
          status,
          createdAt: z.exactOptional(z.int()),
          doneAt: z.exactOptional(z.int()),
        }),
      )
      .check(z.maxLength(20_000)),
  }),
  /** `added`: ids, to take the import back. `known` stood there already; `refused` found no room. */
  output: z.object({ added: z.array(z.string()), known: z.int(), refused: z.int() }),
});

/** What the dock says of the registers: what is due today, and what is open of the buyer whose chat is open. */
export const lookAtRegisters = defineRequest({
  name: 'registers.look',
  from,
  input: z.object({
    buyer: z.exactOptional(
      z.object({
        platform: z.enum(platforms),
        conversation: z.exactOptional(said),
        buyer: z.exactOptional(said),
        orderIds: z.exactOptional(z.array(said).check(z.maxLength(100))),
      }),
    ),
  }),
  output: z.object({
    /** How many promised times have passed, and how many more are today's. */
    late: z.int(),
    today: z.int(),
    /** Those, the longest passed first; not all of them where there are very many. */
    due: z.array(entrySchema),
    ofBuyer: z.array(entrySchema),
  }),
});

/** Entries a scanned or pasted text names by its parcel or order, the newest first. */
export const entriesOfNumber = defineRequest({
  name: 'registers.of-number',
  from,
  input: z.object({ text: z.string().check(z.maxLength(4_000)) }),
  output: z.object({ entries: z.array(entrySchema) }),
});
