import type { Region } from '../../../rules/address/region.ts';
import type { LocalText } from '../../../rules/language/local-text.ts';
import type { RegionCheck } from '../../../rules/zones/check-table.ts';
import type { CourierRule } from '../../../rules/zones/table.ts';

/**
 * What the division lists know of names. They are large, so they come after the page stands; views work without them
 * and then neither suggest nor refuse.
 */
export interface RegionNames {
  /** The division that 省, 省/市, 省/市/区 or 省/市/区/镇 means, or what was meant. */
  find: RegionCheck;
  /** Whole paths for what is being typed, the widest first. */
  suggest(typed: string, most: number): string[];
  /** The region of an address in any form. */
  read(text: string): Region;
}

/** What becomes of the present rules when a table comes from a file. */
export const tableModes = ['replace', 'add'] as const;
export type TableMode = (typeof tableModes)[number];

/** A courier table in a chosen file beside the present one, before anything changes. */
export interface CourierTablePreview {
  /** Absent where the file leaves no choice (our own JSON replaces the table). */
  mode?: TableMode;
  added: number;
  changed: number;
  /** 0 where rules are only added. */
  removed: number;
  same: number;
  /** The first rows that differ; `row` is the file's, absent for a rule the file lacks. */
  rows: { row?: number; mark: 'added' | 'changed' | 'removed'; rule: CourierRule; was?: CourierRule }[];
  /** Rows that cannot be read, by the file's row number; they are left out. */
  problems: { row: number; text: LocalText }[];
}
