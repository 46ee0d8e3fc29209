import { foldCode, type ItemShown, type ProductCard } from './card.ts';
import type { CardSign } from './card-sign.ts';

/** `several`: the sign speaks for more than one card, so none is meant for sure. */
export type CardFinding =
  | { found: 'one'; card: string; by: CardSign; sign: string }
  | { found: 'several'; cards: string[]; by: CardSign; sign: string }
  | { found: 'none' };

/** Made once for all cards; 5,000 cards take tens of milliseconds, a lookup a fraction of one. */
export interface CardIndex {
  size: number;
  ids: Map<string, string[]>;
  /** Folded codes as the shop wrote them. */
  codes: Map<string, string[]>;
  /** Codes that tell a product inside running text, by length, longest first. */
  lengths: number[];
  names: Map<string, string[]>;
  /** Pairs of characters of the names → places in `cards`. */
  pairs: Map<string, number[]>;
  cards: { id: string; pairs: string[]; numbers: string[]; weight: number }[];
}

/** Half width, lower case, letters and digits only: titles differ in spaces, dots and brackets. */
const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Marks of an offer in a title, which say nothing of the product. */
const offers = /【[^】]{0,12}】|\[[^\]]{0,12}\]|^(?:秒杀|现货|包邮|新款|直播)\s*/gu;

/**
 * May this code be looked for inside a title or a sku? Short numbers are sizes and years there, words are words: a
 * code must be a mixture of letters (or Chinese) and digits, or a long number.
 */
const isTelling = (code: string): boolean =>
  code.length >= 3 && /\d/.test(code) && (/\p{L}/u.test(code) ? !isMeasure(code) : code.length >= 5);
const isMeasure = (code: string): boolean =>
  /^\d+(?:\.\d+)?(?:cm|mm|m|kg|g|ml|l|xl|寸|码|件|个|色|款|号|年|月|天|折|元)$/u.test(code) ||
  /^(?:19|20)\d\d(?:年|款|新款|春|夏|秋|冬)+$/u.test(code);

const add = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const held = map.get(key);
  if (!held) map.set(key, [value]);
  else if (!held.includes(value)) held.push(value);
};

function pairsOf(folded: string): string[] {
  const characters = [...folded];
  const pairs = new Set<string>();
  for (let at = 1; at < characters.length; at += 1) pairs.add(`${characters[at - 1]}${characters[at]}`);
  return [...pairs];
}
const numbersOf = (folded: string): string[] => folded.match(/[a-z]*\d+[a-z]*/g) ?? [];

/** Names shorter than this share too little with a title to be told by their words. */
const leastPairs = 4;

/** @param cards the living cards */
export function indexCards(cards: readonly ProductCard[]): CardIndex {
  const index: CardIndex = {
    size: cards.length,
    ids: new Map(),
    codes: new Map(),
    lengths: [],
    names: new Map(),
    pairs: new Map(),
    cards: [],
  };
  const lengths = new Set<number>();
  for (const card of cards) {
    for (const id of card.ids) if (foldCode(id)) add(index.ids, foldCode(id), card.id);
    for (const code of card.codes) {
      const folded = foldCode(code);
      if (!folded) continue;
      add(index.codes, folded, card.id);
      if (isTelling(folded)) lengths.add(folded.length);
    }
    const name = foldName(card.name);
    if (name) add(index.names, name, card.id);
    const pairs = pairsOf(name);
    const place = index.cards.push({ id: card.id, pairs, numbers: numbersOf(name), weight: 0 }) - 1;
    for (const pair of pairs) {
      const held = index.pairs.get(pair);
      if (held) held.push(place);
      else index.pairs.set(pair, [place]);
    }
  }
  index.lengths = [...lengths].sort((a, b) => b - a);
  for (const card of index.cards)
    card.weight = card.pairs.reduce((sum, pair) => sum + rarity(index, pair), 0);
  return index;
}

/** A pair that every name holds weighs next to nothing, one of a single name the most. */
const rarity = (index: CardIndex, pair: string): number =>
  Math.log2(1 + index.size / (index.pairs.get(pair)?.length ?? index.size));

function told(cards: readonly string[] | undefined, by: CardSign, sign: string): CardFinding | undefined {
  const [card, ...others] = cards ?? [];
  if (card === undefined) return undefined;
  return others.length === 0
    ? { found: 'one', card, by, sign }
    : { found: 'several', cards: [card, ...others], by, sign };
}

/**
 * The card of an item a page shows: by its exact id, else by a code, else by its exact name, else by a code with the
 * shop's own ending (`MT-150-W` of `MT-150`), else by words of the title that only one name has. A sign that speaks
 * for several cards ends the search: what is shown beside a chat must be right or absent.
 */
