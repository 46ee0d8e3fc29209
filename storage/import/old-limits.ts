import type { ReplyLimits } from '../../rules/packs/platform-row.ts';
import { platformRows } from '../../rules/packs/platform-rows.ts';
import { rowOf } from '../../rules/packs/row-reading.ts';
import { withOwn } from '../../rules/packs/rows-in-force.ts';
import type { UserRows } from '../../rules/packs/user-rows.ts';
import { type Platform, platforms } from '../../rules/platform.ts';

/** Reply limits as settings and rule-pack files kept them before platforms' rows could be edited: by platform. */
export type OldLimits = Readonly<Record<string, ReplyLimits>>;

/** Older programs took 0 and steps out of order; what is shown is what they showed. */
function rising({ soft, warn, breach }: ReplyLimits): ReplyLimits {
  const one = Math.max(1, soft);
  const two = Math.max(one, warn);
  return { soft: one, warn: two, breach: Math.max(two, breach) };
}

/**
 * Old limits as the user's values of the rows. They held for first answers and later ones alike. 天猫 now follows
 * Taobao's row, so its own are taken where Taobao has none.
 * @param date day they are said to be of, `YYYY-MM-DD`
 */
export function rowsOfLimits(limits: OldLimits, date: string): UserRows {
  const isPlatform = (name: string): name is Platform => platforms.some((one) => one === name);
  const inOrder = Object.entries(limits).sort(
    ([one], [other]) => Number(other === 'tmall') - Number(one === 'tmall'),
  );
  let rows: UserRows = {};
  for (const [platform, old] of inOrder) {
    const row = isPlatform(platform) ? rowOf(platformRows, platform, 'limits') : undefined;
    if (row?.value.kind !== 'limits') continue;
    const own = rising(old);
    const first = row.value.limits.first && { first: own };
    rows = withOwn(rows, row, { kind: 'limits', limits: { ...own, ...first } }, date);
  }
  return rows;
}
