import { type LocalText, say } from '../language/local-text.ts';
import type { Platform } from '../platform.ts';

/** The registers of a shop (mission.md A6, B8, D4, D5). One list holds them all; the kind says which book it is. */
export const entryKinds = [
  'customer-problem',
  'return',
  'courier',
  'refund',
  'reship',
  'quality',
  'wrong-stock',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** As agents call the books. */
export const entryKindNames: Record<EntryKind, LocalText> = {
  'customer-problem': say('客户问题', 'Customer problem'),
  return: say('退货', 'Return'),
  courier: say('快递问题', 'Courier'),
  refund: say('退款', 'Refund'),
  reship: say('补发', 'Reship'),
  quality: say('质量问题', 'Quality'),
  'wrong-stock': say('库存/描述错误', 'Stock or description'),
};

export const entryStatuses = ['open', 'done'] as const;
export type EntryStatus = (typeof entryStatuses)[number];

/** A line of goods an entry is about; what is not known is absent. */
export interface EntryGoods {
  title?: string;
  sku?: string;
  /** The shop's own code (货号). */
  code?: string;
  quantity?: number;
}

/**
 * What an agent writes into a register. Money is integer fen, times are epoch ms. Names and phones stand as the page
 * showed them, masked ones masked.
 */
export interface EntryFacts {
  kind: EntryKind;
  platform: Platform;
  /** The shop's name. */
  shop?: string;
  /** The buyer's nick. */
  buyer?: string;
  /** Names the buyer's conversation on the platform (as the waiting queue does), to find the entry in the chat. */
  conversation?: string;
  phone?: string;
  orderId?: string;
  goods: EntryGoods[];
  /** What happened. */
  issue: string;
  /** Of a return or refund: the reason as the buyer chose it. */
  reason?: string;
  courier?: string;
  /** Of a return: the number of the parcel that comes back. */
  trackingNo?: string;
  amount?: number;
  /** When the buyer was told it will be solved. */
  promisedAt?: number;
  /** How it will be, or was, solved. */
  solution?: string;
  /** Who sees to it: an agent's number or name. */
  owner?: string;
  note?: string;
  /** What was written on the bag of a returned item. */
  bagCode?: string;
}

export interface RegisterEntry extends EntryFacts {
  id: string;
  status: EntryStatus;
  createdAt: number;
  updatedAt: number;
  /** When it was marked as solved. */
  doneAt?: number;
  /** The agent who wrote it down. */
  by?: string;
}

/** A change of an entry: what is named changes, `null` empties a field, what is not named stays. */
export type EntryPatch = {
  [K in keyof EntryFacts]?: undefined extends EntryFacts[K] ? EntryFacts[K] | null : EntryFacts[K];
};

/** In UTF-16 units, entries and fen. No marketplace's own field is longer. */
export const entryLimits = {
  name: 120,
  number: 80,
  issue: 1_000,
  text: 500,
  goods: 50,
  title: 300,
  amount: 100_000_000,
} as const;

/** The most entries kept: years of a large shop. */
export const mostEntries = 20_000;

const textFields = {
  shop: 'name',
  buyer: 'name',
  conversation: 'text',
  phone: 'number',
  orderId: 'number',
  issue: 'issue',
  reason: 'text',
  courier: 'name',
  trackingNo: 'number',
  solution: 'text',
  owner: 'name',
  note: 'issue',
  bagCode: 'number',
} as const satisfies Partial<Record<keyof EntryFacts, keyof typeof entryLimits>>;
type TextField = keyof typeof textFields;
const textKeys = Object.keys(textFields) as TextField[];

/** What agents call a field, in forms, tables and messages. */
export const entryFieldNames: Record<keyof EntryFacts, LocalText> = {
  kind: say('类型', 'Kind'),
  platform: say('平台', 'Platform'),
  shop: say('店铺', 'Shop'),
  buyer: say('买家', 'Buyer'),
  conversation: say('会话', 'Conversation'),
  phone: say('电话', 'Phone'),
  orderId: say('订单号', 'Order number'),
  goods: say('商品', 'Goods'),
  issue: say('问题', 'Issue'),
  reason: say('原因', 'Reason'),
  courier: say('快递', 'Courier'),
  trackingNo: say('快递单号', 'Tracking number'),
  amount: say('金额', 'Amount'),
  promisedAt: say('答应时间', 'Promised for'),
  solution: say('怎么解决', 'Solution'),
  owner: say('负责人', 'Owner'),
  note: say('备注', 'Note'),
  bagCode: say('袋上编码', 'Bag code'),
};

/** Control and invisible characters would hide in a table and break a line of a message; line breaks stay. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken away
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
const everyUnseen = new RegExp(unseen, 'g');

function clean(text: string): string {
  if (text === '') return text;
  // Most texts hold none; thousands of them are imported at once.
  return unseen.test(text) ? text.replace(/\r\n?/g, '\n').replace(everyUnseen, ' ').trim() : text.trim();
}

/** The same facts as they are kept: trimmed, without blank fields and blank lines of goods. */
export function cleanEntry(facts: EntryFacts): EntryFacts {
  const kept: EntryFacts = { ...facts, goods: facts.goods.flatMap(cleanGoods) };
  for (const field of textKeys) {
    const text = clean(facts[field] ?? '');
    if (field === 'issue') kept.issue = text;
    else if (text === '') delete kept[field];
    else kept[field] = text;
  }
  return kept;
}

function cleanGoods({ title, sku, code, quantity }: EntryGoods): EntryGoods[] {
  const kept: EntryGoods = {};
  for (const [field, text] of Object.entries({ title, sku, code })) {
    const said = clean(text ?? '');
    if (said !== '') kept[field as 'title' | 'sku' | 'code'] = said;
  }
  if (Object.keys(kept).length === 0) return [];
  return [{ ...kept, ...(quantity !== undefined && { quantity }) }];
}

/** The first of the times an entry may name: nothing was sold online before. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** Why cleaned facts cannot be kept, in words; undefined when they can. */
export function entryFault(facts: EntryFacts): LocalText | undefined {
  if (facts.issue === '') return say('请写一下是什么问题', 'Say what the issue is');
  for (const field of textKeys) {
    const most = entryLimits[textFields[field]];
    if ((facts[field] ?? '').length > most)
      return say(
        `「${entryFieldNames[field]['zh-CN']}」最多 ${most} 个字`,
        `"${entryFieldNames[field].en}" holds at most ${most} characters`,
      );
  }
  if (facts.goods.length > entryLimits.goods)
    return say(`商品最多 ${entryLimits.goods} 行`, `At most ${entryLimits.goods} lines of goods`);
  const tooLong = facts.goods.some((line) =>
    [line.title, line.sku, line.code].some((text) => (text ?? '').length > entryLimits.title),
  );
  if (tooLong)
    return say(`商品名最多 ${entryLimits.title} 个字`, `Goods hold at most ${entryLimits.title} characters`);
  if (facts.goods.some(({ quantity }) => quantity !== undefined && !isCount(quantity)))
    return say('件数要是 1 到 99999 的整数', 'A quantity is a whole number from 1 to 99,999');
  const { amount, promisedAt } = facts;
  if (amount !== undefined && !(Number.isInteger(amount) && amount >= 0 && amount <= entryLimits.amount))
    return say(
      '金额要在 0 到 100 万元之间，最多两位小数',
      'An amount is 0 to 1,000,000 yuan with two decimals',
    );
  if (promisedAt !== undefined && !(promisedAt >= EARLIEST && promisedAt <= LATEST))
    return say('答应的时间不对', 'The promised time is no time');
  return undefined;
}

const isCount = (quantity: number): boolean =>
  Number.isInteger(quantity) && quantity >= 1 && quantity <= 99_999;

/** The facts with a change applied, cleaned. */
export function patchedFacts(facts: EntryFacts, patch: EntryPatch): EntryFacts {
  const next: Record<string, unknown> = { ...facts };
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) delete next[field];
    else if (value !== undefined) next[field] = value;
  }
  return cleanEntry(next as unknown as EntryFacts);
}

/** What an entry is about, for telling whether the same was written down before. */
export const sameMatter = (one: EntryFacts, other: EntryFacts): boolean =>
  one.kind === other.kind &&
  one.platform === other.platform &&
  one.orderId === other.orderId &&
  one.trackingNo === other.trackingNo &&
  one.issue === other.issue &&
  one.buyer === other.buyer;
