import { type EntryKind, type EntryStatus, entryKindNames, type RegisterEntry } from './entry.ts';

/** What is looked for; what is absent does not matter. */
export interface EntryQuery {
  /** Words that must all stand somewhere in the entry. */
  query?: string;
  kinds?: readonly EntryKind[];
  status?: EntryStatus;
  /** Written down from here (epoch ms), and before there. */
  from?: number;
  before?: number;
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Everything an agent may remember of an entry, as one folded text. */
function textOf(entry: RegisterEntry): string {
  const { kind, shop, buyer, phone, orderId, goods, issue, reason, courier, trackingNo } = entry;
  const { solution, owner, note, bagCode } = entry;
  return fold(
    [
      entryKindNames[kind]['zh-CN'],
      shop,
      buyer,
      phone,
      orderId,
      ...goods.flatMap(({ title, sku, code }) => [title, sku, code]),
      issue,
      reason,
      courier,
      trackingNo,
      solution,
      owner,
      note,
      bagCode,
    ].join('\n'),
  );
}

/** Folding thousands of entries at each key would be felt; an entry that changes is another object. */
const folded = new WeakMap<RegisterEntry, string>();
const textFor = (entry: RegisterEntry): string => {
  const known = folded.get(entry);
  if (known !== undefined) return known;
  const text = textOf(entry);
  folded.set(entry, text);
  return text;
};

/** The entries that fit, in their order. */
export function findEntries<T extends RegisterEntry>(entries: readonly T[], wanted: EntryQuery): T[] {
  const words = fold(wanted.query ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const { kinds, status, from, before } = wanted;
  return entries.filter((entry) => {
    if (kinds && kinds.length > 0 && !kinds.includes(entry.kind)) return false;
    if (status !== undefined && entry.status !== status) return false;
    if (from !== undefined && entry.createdAt < from) return false;
    if (before !== undefined && entry.createdAt >= before) return false;
    if (words.length === 0) return true;
    const text = textFor(entry);
    return words.every((word) => text.includes(word));
  });
}
