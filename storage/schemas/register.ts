import * as z from 'zod/mini';
import { platforms } from '../../rules/platform.ts';
import { entryKinds, entryLimits, entryStatuses, mostEntries } from '../../rules/registers/entry.ts';
import { recordFields } from './record.ts';

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const { name, number, issue, text: prose, goods, title } = entryLimits;
const epoch = z.int();

export const entryGoodsSchema = z.object({
  title: z.exactOptional(text(title)),
  sku: z.exactOptional(text(title)),
  code: z.exactOptional(text(title)),
  quantity: z.exactOptional(z.int().check(z.minimum(1), z.maximum(99_999))),
});

/** What an agent writes into a register, cleaned (rules/registers/entry.ts). */
export const entryFactFields = {
  kind: z.enum(entryKinds),
  platform: z.enum(platforms),
  shop: z.exactOptional(text(name)),
  buyer: z.exactOptional(text(name)),
  conversation: z.exactOptional(text(prose)),
  phone: z.exactOptional(text(number)),
  orderId: z.exactOptional(text(number)),
  goods: z.array(entryGoodsSchema).check(z.maxLength(goods)),
  issue: text(issue),
  reason: z.exactOptional(text(prose)),
  courier: z.exactOptional(text(name)),
  trackingNo: z.exactOptional(text(number)),
  amount: z.exactOptional(z.int().check(z.minimum(0), z.maximum(entryLimits.amount))),
  promisedAt: z.exactOptional(epoch),
  solution: z.exactOptional(text(prose)),
  owner: z.exactOptional(text(name)),
  note: z.exactOptional(text(issue)),
  bagCode: z.exactOptional(text(number)),
};

export const entrySchema = z.object({
  ...recordFields,
  ...entryFactFields,
  status: z.enum(entryStatuses),
  doneAt: z.exactOptional(epoch),
  by: z.exactOptional(text(name)),
  /** The promised time the agent was reminded of: a time that is moved is reminded of again. */
  reminded: z.exactOptional(epoch),
});
export type StoredEntry = z.infer<typeof entrySchema>;

export const registersSchema = z.object({
  ...recordFields,
  /** As they were written down, the oldest first. */
  entries: z.array(entrySchema).check(z.maxLength(mostEntries)),
  /** Shanghai day on which the agent was last reminded of returns. */
  returnsDay: z.exactOptional(z.string()),
});
export type Registers = z.infer<typeof registersSchema>;
