import type { FlagName } from '../../../rules/orders/flag.ts';
import { type HandledStanding, handledStanding } from '../../../rules/orders/handled.ts';
import { dueOf, type OrderDue } from '../../../rules/orders/order-due.ts';
import { DAY_MS, startOfShanghaiDay } from '../../../rules/time/shanghai.ts';
import type { OrderRowView } from './order-row.ts';

export const rowSorts = ['due', 'page', 'amount', 'age'] as const;
export type RowSort = (typeof rowSorts)[number];

/** What the agent chose of the list. */
export interface RowChoice {
  flags: ReadonlySet<FlagName>;
  sort: RowSort;
  /** Also the ones handled in this shift. */
  handled: boolean;
}

/** A row with what the list says of it at one moment. */
export interface ArrangedRow {
  row: OrderRowView;
  standing: HandledStanding;
  due?: OrderDue;
}

/** Flags that answer one question: of these any is enough; of different questions each must have its answer. */
const kinds: readonly (readonly FlagName[])[] = [
  ['ship-late', 'ship-today', 'pickup-late', 'stuck'],
  ['refund-only', 'delivered-dispute'],
  ['out-of-zone', 'surcharge', 'zone-unknown', 'remote'],
];
const kindOf = (flag: FlagName): FlagName | number => {
  const at = kinds.findIndex((kind) => kind.includes(flag));
  return at < 0 ? flag : at;
};

/** The chosen flags, by the question they answer. */
function askedFor(flags: ReadonlySet<FlagName>): FlagName[][] {
  const groups = new Map<FlagName | number, FlagName[]>();
  for (const flag of flags) groups.set(kindOf(flag), [...(groups.get(kindOf(flag)) ?? []), flag]);
  return [...groups.values()];
}

const placedAt = ({ row: { order } }: ArrangedRow): number =>
  order.placedAt ?? order.paidAt ?? Number.POSITIVE_INFINITY;

const compare: Record<RowSort, (one: ArrangedRow, other: ArrangedRow) => number> = {
  due: (one, other) =>
    (one.due?.at ?? Number.MAX_SAFE_INTEGER) - (other.due?.at ?? Number.MAX_SAFE_INTEGER) ||
    worstOf(other) - worstOf(one),
  page: () => 0,
  amount: (one, other) => (other.row.order.amount ?? -1) - (one.row.order.amount ?? -1),
  age: (one, other) => {
    const [a, b] = [placedAt(one), placedAt(other)];
    return a === b ? 0 : a - b;
  },
};

const levels = { info: 1, warn: 2, stop: 3 };
const worstOf = ({ row }: ArrangedRow): number =>
  row.flags.reduce((worst, { level }) => Math.max(worst, levels[level]), 0);

/**
 * The rows the list shows, in its order: what the agent asked for, handled ones at the end. Rows that are equal in the
 * sort stay in the page's order.
 * @param shiftStart when the shift that runs began, if one does
 */
export function arrangeRows(
  list: readonly OrderRowView[],
  { flags, sort, handled }: RowChoice,
  now: number,
  shiftStart?: number,
): ArrangedRow[] {
  const asked = askedFor(flags);
  const rows: ArrangedRow[] = [];
  for (const row of list) {
    const standing = handledStanding(row.state, row.flags, now, shiftStart);
    if (standing === 'handled' && !handled) continue;
    if (!asked.every((any) => row.flags.some(({ name }) => any.includes(name)))) continue;
    const due = dueOf(row);
    rows.push({ row, standing, ...(due && { due }) });
  }
  const isDone = (one: ArrangedRow): number => Number(one.standing === 'handled');
  return rows.sort((one, other) => isDone(one) - isDone(other) || compare[sort](one, other));
}

/** Keys of the orders handled in the shift of `now`. */
export const handledKeys = (
  list: readonly OrderRowView[],
  now: number,
  shiftStart?: number,
): ReadonlySet<string> =>
  new Set(
    list.flatMap(({ order, state, flags }) =>
      handledStanding(state, flags, now, shiftStart) === 'handled' ? [order.key] : [],
    ),
  );

/** The line above the list: what is late, what is due before midnight, what is done. */
export interface DaySummary {
  late: number;
  today: number;
  handled: number;
}

export function summarizeDay(list: readonly OrderRowView[], now: number, shiftStart?: number): DaySummary {
  const midnight = startOfShanghaiDay(now) + DAY_MS;
  const summary: DaySummary = { late: 0, today: 0, handled: 0 };
  for (const row of list) {
    if (handledStanding(row.state, row.flags, now, shiftStart) === 'handled') {
      summary.handled += 1;
      continue;
    }
    const at = dueOf(row)?.at;
    if (at === undefined) continue;
    if (at < now) summary.late += 1;
    else if (at < midnight) summary.today += 1;
  }
  return summary;
}
