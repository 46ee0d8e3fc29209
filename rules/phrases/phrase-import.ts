import { finish, type Steps } from './files/steps.ts';
import type { PhraseRow, WritablePhrase } from './phrase-file.ts';
import { differingTraits, onlyAddsTraits, type PhraseTraits, traitsOf } from './phrase-traits.ts';
import { foldText } from './title-cells.ts';

/** A phrase of the library as the import meets it. */
export type PresentPhrase = WritablePhrase & { id: string; updatedAt?: number };

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

/**
 * skip: the library's stays; replace: the file's text goes into the present phrase; keep-both: a second phrase; newer:
 * replace where the file says that it was changed later, else skip.
 */
export type ConflictChoice = 'skip' | 'replace' | 'keep-both' | 'newer';

/** A phrase to save: with the id of a present phrase it changes that one, else it is new. */
export interface PhraseImportDraft extends PhraseTraits {
  id?: string;
  title: string;
  text: string;
  code?: string;
  category: string;
  group?: string;
}

/** Category of phrases that come without one. */
export const noCategory = '未分组';

const codeKey = (code: string | undefined): string => foldText(code ?? '').trim();
const textKey = (text: string): string => foldText(text).replace(/\s+/g, ' ').trim();
/** Category and group as files of one level write them. */
export const levelMark = '-';
interface Placed {
  category?: string | undefined;
  group?: string | undefined;
}
/** The place of a row or phrase as one name; programs of one level know no more. */
export function placeName({ category, group }: Placed): string {
  const name = category === undefined ? noCategory : category.trim();
  return group === undefined || group.trim() === '' ? name : `${name}${levelMark}${group.trim()}`;
}
const placeKey = (one: Placed): string => foldText(placeName(one)).trim();
const titleKey = (one: Placed & { title: string }): string =>
  `${placeKey(one)}\n${foldText(one.title).trim()}`;

const samePlace = (row: PhraseRow, present: PresentPhrase): boolean =>
  row.category === undefined ? row.group === undefined : placeName(row) === placeName(present);

// Files hold titles and categories without spaces around them.
const sameWording = (row: PhraseRow, present: PresentPhrase): boolean =>
  (row.untitled === true || row.title === present.title.trim()) &&
  row.text === present.text &&
  samePlace(row, present);

const addsNothing = (row: PhraseRow, present: PresentPhrase): boolean =>
  (row.code === undefined || row.code === present.code) &&
  (row.group === undefined || row.group === present.group?.trim()) &&
  differingTraits(row, present).length === 0;

const onlyAdds = (row: PhraseRow, present: PresentPhrase): boolean =>
  (row.code === undefined || !present.code || row.code === present.code) && onlyAddsTraits(row, present);

/** Rows, or phrases, compared in one step. */
const stepRows = 2_000;

/**
 * Says what importing the rows would do. A row and a phrase are the same when they agree in id, else in everything,
 * else in code, else in title and category, else in text (phrases.md §6.5); a phrase is met by one row at most. What a
 * file has no column for is no difference.
 *
 * @param existing the living phrases of the library
 */
export const previewPhraseImport = (
  rows: readonly PhraseRow[],
  existing: readonly PresentPhrase[],
): PhraseImportPreview => finish(previewSteps(rows, existing));

/** The same in steps, for files of any size. */
export function* previewSteps(
  rows: readonly PhraseRow[],
  existing: readonly PresentPhrase[],
): Steps<PhraseImportPreview> {
  const met = yield* meet(rows, existing);
  const preview: PhraseImportPreview = {
    create: [],
    update: [],
    identical: [],
    conflict: [],
    codes: existing.flatMap(({ code }) => (code ? [codeKey(code)] : [])),
  };
  const seen = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const present = met.get(row);
    const content = contentSign(row);
    if (!present) {
      if (seen.has(content)) preview.identical.push({ incoming: row });
      else preview.create.push(row);
    } else if (sameWording(row, present) && addsNothing(row, present))
      preview.identical.push({ incoming: row, existing: present });
    else if (sameWording(row, present) && onlyAdds(row, present))
      preview.update.push({ incoming: row, existing: present });
    else preview.conflict.push({ incoming: row, existing: present });
    seen.add(content);
    if (at % stepRows === stepRows - 1) yield { done: at, total: rows.length };
  }
  return preview;
}

type Signed = {
  title: string;
  text: string;
  code?: string | undefined;
  category?: string | undefined;
  group?: string | undefined;
  untitled?: boolean;
};

const contentSign = (one: Signed): string => JSON.stringify([titleKey(one), one.text, codeKey(one.code)]);

