import type { Platform } from '../platform.ts';
import type { PlatformRow, RowValue } from './platform-row.ts';

/** Platform whose rows apply: 天猫 is judged by Taobao's. */
export function rowPlatform(platform: Platform): Platform {
  return platform === 'tmall' ? 'taobao' : platform;
}

/** The row of a platform that speaks of `key`: its own, else the one for every platform. */
export function rowOf(
  rows: readonly PlatformRow[],
  platform: Platform,
  key: string,
): PlatformRow | undefined {
  const name = rowPlatform(platform);
  return (
    rows.find((row) => row.key === key && row.platform === name) ??
    rows.find((row) => row.key === key && row.platform === 'all')
  );
}

type Of<K extends RowValue['kind']> = Extract<RowValue, { kind: K }>;

/** The value in force, where the platform has such a row and it holds this kind. */
export function readRow<K extends RowValue['kind']>(
  rows: readonly PlatformRow[],
  platform: Platform,
  key: string,
  kind: K,
): Of<K> | undefined {
  const row = rowOf(rows, platform, key);
  const value = row?.user_value ?? row?.value;
  return value?.kind === kind ? (value as Of<K>) : undefined;
}

/** Only what the user set: of settings that are each metric's own until somebody decides otherwise. */
export function readOwn<K extends RowValue['kind']>(
  rows: readonly PlatformRow[],
  platform: Platform,
  key: string,
  kind: K,
): Of<K> | undefined {
  const value = rowOf(rows, platform, key)?.user_value;
  return value?.kind === kind ? (value as Of<K>) : undefined;
}
