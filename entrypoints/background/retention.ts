import { DAY_MS } from '../../rules/time/shanghai.ts';
import type { Stores } from './stores.ts';

export const RETENTION_ALARM = 'retention';

/** Buyer data is kept no longer than the setting says; whole days are deleted, once a day and at every start. */
export async function forgetOldDays(stores: Stores, now: () => number): Promise<void> {
  const { retentionDays } = await stores.settings.read();
  await stores.ledger.forget(now() - retentionDays * DAY_MS);
}
