import type { Platform } from '../platform.ts';
import type { PlatformRow } from './platform-row.ts';
import { platformRows } from './platform-rows.ts';
import { groupOf } from './row-groups.ts';
import { rowPlatform } from './row-reading.ts';
import { rowsInForce } from './rows-in-force.ts';
import type { UserRows } from './user-rows.ts';

/** The rows that orders of one platform are judged by, in force: shipping, merging, penalties. */
export const orderRows = (user: UserRows, platform: Platform): PlatformRow[] =>
  rowsInForce(
    user,
    platformRows.filter(
      (row) =>
        ['shipping', 'merge', 'penalty'].includes(groupOf(row)) &&
        (row.platform === platform || row.platform === rowPlatform(platform) || row.platform === 'all'),
    ),
  );
