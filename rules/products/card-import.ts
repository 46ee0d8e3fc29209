import type { ConflictChoice } from '../phrases/phrase-import.ts';
import { type CardFacts, foldCode, type ProductCard } from './card.ts';
import type { CardRow } from './read-cards.ts';

/**
 * skip: the present card stays; replace: the file's facts go into it; keep-both: a second card beside it. `newer` is
 * for files with dates, which files of cards have none of: the present card stays.
 */
export type CardChoice = ConflictChoice;

export interface CardConflict {
  incoming: CardRow;
  existing: ProductCard;
}

/** What a file would do; nothing is done yet. Every row stands in exactly one list. */
export interface CardImportPreview {
  create: CardRow[];
  /** The file only adds facts the card lacks. */
  update: CardConflict[];
  identical: CardConflict[];
  /** The file says something else than the card, or speaks of what several cards are: the agent chooses. */
  conflict: CardConflict[];
}

/** A card to keep: with the id of a present card it changes that one, else it is new. */
export type CardDraft = CardFacts & { id?: string };

const lists = ['codes', 'ids', 'points', 'matching'] as const;
const singles = ['name', 'material', 'size', 'bag', 'stock', 'price', 'floor'] as const;

const nameKey = (name: string | undefined): string =>
  (name ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/**
 * Compares a file with the cards: the same card is one of the same id, else one that shares a code, else one that
 * shares a marketplace's id, else one of the same name where neither has codes that differ. A card is met once.
 */
export function previewCardImport(
  rows: readonly CardRow[],
  existing: readonly ProductCard[],
): CardImportPreview {
  const byId = new Map(existing.map((card) => [card.id, card]));
  const byCode = keyed(existing, (card) => card.codes.map(foldCode));
  const byItem = keyed(existing, (card) => card.ids.map(foldCode));
  const byName = keyed(existing, (card) => [nameKey(card.name)]);
  const preview: CardImportPreview = { create: [], update: [], identical: [], conflict: [] };
  const met = new Set<string>();
  for (const row of rows) {
    const free = (card: ProductCard | undefined): card is ProductCard =>
      card !== undefined && !met.has(card.id);
    const found =
      [row.id === undefined ? undefined : byId.get(row.id)].find(free) ??
      (row.codes ?? []).flatMap((code) => byCode.get(foldCode(code)) ?? []).find(free) ??
      (row.ids ?? []).flatMap((id) => byItem.get(foldCode(id)) ?? []).find(free) ??
      (byName.get(nameKey(row.name)) ?? []).find(
        (card) => free(card) && nameKey(row.name) !== '' && (card.codes.length === 0 || !row.codes?.length),
      );
    if (!found) {
      preview.create.push(row);
      continue;
    }
    met.add(found.id);
    const said = compare(row, found);
    preview[said === 'same' ? 'identical' : said === 'adds' ? 'update' : 'conflict'].push({
      incoming: row,
      existing: found,
    });
  }
  return preview;
}

function keyed(
  cards: readonly ProductCard[],
  keysOf: (card: ProductCard) => string[],
): Map<string, ProductCard[]> {
  const map = new Map<string, ProductCard[]>();
  for (const card of cards) {
    for (const key of new Set(keysOf(card))) {
      if (key) map.set(key, [...(map.get(key) ?? []), card]);
    }
  }
  return map;
}

/** same: nothing new; adds: facts the card lacks; differs: something else than the card says. */
function compare(row: CardRow, card: ProductCard): 'same' | 'adds' | 'differs' {
  let adds = false;
  for (const field of singles) {
    const said = row[field];
    if (said === undefined || said === card[field]) continue;
    if (card[field] !== undefined) return 'differs';
    adds = true;
  }
  for (const field of lists) {
    const said = row[field];
    if (!said || same(said, card[field])) continue;
    if (!card[field].every((entry) => said.includes(entry))) return 'differs';
    adds = true;
  }
  for (const { label, text } of row.lines ?? []) {
    const held = card.lines.find((line) => line.label === label);
    if (held?.text === text) continue;
    if (held) return 'differs';
    adds = true;
  }
  return adds ? 'adds' : 'same';
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((entry, at) => entry === b[at]);

/** The cards to keep for a preview: new ones, additions, and what the agent chose for each conflict. */
export function applyCardImport(
  preview: CardImportPreview,
  choose: (conflict: CardConflict) => CardChoice,
): CardDraft[] {
  const drafts = preview.create.map((row) => draftOf(row));
  drafts.push(...preview.update.map(({ incoming, existing }) => draftOf(incoming, existing)));
  for (const conflict of preview.conflict) {
    const choice = choose(conflict);
    const { incoming, existing } = conflict;
    if (choice === 'replace') drafts.push(draftOf(incoming, existing));
    if (choice === 'keep-both') {
      // Two cards of one code would find neither: the second keeps what is its own alone.
      const { id: _, ...row } = incoming;
      const taken = new Set([...existing.codes, ...existing.ids].map(foldCode));
      const free = (entries: readonly string[] | undefined): string[] =>
        (entries ?? []).filter((entry) => !taken.has(foldCode(entry)));
      const name = row.name ?? existing.name;
      drafts.push(
        draftOf({
          ...row,
          codes: free(row.codes),
          ids: free(row.ids),
          name: nameKey(name) === nameKey(existing.name) ? `${name} (2)` : name,
        }),
      );
    }
  }
  return drafts;
}

/** What the file does not speak of stays as the card has it. */
function draftOf(row: CardRow, existing?: ProductCard): CardDraft {
  const { row: _, id: own, lines = [], ...facts } = row;
  const id = existing?.id ?? own;
  const said = new Map(lines.map(({ label, text }) => [label, text]));
  const kept = (existing?.lines ?? []).map((line) => ({ ...line, text: said.get(line.label) ?? line.text }));
  const added = lines.filter(({ label }) => !kept.some((line) => line.label === label));
  const { id: __, ...before } = existing ?? { id: '' };
  return {
    codes: [],
    ids: [],
    points: [],
    matching: [],
    ...before,
    ...facts,
    ...(id !== undefined && { id }),
    name: facts.name ?? existing?.name ?? facts.codes?.[0] ?? facts.ids?.[0] ?? '',
    lines: [...kept, ...added],
  };
}
