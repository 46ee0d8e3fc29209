import type { PhraseRow, WritablePhrase } from './phrase-file.ts';
import { foldText } from './title-cells.ts';

/** A phrase of the library as the import meets it. */
export type PresentPhrase = WritablePhrase & { id: string };

export interface PhraseConflict {
  incoming: PhraseRow;
  existing: PresentPhrase;
}

/** What a file would do; nothing is done yet. Every row stands in exactly one list. Nothing is ever deleted. */
export interface PhraseImportPreview {
  create: PhraseRow[];
  /** The file only adds what the phrase lacks: a code, tags, the pin. */
  update: PhraseConflict[];
  /** Present already; for a row that repeats an earlier row of the file, `existing` is absent. */
  identical: { incoming: PhraseRow; existing?: PresentPhrase }[];
  /** The same phrase, said differently: the agent chooses. */
  conflict: PhraseConflict[];
  /** Codes in use, so that a phrase kept beside another can get one of its own. */
  codes: string[];
}

/** skip: the library's stays; replace: the file's text goes into the present phrase; keep-both: a second phrase. */
export type ConflictChoice = 'skip' | 'replace' | 'keep-both';

/** A phrase to save: with the id of a present phrase it changes that one, else it is new. */
export interface PhraseImportDraft {
  id?: string;
  title: string;
  text: string;
  code?: string;
  category: string;
  tags?: string[];
  pinned?: boolean;
}

/** Category of phrases that come without one. */
export const noCategory = '未分组';

const codeKey = (code: string | undefined): string => foldText(code ?? '').trim();
const textKey = (text: string): string => foldText(text).replace(/\s+/g, ' ').trim();
const titleKey = ({ title, category }: { title: string; category?: string | undefined }): string =>
  `${foldText(category ?? noCategory).trim()}\n${foldText(title).trim()}`;

const sameTags = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.length === b.length && a.every((tag) => b.includes(tag));

const sameWording = (row: PhraseRow, present: PresentPhrase): boolean =>
  row.title === present.title &&
  row.text === present.text &&
  (row.category === undefined || row.category === present.category);

const addsNothing = (row: PhraseRow, present: PresentPhrase): boolean =>
  (row.code === undefined || row.code === present.code) &&
  (row.tags === undefined || sameTags(row.tags, present.tags)) &&
  (!row.pinned || present.pinned === true);

const onlyAdds = (row: PhraseRow, present: PresentPhrase): boolean =>
  (row.code === undefined || !present.code || row.code === present.code) &&
  (row.tags === undefined || (present.tags ?? []).every((tag) => row.tags?.includes(tag)));

/**
 * Says what importing the rows would do. A row and a phrase are the same when they agree in id, else in everything,
 * else in code, else in title and category, else in text (phrases.md §6.5); a phrase is met by one row at most.
 *
 * @param existing the living phrases of the library
 */
export function previewPhraseImport(
  rows: readonly PhraseRow[],
  existing: readonly PresentPhrase[],
): PhraseImportPreview {
  const met = meet(rows, existing);
  const preview: PhraseImportPreview = {
    create: [],
    update: [],
    identical: [],
    conflict: [],
    codes: existing.flatMap(({ code }) => (code ? [codeKey(code)] : [])),
  };
  const seen = new Set<string>();
  for (const row of rows) {
    const present = met.get(row);
    const content = JSON.stringify([titleKey(row), row.text, codeKey(row.code)]);
    if (!present) {
      if (seen.has(content)) preview.identical.push({ incoming: row });
      else preview.create.push(row);
    } else if (sameWording(row, present) && addsNothing(row, present))
      preview.identical.push({ incoming: row, existing: present });
    else if (sameWording(row, present) && onlyAdds(row, present))
      preview.update.push({ incoming: row, existing: present });
    else preview.conflict.push({ incoming: row, existing: present });
    seen.add(content);
  }
  return preview;
}

/** Pairs rows with phrases, the surest sign first for all rows, so that a weak sign never takes another row's phrase. */
function meet(rows: readonly PhraseRow[], existing: readonly PresentPhrase[]): Map<PhraseRow, PresentPhrase> {
  const signs: [ofRow: (row: PhraseRow) => string, ofPhrase: (phrase: PresentPhrase) => string][] = [
    [({ id }) => id ?? '', ({ id }) => id],
    [
      (row) => JSON.stringify([titleKey(row), row.text, codeKey(row.code)]),
      (phrase) => JSON.stringify([titleKey(phrase), phrase.text, codeKey(phrase.code)]),
    ],
    [
      (row) => JSON.stringify([titleKey(row), row.text]),
      (phrase) => JSON.stringify([titleKey(phrase), phrase.text]),
    ],
    [({ code }) => codeKey(code), ({ code }) => codeKey(code)],
    [titleKey, titleKey],
    [({ text }) => textKey(text), ({ text }) => textKey(text)],
  ];
  const met = new Map<PhraseRow, PresentPhrase>();
  const taken = new Set<PresentPhrase>();
  for (const [ofRow, ofPhrase] of signs) {
    const bySign = new Map<string, PresentPhrase[]>();
    for (const phrase of existing) {
      const sign = taken.has(phrase) ? '' : ofPhrase(phrase);
      if (sign) bySign.set(sign, [...(bySign.get(sign) ?? []), phrase]);
    }
    for (const row of rows) {
      if (met.has(row)) continue;
      const phrase = bySign.get(ofRow(row))?.shift();
      if (!phrase) continue;
      met.set(row, phrase);
      taken.add(phrase);
    }
  }
  return met;
}

/**
 * The phrases to save for a preview: new ones, additions, and what the agent chose for each conflict (skip unless
 * told). Replacing keeps of the present phrase what the file does not speak of.
 */
export function applyPhraseImport(
  preview: PhraseImportPreview,
  choice: ConflictChoice | ((conflict: PhraseConflict) => ConflictChoice) = 'skip',
): PhraseImportDraft[] {
  const codes = new Set(preview.codes);
  for (const { code } of preview.create) if (code) codes.add(codeKey(code));
  const drafts = preview.create.map((row) => draftOf(row));
  drafts.push(...preview.update.map(({ incoming, existing }) => draftOf(incoming, existing)));
  for (const conflict of preview.conflict) {
    const chosen = typeof choice === 'function' ? choice(conflict) : choice;
    if (chosen === 'replace') drafts.push(draftOf(conflict.incoming, conflict.existing));
    if (chosen === 'keep-both') {
      const { id: _, code, ...row } = conflict.incoming;
      const category = row.category ?? conflict.existing.category;
      drafts.push(draftOf({ ...row, category, ...(code && { code: freeCode(code, codes) }) }));
    }
  }
  return drafts;
}

/** The code, with the first number behind it that makes it nobody else's. */
function freeCode(code: string, codes: Set<string>): string {
  let free = code;
  for (let number = 2; codes.has(codeKey(free)); number += 1) free = `${code}${number}`;
  codes.add(codeKey(free));
  return free;
}

function draftOf(row: PhraseRow, existing?: PresentPhrase): PhraseImportDraft {
  const id = existing?.id ?? row.id;
  const code = row.code ?? existing?.code;
  const tags = row.tags ?? existing?.tags;
  const pinned = row.pinned ?? existing?.pinned;
  return {
    ...(id !== undefined && { id }),
    title: row.title,
    text: row.text,
    ...(code && { code }),
    category: row.category ?? existing?.category ?? noCategory,
    ...(tags && tags.length > 0 && { tags: [...tags] }),
    ...(pinned && { pinned }),
  };
}