/** Signs by which a row and a phrase are the same, the surest first; an empty sign says nothing. */
const signs: [of: 'titled' | 'untitled' | 'all', sign: (one: Signed) => string][] = [
  ['titled', contentSign],
  ['titled', (one) => JSON.stringify([titleKey(one), one.text])],
  ['untitled', (one) => JSON.stringify([placeKey(one), one.text, codeKey(one.code)])],
  ['untitled', (one) => JSON.stringify([placeKey(one), one.text])],
  ['all', ({ code }) => codeKey(code)],
  ['titled', titleKey],
  ['all', ({ text }) => textKey(text)],
];

/** Pairs rows with phrases, the surest sign first for all rows, so that a weak sign never takes another row's phrase. */
function* meet(
  rows: readonly PhraseRow[],
  existing: readonly PresentPhrase[],
): Steps<Map<PhraseRow, PresentPhrase>> {
  const met = new Map<PhraseRow, PresentPhrase>();
  const taken = new Set<PresentPhrase>();
  const pair = (row: PhraseRow, phrase: PresentPhrase): void => {
    met.set(row, phrase);
    taken.add(phrase);
  };
  const byId = new Map(existing.map((phrase) => [phrase.id, phrase]));
  for (const row of rows) {
    const phrase = row.id === undefined ? undefined : byId.get(row.id);
    if (phrase && !taken.has(phrase)) pair(row, phrase);
  }
  for (const [of, sign] of signs) {
    const speaks = (row: PhraseRow): boolean =>
      of === 'all' || (of === 'untitled') === (row.untitled === true);
    const open = rows.filter((row) => !met.has(row) && speaks(row));
    if (open.length === 0) continue;
    const bySign = new Map<string, PresentPhrase[]>();
    for (const [at, phrase] of existing.entries()) {
      const found = taken.has(phrase) ? '' : sign(phrase);
      const same = bySign.get(found);
      if (same) same.push(phrase);
      else if (found) bySign.set(found, [phrase]);
      if (at % stepRows === stepRows - 1) yield { done: 0, total: rows.length };
    }
    // The first of equals is met first.
    for (const same of bySign.values()) same.reverse();
    for (const [at, row] of open.entries()) {
      const phrase = bySign.get(sign(row))?.pop();
      if (phrase) pair(row, phrase);
      if (at % stepRows === stepRows - 1) yield { done: 0, total: rows.length };
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
    const chosen = settled(typeof choice === 'function' ? choice(conflict) : choice, conflict);
    if (chosen === 'replace') drafts.push(draftOf(conflict.incoming, conflict.existing));
    if (chosen === 'keep-both') {
      const { id: _, code, ...row } = conflict.incoming;
      const { category, group } = row.category === undefined ? conflict.existing : row;
      const place = { category: category ?? noCategory, ...(group && { group }) };
      drafts.push(draftOf({ ...row, ...place, ...(code && { code: freeCode(code, codes) }) }));
    }
  }
  return drafts;
}

/** What a choice comes to for one conflict. */
export function settled(
  choice: ConflictChoice,
  { incoming, existing }: PhraseConflict,
): Exclude<ConflictChoice, 'newer'> {
  if (choice !== 'newer') return choice;
  const isNewer =
    incoming.changedAt !== undefined &&
    existing.updatedAt !== undefined &&
    incoming.changedAt > existing.updatedAt;
  return isNewer ? 'replace' : 'skip';
}

/** The code, with the first number behind it that makes it nobody else's. */
function freeCode(code: string, codes: Set<string>): string {
  let free = code;
  for (let number = 2; codes.has(codeKey(free)); number += 1) free = `${code}${number}`;
  codes.add(codeKey(free));
  return free;
}

/** Whether a phrase made of this row begins literal: its braces were never meant as our variables. */
export const beginsLiteral = (row: PhraseRow): boolean => row.foreign === true;

function draftOf(row: PhraseRow, existing?: PresentPhrase): PhraseImportDraft {
  const id = existing?.id ?? row.id;
  const code = row.code ?? existing?.code;
  // A file of one level that names the same place leaves the two levels as they are.
  const keepsPlace = existing !== undefined && row.group === undefined && samePlace(row, existing);
  const place: Placed = keepsPlace ? existing : row;
  const takesText = existing === undefined || row.text !== existing.text;
  const traits = traitsOf({ ...(existing && traitsOf(existing)), ...traitsOf(row) });
  return {
    ...(id !== undefined && { id }),
    title: row.untitled && existing ? existing.title : row.title,
    text: row.text,
    ...(code && { code }),
    category: place.category ?? existing?.category ?? noCategory,
    ...(place.group && { group: place.group }),
    ...traits,
    ...(takesText && beginsLiteral(row) && { literal: true }),
  };
}
