import { rowPlatform } from '../packs/platform-limits.ts';
import type { PlatformRow, RowValue } from '../packs/platform-row.ts';
import { shippingRows } from '../packs/platform-shipping-rows.ts';
import type { ShopPack } from '../packs/shop.ts';
import type { Platform } from '../platform.ts';
import type { HolidayYears } from './holiday-table.ts';

/** What is known beside the shop's numbers. Left out: the rows of the pack, and no holiday tables of the user. */
export interface ShippingTables {
  rows?: readonly PlatformRow[];
  holidays?: HolidayYears;
}

/** All that deadlines rest on. */
export type ShippingRules = Pick<ShopPack, 'promiseHours'> & ShippingTables;

type Of<K extends RowValue['kind']> = Extract<RowValue, { kind: K }>;

/** A platform's row with the value that counts: the user's before the pack's. */
export interface RowInUse<K extends RowValue['kind']> {
  row: PlatformRow;
  value: Of<K>;
}

function rowOf<K extends RowValue['kind']>(
  rows: readonly PlatformRow[],
  kind: K,
  fits: (row: PlatformRow) => boolean,
): RowInUse<K> | undefined {
  const row = rows.find(fits);
  const value = row?.user_value ?? row?.value;
  return row && value?.kind === kind ? { row, value: value as Of<K> } : undefined;
}

/** Hours of the platform's promise, pickup and number; undefined where its row knows none. */
export function promiseRow(
  platform: Platform,
  rows: readonly PlatformRow[] = shippingRows,
): RowInUse<'hours'> | undefined {
  return rowOf(rows, 'hours', (row) => row.key === 'promise' && row.platform === rowPlatform(platform));
}

/** How long tracking may be silent (rules.md §1.2 T3). */
export function trailRow(rows: readonly PlatformRow[] = shippingRows): RowInUse<'trail'> | undefined {
  return rowOf(rows, 'trail', (row) => row.key === 'trail');
}
