import type { PlatformRow, RowValue } from '../../../rules/packs/platform-row.ts';
import type { ChangedDefault } from '../../../rules/packs/rows-in-force.ts';

export interface RulesModel {
  /** Every row of the pack, with the user's value where there is one. */
  rows: readonly PlatformRow[];
  /** What an update changed under the user's own values: each asks until it is answered. */
  changed: readonly ChangedDefault[];
}

export interface RulesActions {
  /** Keeps the user's value of a row. @param note absent: the note stays as it is */
  set(row: PlatformRow, value: RowValue, note?: string): void;
  reset(row: PlatformRow): void;
  settle(row: PlatformRow, take: 'own' | 'shipped'): void;
}
