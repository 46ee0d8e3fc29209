import { type LocalText, say } from '../language/local-text.ts';
import { type PhraseTraits, readTraits, tooMuchOf, traitsOf, traitTitles } from './phrase-traits.ts';
import { isRowProblem, type RowProblem } from './row-problem.ts';

/** A phrase as a file carries it. `row` is its place in the file, from 1. */
export interface PhraseRow extends PhraseTraits {
  row: number;
  id?: string;
  title: string;
  /** The file has no title for it: `title` is made of the text, and gives way to that of the phrase it meets. */
  untitled?: boolean;
  text: string;
  code?: string;
  /** Absent: the category of the phrase it meets, else `noCategory`. */
  category?: string;
  group?: string;
  /** It holds braces that are no variables of ours: a phrase made of it, or given its text, begins literal (phrases.md §6.10). */
  foreign?: boolean;
  /** When it was last changed where it comes from, epoch ms. */
  changedAt?: number;
}

/** What is written of a kept phrase; extra fields (uses, times, keys) stay behind. */
export interface WritablePhrase extends PhraseTraits {
  id?: string | undefined;
  title: string;
  text: string;
  code?: string | undefined;
  category: string;
  group?: string | undefined;
}

export type PhraseFile =
  /** `problems` name rows that were left out, `rowProblems` the same with their places; the others can go in. */
  | {
      ok: true;
      phrases: PhraseRow[];
      problems: LocalText[];
      rowProblems: RowProblem[];
      /** Bytes of images as base64, by hash. */
      images: ReadonlyMap<string, string>;
    }
  | { ok: false; errors: LocalText[] };

const format = 'shoubian.phrases';
const version = 1;

/** Limits of the store (storage/schemas/phrase.ts), in UTF-16 units. */
const limits = { title: 200, text: 20_000, code: 40, category: 60, group: 60 } as const;
/** Longest file read: more phrases than any shop keeps (phrases.md §6.9 asks for 20,000). */
export const mostRows = 100_000;

const fail = (zh: string, en: string): PhraseFile => ({ ok: false, errors: [say(zh, en)] });

/**
 * Writes phrases as our own file, in the order given. Holds no times and no use counts, so that export, import and
 * export again give the same bytes (phrases.md §5); the full backup is another file.
 *
 * @param images bytes of images as base64, by hash; those no phrase holds are left out
 */
export function writePhraseFile(
  phrases: readonly WritablePhrase[],
  images: ReadonlyMap<string, string> = new Map(),
): string {
  const rows = phrases.map((phrase) => {
    const { id, title, text, code, category, group } = phrase;
    return {
      ...(id && { id }),
      title,
      text,
      ...(code && { code }),
      category,
      ...(group && { group }),
      ...traitsOf(phrase),
    };
  });
  const held = new Set(phrases.flatMap((phrase) => phrase.images?.map(({ hash }) => hash) ?? []));
  const bytes = Object.fromEntries(
    [...held].flatMap((hash) => {
      const base64 = images.get(hash);
      return base64 === undefined ? [] : [[hash, base64]];
    }),
  );
  const withImages = Object.keys(bytes).length > 0 && { images: bytes };
  return `${JSON.stringify({ format, version, phrases: rows, ...withImages }, null, 2)}\n`;
}

