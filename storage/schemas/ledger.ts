import * as z from 'zod/mini';
import { platforms } from '../../rules/platform.ts';
import { eventTypes } from '../../rules/turns/event.ts';
import { isTurnEvent } from './is-turn-event.ts';
import { recordFields } from './record.ts';

/** One event as pages hand it over and the ledger keeps it (rules/turns/event.ts). */
export const turnEventSchema = z.object({
  id: z.exactOptional(z.string().check(z.maxLength(200))),
  t: z.int().check(z.positive()),
  platform: z.enum(platforms),
  shop: z.string().check(z.minLength(1), z.maxLength(100)),
  buyer: z.string().check(z.minLength(1), z.maxLength(200)),
  session: z.exactOptional(z.string().check(z.maxLength(200))),
  agent: z.exactOptional(z.string().check(z.maxLength(60))),
  to: z.exactOptional(z.string().check(z.maxLength(60))),
  type: z.enum(eventTypes),
  origin: z.exactOptional(z.enum(['page', 'native_app', 'phone', 'unknown'])),
  precision: z.exactOptional(z.enum(['ms', 's', 'min'])),
  length: z.exactOptional(z.int().check(z.nonnegative())),
  seq: z.exactOptional(z.int()),
  recalled: z.exactOptional(z.boolean()),
});

/** Up to CHUNK_EVENTS events of one day, platform and shop. Append-only. */
const ledgerChunkSchema = z.object({ ...recordFields, events: z.array(turnEventSchema) });
export type LedgerChunk = z.infer<typeof ledgerChunkSchema>;
const chunkHead = z.object(recordFields);

/** A chunk as it was read from disk; undefined for what is none. */
export function readChunk(raw: unknown): LedgerChunk | undefined {
  const events = (raw as { events?: unknown } | null)?.events;
  if (Array.isArray(events) && events.every(isTurnEvent)) {
    const head = chunkHead.safeParse(raw);
    return head.success ? { ...head.data, events } : undefined;
  }
  const parsed = ledgerChunkSchema.safeParse(raw);
  return parsed.success ? parsed.data : undefined;
}

/** Events of a day that is over, as storage/ledger-pack.ts packs them. */
export const ledgerPackSchema = z.object({ ...recordFields, bytes: z.instanceof(Uint8Array) });
export type LedgerPack = z.infer<typeof ledgerPackSchema>;

/** What one day holds, so that its chunks are found without listing every key. */
export const ledgerDaySchema = z.object({
  ...recordFields,
  day: z.string(),
  /**
   * `packed`: a packed record holds events of it, beside the chunks that came since. `revision`: another one after
   * every event that came, so that what was worked out from the part is known to be out of date.
   */
  parts: z.array(
    z.object({
      platform: z.enum(platforms),
      shop: z.string(),
      chunks: z.int(),
      packed: z.exactOptional(z.boolean()),
      revision: z.exactOptional(z.int()),
    }),
  ),
});
export type LedgerDay = z.infer<typeof ledgerDaySchema>;
