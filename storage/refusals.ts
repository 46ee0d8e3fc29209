import * as z from 'zod/mini';
import { type Platform, platforms } from '../rules/platform.ts';
import type { Refusal } from '../rules/urging/index.ts';
import { recordFields } from './schemas/record.ts';
import type { StoreDefinition } from './store.ts';

/** Buyers remembered; the oldest words go first. */
export const mostRefusals = 5_000;

const name = z.string().check(z.minLength(1), z.maxLength(200));
export const refusalFields = {
  platform: z.enum(platforms),
  /** Every name the page has for the buyer, unmasked: id, nick. */
  buyers: z.array(name).check(z.minLength(1), z.maxLength(5)),
  /** The shop's stop word in the message; the message itself is not kept. */
  word: z.string().check(z.minLength(1), z.maxLength(100)),
  /** Epoch ms of the message. */
  at: z.int(),
};

const refusalsSchema = z.object({
  ...recordFields,
  refusals: z.array(z.object(refusalFields)).check(z.maxLength(mostRefusals)),
});
export type Refusals = z.infer<typeof refusalsSchema>;
export type KeptRefusal = Refusals['refusals'][number];

/**
 * Buyers who said they do not want it (rules.md §5: urging stops on 不要了, 取消). Buyers' data: kept as long as the
 * ledger, exported and erased with it.
 */
export const refusalsStore: StoreDefinition<Refusals> = {
  key: 'refusals',
  version: 1,
  schema: refusalsSchema,
  migrations: {},
  defaults: (now) => ({ id: 'refusals', createdAt: now, updatedAt: now, deletedAt: null, refusals: [] }),
};

const keysOf = ({ platform, buyers }: { platform: Platform; buyers: readonly string[] }): string[] =>
  buyers.map((buyer) => `${platform}\u0000${buyer}`);

/** With this refusal as the buyer's last word. */
export function withRefusal(record: Refusals, refusal: KeptRefusal): Refusals {
  const keys = new Set(keysOf(refusal));
  const isSame = (other: KeptRefusal): boolean => keysOf(other).some((key) => keys.has(key));
  if (record.refusals.some((other) => isSame(other) && other.at >= refusal.at)) return record;
  const kept = record.refusals.filter((other) => !isSame(other));
  return { ...record, updatedAt: refusal.at, refusals: [refusal, ...kept].slice(0, mostRefusals) };
}

export const withoutRefusalsBefore = (record: Refusals, before: number): Refusals => ({
  ...record,
  refusals: record.refusals.filter(({ at }) => at >= before),
});

/** Looks a buyer up by any of the names an order shows. */
export function refusalLookup({
  refusals,
}: Refusals): (platform: Platform, names: readonly (string | undefined)[]) => Refusal | undefined {
  const byName = new Map<string, Refusal>();
  for (const refusal of refusals) {
    for (const key of keysOf(refusal)) byName.set(key, { at: refusal.at, word: refusal.word });
  }
  return (platform, names) => {
    for (const known of names) {
      const found = known === undefined ? undefined : byName.get(`${platform}\u0000${known.trim()}`);
      if (found) return found;
    }
    return undefined;
  };
}
