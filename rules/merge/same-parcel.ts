import { mergeRows } from '../packs/platform-merge-rows.ts';
import type { PlatformRow } from '../packs/platform-row.ts';
import type { MergeCandidate } from './merge-candidate.ts';
import { mergeRule } from './merge-rule.ts';

const scopeOf = ({ platform, shop }: MergeCandidate): string => `${platform}\n${shop ?? ''}`;

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const members = groups.get(key);
    if (members) members.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * Those that cannot be told apart by `keyOf`. Where all that can be read agree, the unreadable stay with them; with
 * several answers nobody can say to which an unreadable one belongs, and it stands alone.
 */
function apart(
  members: MergeCandidate[],
  keyOf: (one: MergeCandidate) => string | undefined,
): MergeCandidate[][] {
  const groups = groupBy(members, keyOf);
  if (groups.size <= 1) return [members];
  return [...groups.values(), ...members.filter((one) => keyOf(one) === undefined).map((one) => [one])];
}

/**
 * Which orders are one parcel's candidates: the finest grouping in which two belong together when they are the same
 * shop's and show the same buyer id, or receiver, phone and address all in clear and equal but for spaces and symbols
 * (rules.md §2). Masked text is never a key. What goes to different places is never together, whatever the buyer; on
 * platforms that ask for the account as well, an equal address alone joins nothing. An equivalence relation: every
 * order is in one group exactly, whichever order they come in. Linear in the number of orders.
 * @param rows the platforms' rows in force
 * @returns groups of two and more, each in the order given
 */
export function sameParcel(
  candidates: readonly MergeCandidate[],
  rows: readonly PlatformRow[] = mergeRows,
): MergeCandidate[][] {
  const parent = candidates.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up;
      at = up;
    }
    return at;
  };
  const place = new Map(candidates.map((candidate, index) => [candidate, index]));
  const join = (members: readonly MergeCandidate[]): void => {
    const [first] = members;
    const root = first && place.get(first);
    if (root === undefined) return;
    for (const member of members) parent[rootOf(place.get(member) ?? root)] = rootOf(root);
  };

  const buyers = groupBy(candidates, (one) =>
    one.buyer === undefined ? undefined : `${scopeOf(one)}\n${one.buyer}`,
  );
  for (const orders of buyers.values()) {
    for (const near of apart(orders, ({ region }) => region)) {
      const [{ platform } = { platform: undefined }] = near;
      // Where the platform asks for equal receivers, unequal ones are other parcels; elsewhere the agent is told.
      const exact = platform !== undefined && mergeRule(platform, rows) !== undefined;
      for (const parcel of exact ? apart(near, ({ to }) => to) : [near]) join(parcel);
    }
  }
  const places = groupBy(candidates, (one) => {
    if (one.to === undefined || mergeRule(one.platform, rows)?.same === 'account') return undefined;
    return `${scopeOf(one)}\n${one.to}`;
  });
  for (const orders of places.values()) join(orders);

  const groups = groupBy(candidates, (one) => String(rootOf(place.get(one) ?? -1)));
  return [...groups.values()].filter((members) => members.length > 1);
}
