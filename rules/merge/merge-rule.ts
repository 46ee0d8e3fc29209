import { rowPlatform } from '../packs/platform-limits.ts';
import { mergeRows } from '../packs/platform-merge-rows.ts';
import type { MergeValue, PlatformRow } from '../packs/platform-row.ts';
import type { Platform } from '../platform.ts';

export interface MergeRule extends MergeValue {
  row: PlatformRow;
}

/** The platform's own conditions for one parcel; undefined where none are known (京东, 快手, 1688 …). */
export function mergeRule(
  platform: Platform,
  rows: readonly PlatformRow[] = mergeRows,
): MergeRule | undefined {
  const row = rows.find((one) => one.key === 'merge' && one.platform === rowPlatform(platform));
  const value = row?.user_value ?? row?.value;
  return row && value?.kind === 'merge' ? { ...value, row } : undefined;
}
