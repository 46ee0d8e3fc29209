import type { LocalText } from '../language/local-text.ts';
import type { Order } from '../orders/order.ts';
import { mergeRows } from '../packs/platform-merge-rows.ts';
import type { PlatformRow } from '../packs/platform-row.ts';
import { type CandidateOptions, candidateOf, type MergeCandidate } from './merge-candidate.ts';
import { consentOf, type MergeConsent, type StateReader } from './merge-consent.ts';
import { againstMerging, forMerging } from './merge-reasons.ts';
import { mergeRule } from './merge-rule.ts';
import { sameParcel } from './same-parcel.ts';

/** An order of another page, as its group shows it. */
export interface MergeElsewhere {
  key: string;
  orderId?: string;
  /** Epoch ms at which a page showed it. */
  at: number;
}

/** Orders that may go in one parcel: a suggestion, with what speaks for and against; the agent decides. */
export interface MergeGroup {
  /** Stable while the members are the same. */
  id: string;
  platform: Order['platform'];
  /** Keys of the orders of this page, in page order. */
  orders: string[];
  /** Orders of the group that another page of this shift showed. */
  elsewhere: MergeElsewhere[];
  reasonsFor: LocalText[];
  reasonsAgainst: LocalText[];
  consent: MergeConsent;
  /** Id of the platform's row (rules.md §9); absent where no rule of the platform is known. */
  rule?: string;
  /** Receiver data is masked: 需人工核对. */
  needsCheck: boolean;
  /** Epoch ms of the earliest deadline known; it governs the parcel. */
  earliestShipBy?: number;
}

export interface MergeOptions extends CandidateOptions {
  /** What the shop knows of an order: whether the buyer agreed. */
  stateOf?: StateReader | undefined;
  /** Unshipped orders of other pages visited in this shift. */
  seen?: readonly MergeCandidate[] | undefined;
  /** The platforms' rows in force; absent: the shipped ones. */
  rows?: readonly PlatformRow[] | undefined;
}

const identity = ({ platform, orderId }: Pick<Order, 'platform' | 'orderId'>): string =>
  `${platform}\n${orderId ?? ''}`;

/**
 * Groups unshipped orders that may share a parcel (mission.md B4, rules.md §2), over the page and the pages visited in
 * this shift, in linear time. Nothing is suggested for orders whose address decides and has not been read yet.
 * @param now epoch ms; deadlines that have passed are named as such in the reasons
 */
export function mergeGroups(orders: readonly Order[], now: number, options: MergeOptions = {}): MergeGroup[] {
  const { regionOf, seen = [], stateOf, rows = mergeRows } = options;
  const unread = new Set<string>();
  const written = new Map<string, string>();
  const here = orders.flatMap((order) => {
    const { key, address } = order;
    const candidate = candidateOf(order, options);
    if (candidate && address !== undefined) {
      written.set(key, address);
      if (regionOf && regionOf(address) === undefined) unread.add(key);
    }
    return candidate ?? [];
  });
  /** Several addresses of which one has not been looked up yet: they may lie apart. */
  const undecided = (members: readonly MergeCandidate[]): boolean =>
    members.some(({ key, elsewhere }) => elsewhere === undefined && unread.has(key)) &&
    new Set(members.map(({ key, elsewhere }) => (elsewhere === undefined ? written.get(key) : ''))).size > 1;
  // What this page says of an order is newer than what another page said, also that it has been shipped.
  const own = new Set(orders.map(identity));
  const others = seen.filter((one) => one.orderId !== undefined && !own.has(identity(one)));

  return sameParcel([...here, ...others], rows).flatMap((members) => {
    const ofPage = members.filter(({ elsewhere }) => elsewhere === undefined);
    if (ofPage.length === 0 || undecided(members)) return [];
    return [groupOf(members, ofPage, now, rows, stateOf)];
  });
}

function groupOf(
  members: readonly MergeCandidate[],
  ofPage: readonly MergeCandidate[],
  now: number,
  rows: readonly PlatformRow[],
  stateOf: StateReader | undefined,
): MergeGroup {
  const deadlines = members.flatMap(({ deadline }) => deadline ?? []);
  const earliest = deadlines.reduce<number | undefined>((a, b) => Math.min(a ?? b, b), undefined);
  const needsCheck = members.some(({ masked }) => masked);
  const consent = consentOf(members, stateOf, rows);
  const facts = { now, consent, needsCheck, rows };
  const platform = members[0]?.platform ?? 'other';
  const rule = mergeRule(platform, rows)?.row.id;
  return {
    id: `merge:${platform}:${ofPage[0]?.key ?? ''}`,
    platform,
    orders: ofPage.map(({ key }) => key),
    elsewhere: members.flatMap(({ key, orderId, elsewhere }) =>
      elsewhere === undefined ? [] : [{ key, at: elsewhere, ...(orderId !== undefined && { orderId }) }],
    ),
    reasonsFor: forMerging(members, facts),
    reasonsAgainst: againstMerging(members, facts),
    consent,
    ...(rule !== undefined && { rule }),
    needsCheck,
    ...(earliest !== undefined && { earliestShipBy: earliest }),
  };
}
