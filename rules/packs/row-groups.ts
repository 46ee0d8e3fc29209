import type { PlatformRow } from './platform-row.ts';

/** What rows are about, in the order they are shown. */
export const rowGroups = ['steps', 'counting', 'targets', 'shipping', 'merge', 'penalty'] as const;
export type RowGroup = (typeof rowGroups)[number];

export function groupOf({ key }: Pick<PlatformRow, 'key'>): RowGroup {
  if (key === 'limits') return 'steps';
  if (key === 'target' || key.endsWith('_target') || key === 'expected') return 'targets';
  if (key === 'promise' || key === 'warn' || key === 'trail') return 'shipping';
  if (key === 'merge') return 'merge';
  return key.startsWith('penalty-') ? 'penalty' : 'counting';
}
