import { currentShift } from '../../rules/shift/shift.ts';
import { DAY_MS } from '../../rules/time/shanghai.ts';
import { withoutAnswersBefore } from '../../storage/form-answers.ts';
import { imagesOf } from '../../storage/library-state.ts';
import { withoutOldStates } from '../../storage/order-book.ts';
import { usesOfLibrary } from '../../storage/phrase-uses.ts';
import { withoutChangesBefore } from '../../storage/price-log.ts';
import { withoutRefusalsBefore } from '../../storage/refusals.ts';
import { withoutOldEntries } from '../../storage/registers.ts';
import type { Phrase } from '../../storage/schemas/phrase.ts';
import { withoutShiftsBefore } from '../../storage/shifts.ts';
import { TRASH_DAYS } from '../../storage/trash.ts';
import { withoutOldAnswers } from './handle-suggest.ts';
import { withoutTrashed } from './library-changes.ts';
import type { RecentEvents } from './recent-events.ts';
import type { Stores } from './stores.ts';

/** As long as the live queue and its lists can show a buyer. */
const NICKS_FOR = 2 * DAY_MS;
export const RETENTION_ALARM = 'retention';

/** Buyer data is kept no longer than the setting says; whole days are deleted, once a day and at every start. */
export async function forgetOldDays(
  stores: Stores,
  recent: Pick<RecentEvents, 'from' | 'startOver'>,
  now: () => number,
): Promise<void> {
  const { retentionDays } = await stores.settings.read();
  const before = now() - retentionDays * DAY_MS;
  const forgotten = await stores.ledger.forget(before);
  await stores.figureDays.forget(before);
  // Kept for a day or two only: memory must not know longer than the disk what a buyer did.
  if (forgotten > 0 && before > recent.from()) recent.startOver();
  // Days pages no longer tell of; yesterday's may still be filled in.
  await stores.ledger.compact(now() - 2 * DAY_MS);
  await stores.given.forget(before);
  await stores.nicks.forget(now() - NICKS_FOR);
  await stores.suggest.update((record) => withoutOldAnswers(record, before));
  await stores.answers.update((record) => withoutAnswersBefore(record, before));
  await stores.priceLog.update((log) => withoutChangesBefore(log, before));
  await stores.registers.update((record) => withoutOldEntries(record, before, now()));
  await stores.shifts.update((record) => withoutShiftsBefore(record, before));
  await stores.refusals.update((record) => withoutRefusalsBefore(record, before));
  const shift = currentShift((await stores.shifts.read()).shifts, now());
  await stores.orders.update((book) => withoutOldStates(book, before, now(), shift?.start));
}

/**
 * Once a day and at every start: what lay in the trash for 30 days goes with its counts, the library's copy of the day is taken, and
 * images that no phrase, no copy and no step back needs go too.
 */
export async function tidyLibrary(stores: Stores, now: () => number): Promise<void> {
  const limit = now() - TRASH_DAYS * DAY_MS;
  const isOld = ({ deletedAt }: Phrase): boolean => deletedAt !== null && deletedAt < limit;
  let library = await stores.library.read();
  if (library.phrases.some(isOld))
    library = await stores.library.update((present) => withoutTrashed(present, isOld, now()));
  const kept = library;
  await stores.uses.update((uses) => usesOfLibrary(uses, kept));
  await stores.backups.takeDaily(library);
  const held = [...(await stores.journal.steps()), ...(await stores.backups.list())];
  await stores.images.sweep(new Set([...imagesOf(library.phrases), ...held.flatMap(({ images }) => images)]));
}
