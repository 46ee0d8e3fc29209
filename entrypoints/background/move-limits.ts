import { shanghaiDay } from '../../rules/time/shanghai.ts';
import { rowsOfLimits } from '../../storage/import/old-limits.ts';
import type { Stores } from './stores.ts';

/**
 * Reply limits were kept in the settings before platforms' rows could be edited; they become values of the rows. The
 * rows are written first: a worker that dies between the two does it once more and nothing is lost.
 * @param wins at a start a row the user has set since stays; of a backup by an older program the backup's counts
 */
export async function moveLimits(
  stores: Pick<Stores, 'settings' | 'rules'>,
  now: () => number,
  wins: 'rows' | 'limits' = 'rows',
): Promise<void> {
  const { limits } = await stores.settings.read();
  if (!limits) return;
  const at = now();
  const moved = rowsOfLimits(limits, shanghaiDay(at));
  await stores.rules.update((record) => ({
    ...record,
    updatedAt: at,
    rows: wins === 'rows' ? { ...moved, ...record.rows } : { ...record.rows, ...moved },
  }));
  await stores.settings.update(({ limits: _, ...settings }) => settings);
}
