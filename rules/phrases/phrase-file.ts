import { type LocalText, say } from '../language/local-text.ts';
import type { RowProblem } from './row-problem.ts';

/** A phrase as a file carries it. `row` is its place in the file, from 1. */
export interface PhraseRow {
  row: number;
  id?: string;
  title: string;
  /** The file has no title for it: `title` is made of the text, and gives way to that of the phrase it meets. */
  untitled?: boolean;
  text: string;
  code?: string;
  /** Absent: the category of the phrase it meets, else `noCategory`. */
  category?: string;
  tags?: string[];
  pinned?: boolean;
}

/** What is written of a kept phrase; extra fields (uses, times, keys) stay behind. */
export interface WritablePhrase {
  id?: string | undefined;
  title: string;
  text: string;
  code?: string | undefined;
  category: string;
  tags?: readonly string[] | undefined;
  pinned?: boolean | undefined;
}

export type PhraseFile =
  /** `problems` name rows that were left out, `rowProblems` the same with their places; the others can go in. */
  | { ok: true; phrases: PhraseRow[]; problems: LocalText[]; rowProblems: RowProblem[] }
  | { ok: false; errors: LocalText[] };

const format = 'shoubian.phrases';
const version = 1;

/** Limits of the store (storage/schemas/phrase.ts), in UTF-16 units. */
const limits = { title: 200, text: 20_000, code: 40, category: 60 } as const;
/** Longest file read: more phrases than any shop keeps (phrases.md §6.9 asks for 20,000). */
export const mostRows = 100_000;

const fail = (zh: string, en: string): PhraseFile => ({ ok: false, errors: [say(zh, en)] });

/**
 * Writes phrases as our own file, in the order given. Holds no times and no use counts, so that export, import and
 * export again give the same bytes (phrases.md §5); the full backup is another file.
 */
export function writePhraseFile(phrases: readonly WritablePhrase[]): string {
  const rows = phrases.map(({ id, title, text, code, category, tags, pinned }) => ({
    ...(id && { id }),
    title,
    text,
    ...(code && { code }),
    category,
    ...(tags && tags.length > 0 && { tags }),
    ...(pinned && { pinned }),
  }));
  return `${JSON.stringify({ format, version, phrases: rows }, null, 2)}\n`;
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
    if ('kind' in read) rowProblems.push(read);
    else phrases.push(read);
  }
  return { ok: true, phrases, problems: rowProblems.map(({ text }) => text), rowProblems };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldNames: Record<keyof typeof limits | 'id' | 'tags' | 'pinned', LocalText> = {
  id: say('编号', 'id'),
  title: say('标题', 'title'),
  text: say('内容', 'text'),
  code: say('快捷编码', 'code'),
  category: say('分类', 'category'),
  tags: say('标签', 'tags'),
  pinned: say('置顶', 'pinned'),
};

function readRow(value: unknown, row: number): PhraseRow | RowProblem {
  const title = isObject(value) && typeof value.title === 'string' ? value.title.trim() : '';
  const problem = (zh: string, en: string, kind: RowProblem['kind'] = 'bad'): RowProblem => {
    const [zhName, enName] = title ? [`（${title.slice(0, 20)}）`, ` (${title.slice(0, 20)})`] : ['', ''];
    return { row, kind, text: say(`第 ${row} 条${zhName}：${zh}`, `Row ${row}${enName}: ${en}`) };
  };
  if (!isObject(value)) return problem('不是一条话术', 'not a phrase');
  for (const [field, kind] of Object.entries(fieldKinds)) {
    const name = fieldNames[field as keyof typeof fieldNames];
    const held = value[field];
    if (held !== undefined && held !== null && !kind(held))
      return problem(`「${name['zh-CN']}」的类型不对`, `"${name.en}" has the wrong type`);
  }
  const text = String(value.text ?? '').replace(/\r\n?/g, '\n');
  if (text.trim() === '') return problem('缺少内容', 'the text is missing');
  const found: PhraseRow = { row, title: title || titleFrom(text), text, ...(!title && { untitled: true }) };
  for (const field of ['id', 'code', 'category'] as const) {
    const held = String(value[field] ?? '').trim();
    if (held) found[field] = held;
  }
  const long = tooLongFor(found);
  if (long) return problem(long['zh-CN'], long.en, 'too-long');
  const tags = Array.isArray(value.tags) ? value.tags.map((tag) => String(tag).trim()).filter(Boolean) : [];
  if (tags.length > 0) found.tags = [...new Set(tags)];
  if (value.pinned === true) found.pinned = true;
  return found;
}

/** What of a row is longer than the library keeps, in words; undefined when all fits. */
export function tooLongFor(row: Pick<PhraseRow, keyof typeof limits>): LocalText | undefined {
  for (const field of ['title', 'text', 'code', 'category'] as const) {
    const length = row[field]?.length ?? 0;
    const name = fieldNames[field];
    if (length > limits[field])
      return say(
        `「${name['zh-CN']}」有 ${length} 字，最多 ${limits[field]} 字`,
        `"${name.en}" has ${length} characters, at most ${limits[field]}`,
      );
  }
  return undefined;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const fieldKinds: Record<keyof typeof fieldNames, (value: unknown) => boolean> = {
  id: isText,
  title: isText,
  text: isText,
  code: isText,
  category: isText,
  tags: (value) => Array.isArray(value) && value.every(isText),
  pinned: (value) => typeof value === 'boolean',
};

/** A title for a phrase without one: the beginning of its first line. */
export function titleFrom(text: string): string {
  const line = text.split('\n').find((part) => part.trim() !== '') ?? text;
  return [...line.trim()].slice(0, 20).join('');
}