/** Reads the text of a phrase file. A text that is no JSON is refused with the line where reading stopped. */
export function parsePhraseFile(text: string): PhraseFile {
  try {
    return readPhraseFile(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    const line = lineOf(text, error instanceof Error ? error.message : '');
    return line === undefined
      ? fail('文件不是有效的 JSON', 'The file is not valid JSON')
      : fail(
          `文件不是有效的 JSON：第 ${line} 行读不下去`,
          `The file is not valid JSON: reading stopped at line ${line}`,
        );
  }
}

/** Browsers say where in two ways: "at position 45", or "at line 3 column 5". */
function lineOf(text: string, message: string): number | undefined {
  const line = /line (\d+)/.exec(message)?.[1];
  if (line) return Number(line);
  const position = /position (\d+)/.exec(message)?.[1];
  return position ? text.slice(0, Number(position)).split('\n').length : undefined;
}

/**
 * Reads a phrase file already parsed as JSON. Refuses what is not ours or newer than we know; a row that cannot be
 * taken is named with its number and title and left out (phrases.md §6.4). Texts are kept as they are, only CRLF
 * becomes LF.
 */
export function readPhraseFile(json: unknown): PhraseFile {
  if (!isObject(json) || json.format !== format)
    return fail(`这不是话术文件：format 应是 ${format}`, `Not a phrase file: format should be ${format}`);
  if (json.version !== version)
    return fail(
      `话术文件的版本是 ${String(json.version)}，这里只认得版本 ${version}，请先更新扩展`,
      `The phrase file has version ${String(json.version)}; this extension reads version ${version}. Update it first`,
    );
  const { phrases: list } = json;
  if (!Array.isArray(list))
    return fail('话术文件里缺少 phrases 列表', 'The phrase file has no list named phrases');
  if (list.length > mostRows)
    return fail(
      `话术文件有 ${list.length} 条，最多读 ${mostRows} 条`,
      `${list.length} rows; at most ${mostRows} are read`,
    );

  const phrases: PhraseRow[] = [];
  const rowProblems: RowProblem[] = [];
  for (const [at, value] of (list as unknown[]).entries()) {
    const read = readRow(value, at + 1);
    if (isRowProblem(read)) rowProblems.push(read);
    else phrases.push(read);
  }
  const images = new Map(
    Object.entries(isObject(json.images) ? json.images : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
  return { ok: true, phrases, problems: rowProblems.map(({ text }) => text), rowProblems, images };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldNames: Record<keyof typeof limits | 'id', LocalText> = {
  id: say('编号', 'id'),
  title: say('标题', 'title'),
  text: say('内容', 'text'),
  code: say('快捷编码', 'code'),
  category: say('分类', 'category'),
  group: say('二级分类', 'group'),
};

function readRow(value: unknown, row: number): PhraseRow | RowProblem {
  const title = isObject(value) && typeof value.title === 'string' ? value.title.trim() : '';
  const problem = (zh: string, en: string, kind: RowProblem['kind'] = 'bad'): RowProblem => {
    const [zhName, enName] = title ? [`（${title.slice(0, 20)}）`, ` (${title.slice(0, 20)})`] : ['', ''];
    return { row, kind, text: say(`第 ${row} 条${zhName}：${zh}`, `Row ${row}${enName}: ${en}`) };
  };
  if (!isObject(value)) return problem('不是一条话术', 'not a phrase');
  const wrong = (name: LocalText): RowProblem =>
    problem(`「${name['zh-CN']}」的类型不对`, `"${name.en}" has the wrong type`);
  for (const [field, name] of Object.entries(fieldNames)) {
    const held = value[field];
    if (held !== undefined && held !== null && typeof held !== 'string') return wrong(name);
  }
  const read = readTraits(value);
  if ('bad' in read) return wrong(traitTitles[read.bad]);
  const text = String(value.text ?? '').replace(/\r\n?/g, '\n');
  if (text.trim() === '') return problem('缺少内容', 'the text is missing');
  const found: PhraseRow = { row, title: title || titleFrom(text), text, ...(!title && { untitled: true }) };
  for (const field of ['id', 'code', 'category', 'group'] as const) {
    const held = String(value[field] ?? '').trim();
    if (held) found[field] = held;
  }
  const filled: PhraseRow = { ...found, ...read.traits };
  const long = tooLongFor(filled);
  if (long) return problem(long['zh-CN'], long.en, 'too-long');
  if (value.foreign === true) filled.foreign = true;
  if (typeof value.changedAt === 'number') filled.changedAt = value.changedAt;
  return filled;
}

/** What of a row is longer than the library keeps, in words; undefined when all fits. */
export function tooLongFor(row: Pick<PhraseRow, keyof typeof limits> & PhraseTraits): LocalText | undefined {
  for (const field of ['title', 'text', 'code', 'category', 'group'] as const) {
    const length = row[field]?.length ?? 0;
    const name = fieldNames[field];
    if (length > limits[field])
      return say(
        `「${name['zh-CN']}」有 ${length} 字，最多 ${limits[field]} 字`,
        `"${name.en}" has ${length} characters, at most ${limits[field]}`,
      );
  }
  return tooMuchOf(row);
}

/** A title for a phrase without one: the beginning of its first line. */
export function titleFrom(text: string): string {
  const line = text.split('\n').find((part) => part.trim() !== '') ?? text;
  return [...line.trim()].slice(0, 20).join('');
}

/** A row of another program: its braces, where it has any, are no variables of ours. */
export const asForeign = (row: PhraseRow): PhraseRow =>
  [row.text, ...(row.more ?? [])].some((text) => text.includes('{') && /\{[^{}]*\}/.test(text))
    ? { ...row, foreign: true }
    : row;
