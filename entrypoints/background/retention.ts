import { DAY_MS } from '../../rules/time/shanghai.ts';
import { usesOfLibrary } from '../../storage/phrase-uses.ts';
import type { Stores } from './stores.ts';

export const RETENTION_ALARM = 'retention';

/** Buyer data is kept no longer than the setting says; whole days are deleted, once a day and at every start. */
export async function forgetOldDays(stores: Stores, now: () => number): Promise<void> {
  const { retentionDays } = await stores.settings.read();
  const before = now() - retentionDays * DAY_MS;
  await stores.ledger.forget(before);
  await stores.given.forget(before);
  const library = await stores.library.read();
  await stores.uses.update((uses) => usesOfLibrary(uses, library));
}
