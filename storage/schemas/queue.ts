import * as z from 'zod/mini';
import { platforms } from '../../rules/platform.ts';
import { recordFields } from './record.ts';
import { limitsSchema } from './settings.ts';

const precision = z.enum(['ms', 's', 'min']);

/** A wait that only the conversation list tells of: the conversation has not been opened since (metrics.md §6). */
export const waitHintSchema = z.object({
  platform: z.enum(platforms),
  shop: z.string(),
  buyer: z.string(),
  nick: z.exactOptional(z.string()),
  since: z.int(),
  precision,
  /** Characters of the words the list shows, to tell the shop's own from the buyer's; absent where it shows none. */
  length: z.exactOptional(z.int().check(z.nonnegative())),
});
export type WaitHint = z.infer<typeof waitHintSchema>;

export const waitingBuyerSchema = z.object({
  key: z.string(),
  platform: z.enum(platforms),
  shop: z.string(),
  buyer: z.string(),
  nick: z.exactOptional(z.string()),
  since: z.int(),
  precision,
  messages: z.exactOptional(z.int()),
  first: z.boolean(),
  limits: limitsSchema,
  failed: z.boolean(),
});

/** Names one conversation, to open it: a waiting buyer, or one of the quiet chats. */
export const chatPlaceSchema = z.object({
  key: z.string().check(z.maxLength(400)),
  platform: z.enum(platforms),
  shop: z.string().check(z.maxLength(200)),
  buyer: z.string().check(z.maxLength(200)),
  nick: z.exactOptional(z.string().check(z.maxLength(200))),
});
export type ChatPlace = z.infer<typeof chatPlaceSchema>;

/** A conversation in which nobody waits as the clock sees it, but which is not done: who, and since when (epoch ms). */
const quietChatSchema = z.object({
  key: z.string(),
  platform: z.enum(platforms),
  shop: z.string(),
  buyer: z.string(),
  nick: z.exactOptional(z.string()),
  since: z.int(),
});
export type QuietChat = z.infer<typeof quietChatSchema>;

/** Snapshot of the live queue: written by the background when it changes, watched by every dock and the popup. */
export const queueSchema = z.object({
  ...recordFields,
  /** In queue order (metrics.md §6), which every view keeps. */
  waiting: z.array(waitingBuyerSchema),
  /**
   * The buyer spoke last, today, where the platform wants the shop's last word (metrics.md §6): those who wait too, and
   * those whose clock has stopped. Oldest first. Snapshots kept before there were any have none.
   */
  lastWords: z._default(z.array(quietChatSchema), []),
  /** A8: the last word is ours and nothing is open; the one silent for longest first. */
  closable: z._default(z.array(quietChatSchema), []),
  /** How many there are of each; the lists above end where nobody would read on. */
  counts: z._default(z.object({ lastWords: z.int(), closable: z.int() }), { lastWords: 0, closable: 0 }),
  /** waiting key + step → when the agent was told, so that nobody is told twice (metrics.md §6). */
  told: z.record(z.string(), z.int()),
});
export type QueueSnapshot = z.infer<typeof queueSchema>;
