import type { Language } from '../../rules/language/local-text.ts';
import { formatFen, readMoney } from '../../rules/money/money.ts';
import type { Platform } from '../../rules/platform.ts';
import {
  cleanEntry,
  type EntryFacts,
  type EntryGoods,
  type EntryKind,
  entryFault,
} from '../../rules/registers/entry.ts';
import { tableMoment } from '../../rules/registers/entry-table.ts';
import { goodsText } from '../../rules/registers/entry-text.ts';
import { readPromise } from '../../rules/registers/read-promise.ts';
import type { RegisterTexts } from '../i18n/register-texts.ts';

/** What a new entry begins with: what the page told, as far as it told. */
export type EntryStart = Partial<EntryFacts> & { platform: Platform };

/** An entry as it is typed: every field a text. */
export interface TypedEntry {
  kind: EntryKind;
  platform: Platform;
  shop: string;
  buyer: string;
  phone: string;
  orderId: string;
  goods: string;
  issue: string;
  reason: string;
  courier: string;
  trackingNo: string;
  amount: string;
  promisedAt: string;
  solution: string;
  owner: string;
  bagCode: string;
  note: string;
}
export type TypedField = Exclude<keyof TypedEntry, 'kind' | 'platform'>;
export type EntryErrors = Partial<Record<TypedField | 'entry', string>>;

export const typedEntry = (start: EntryStart): TypedEntry => ({
  kind: start.kind ?? 'customer-problem',
  platform: start.platform,
  shop: start.shop ?? '',
  buyer: start.buyer ?? '',
  phone: start.phone ?? '',
  orderId: start.orderId ?? '',
  goods: (start.goods ?? []).map(goodsText).join('\n'),
  issue: start.issue ?? '',
  reason: start.reason ?? '',
  courier: start.courier ?? '',
  trackingNo: start.trackingNo ?? '',
  amount: start.amount === undefined ? '' : formatFen(start.amount),
  promisedAt: start.promisedAt === undefined ? '' : tableMoment(start.promisedAt),
  solution: start.solution ?? '',
  owner: start.owner ?? '',
  bagCode: start.bagCode ?? '',
  note: start.note ?? '',
});

/** Lines that still say what the goods say are those goods; others are what was typed. */
function goodsOf(text: string, before: readonly EntryGoods[]): EntryGoods[] {
  const known = new Map(before.map((line) => [goodsText(line), line]));
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => known.get(line) ?? { title: line });
}

/** What was typed as an entry to keep, or what is wrong with it, in plain words. */
export function readEntry(
  typed: TypedEntry,
  start: EntryStart,
  now: number,
  language: Language,
  t: RegisterTexts,
): { entry: EntryFacts } | { errors: EntryErrors } {
  const errors: EntryErrors = {};
  const { amount: sum, promisedAt: promise, goods, kind, platform, ...texts } = typed;
  const amount = sum.trim() === '' ? undefined : readMoney(sum);
  if (sum.trim() !== '' && (amount === undefined || amount < 0)) errors.amount = t.badAmount;
  // What was not touched is kept to the millisecond.
  const untouched = start.promisedAt !== undefined && promise === tableMoment(start.promisedAt);
  const promisedAt = untouched
    ? start.promisedAt
    : promise.trim() === ''
      ? undefined
      : readPromise(promise, now);
  if (promise.trim() !== '' && promisedAt === undefined) errors.promisedAt = t.badPromise;
  const entry = cleanEntry({
    ...texts,
    kind,
    platform,
    goods: goodsOf(goods, start.goods ?? []),
    ...(start.conversation !== undefined && { conversation: start.conversation }),
    ...(amount !== undefined && { amount }),
    ...(promisedAt !== undefined && { promisedAt }),
  });
  const fault = entryFault(entry);
  if (fault) errors[entry.issue === '' ? 'issue' : 'entry'] = fault[language];
  return Object.keys(errors).length > 0 ? { errors } : { entry };
}
