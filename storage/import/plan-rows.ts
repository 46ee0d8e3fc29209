import { type LocalText, say } from '../../rules/language/local-text.ts';
import { platformRows } from '../../rules/packs/platform-rows.ts';
import { rowFault } from '../../rules/packs/row-fault.ts';
import { sameRowValue } from '../../rules/packs/same-row-value.ts';
import type { UserRows } from '../../rules/packs/user-rows.ts';
import { shanghaiDay } from '../../rules/time/shanghai.ts';
import { rowsOfLimits } from './old-limits.ts';
import type { RulePackFile } from './rule-pack-file.ts';
import { sameValue } from './same-value.ts';

/** The user's values over platforms' rows that a file brings, and what of them cannot be taken. */
interface PlannedRows {
  /** Put over the present ones; rows the file does not name stay as they are. */
  rows: UserRows;
  /** How many rows would change. */
  changed: number;
  problems: LocalText[];
}

/**
 * Rows of a file by another version may be unknown here or hold what they cannot hold here; they are left out and said.
 * A value that is the shipped one here is none of the user's.
 */
export function planRows(
  { rows, limits }: Pick<RulePackFile, 'rows' | 'limits'>,
  present: UserRows,
  now: number,
): PlannedRows {
  const problems: LocalText[] = [];
  const taken: Record<string, UserRows[string]> = {};
  for (const [id, own] of Object.entries({
    ...(limits && rowsOfLimits(limits, shanghaiDay(now))),
    ...rows,
  })) {
    const row = platformRows.find((one) => one.id === id);
    const fault = row ? rowFault(row, own.value) : say('这个版本没有这一条', 'This version has no such row');
    if (fault) problems.push(say(`平台规则 ${id}：${fault['zh-CN']}`, `Platform rule ${id}: ${fault.en}`));
    else if (row && !sameRowValue(own.value, row.value)) taken[id] = own;
  }
  const changed = Object.entries(taken).filter(([id, own]) => {
    const kept = present[id];
    return !kept || !sameRowValue(kept.value, own.value) || !sameValue(kept.note, own.note);
  });
  return { rows: Object.fromEntries(changed), changed: changed.length, problems };
}