export function findCard(index: CardIndex, item: ItemShown): CardFinding {
  const { id, code, title, sku, text } = item;
  const byId = id === undefined ? undefined : told(index.ids.get(foldCode(id)), 'id', id);
  if (byId) return byId;
  // A field made for codes may hold one of any form; several parted by a sign are one after the other.
  const own = code === undefined ? undefined : told(index.codes.get(foldCode(code)), 'code', code);
  if (own) return own;
  const written = [code, sku, title, text].filter((one) => one !== undefined);
  const inText = told(...codesIn(index, written));
  if (inText) return inText;
  for (const linked of text === undefined ? [] : idsIn(text)) {
    const found = told(index.ids.get(linked), 'id', linked);
    if (found) return found;
  }
  if (title !== undefined) {
    const plain = title.normalize('NFKC').replace(offers, '');
    for (const name of [foldName(title), foldName(plain)]) {
      const found = name ? told(index.names.get(name), 'name', title) : undefined;
      if (found) return found;
    }
  }
  const stem = code === undefined ? undefined : stemOf(index, code);
  if (stem) return stem;
  return (title === undefined ? undefined : byWords(index, title)) ?? { found: 'none' };
}

/** Characters of a text read for codes: whoever writes more is not naming a product. */
const mostRead = 2_000;

/** The cards of every code that stands in the texts as a whole token; a code inside a longer one does not count. */
function codesIn(index: CardIndex, texts: readonly string[]): [string[], CardSign, string] {
  const cards = new Set<string>();
  let sign = '';
  for (const text of texts) {
    // Spaces stay here: they part tokens.
    const folded = text.slice(0, mostRead).normalize('NFKC').toLowerCase();
    const taken: [number, number][] = [];
    for (const length of index.lengths) {
      for (let at = 0; at + length <= folded.length; at += 1) {
        const code = folded.slice(at, at + length);
        const found = index.codes.get(code);
        if (!found || !isTelling(code) || !isWhole(folded, at, at + length)) continue;
        if (taken.some(([from, to]) => at < to && at + length > from)) continue;
        taken.push([at, at + length]);
        sign ||= code;
        for (const card of found) cards.add(card);
      }
    }
  }
  return [[...cards], 'code', sign];
}

/** Neither a letter nor a digit nor a sign that goes on into one stands beside it. */
function isWhole(text: string, from: number, to: number): boolean {
  const first = text[from] ?? '';
  const last = text[to - 1] ?? '';
  const before = text.slice(Math.max(0, from - 2), from);
  const after = text.slice(to, to + 2);
  const joins = /[a-z\d]/;
  if (joins.test(first) && (joins.test(before.at(-1) ?? '') || /[a-z\d][-_.#]$/.test(before))) return false;
  if (joins.test(last) && (joins.test(after[0] ?? '') || /^[-_.#][a-z\d]/.test(after))) return false;
  return true;
}

/** Ids in the addresses a person pasted. */
function idsIn(text: string): string[] {
  const found = text.matchAll(
    /[?&](?:id|item_?id|goods_?id|sku_?id|product_?id|offer_?id)=(\d{5,25})(?!\d)|\/(\d{6,25})\.html/giu,
  );
  return [...found].flatMap(([, first, second]) => first ?? second ?? []);
}

/** A code with an ending the shop adds for colour and size. */
function stemOf(index: CardIndex, code: string): CardFinding | undefined {
  const folded = foldCode(code);
  for (let at = folded.length - 1; at > 0; at -= 1) {
    if (!/[-_./#]/.test(folded[at] ?? '')) continue;
    const stem = folded.slice(0, at);
    if (!isTelling(stem)) continue;
    const found = told(index.codes.get(stem), 'code-stem', stem);
    if (found) return found;
  }
  return undefined;
}

/** Share of a name's weight that must stand in the title, and how far the next name must lie behind. */
const enough = { share: 0.8, lead: 0.25 } as const;

function byWords(index: CardIndex, title: string): CardFinding | undefined {
  const folded = foldName(title.normalize('NFKC').replace(offers, ''));
  const weights = new Map<number, number>();
  for (const pair of pairsOf(folded)) {
    const places = index.pairs.get(pair);
    if (!places) continue;
    const weight = rarity(index, pair);
    for (const place of places) weights.set(place, (weights.get(place) ?? 0) + weight);
  }
  const numbers = numbersOf(folded);
  let best: { id: string; share: number } | undefined;
  let next = 0;
  for (const [place, weight] of weights) {
    const card = index.cards[place];
    if (!card || card.pairs.length < leastPairs) continue;
    // 二代 with another figure is another product.
    if (card.numbers.some((one) => !numbers.includes(one))) continue;
    const share = weight / card.weight;
    if (!best || share > best.share) {
      next = best?.share ?? next;
      best = { id: card.id, share };
    } else if (share > next) next = share;
  }
  if (!best || best.share < enough.share || best.share - next < enough.lead) return undefined;
  return { found: 'one', card: best.id, by: 'words', sign: title };
}
