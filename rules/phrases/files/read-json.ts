import { type LocalText, say } from '../../language/local-text.ts';
import { asForeign, type PhraseRow, readPhraseFile, titleFrom, tooLongFor } from '../phrase-file.ts';
import type { RowProblem } from '../row-problem.ts';
import { readMoment } from './read-moment.ts';
import type { ReadPhrases } from './read-phrases.ts';

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] | undefined => (Array.isArray(value) ? value : undefined);

/** Ids stand as text or as numbers. */
const word = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

/**
 * Reads phrases out of JSON: our own file, Beeftext's, or what 千牛 itself answers (phrases.md §5). Undefined for
 * JSON that is none of these; `ok: false` for our own file when it cannot be taken at all.
 */
export function readPhraseJson(
  json: unknown,
): { ok: true; read: ReadPhrases } | { ok: false; errors: LocalText[] } | undefined {
  if (!isObject(json)) return undefined;
  if (json.format === 'shoubian.phrases') {
    const file = readPhraseFile(json);
    if (!file.ok) return file;
    const problems = file.rowProblems;
    return {
      ok: true,
      read: {
        name: say('手边的话术文件', "This extension's own file"),
        rows: file.phrases,
        problems,
        notes: [],
        images: file.images,
      },
    };
  }
  const combos = listOf(json.combos);
  if (combos) return { ok: true, read: readBeeftext(combos, listOf(json.groups) ?? []) };
  const result = isObject(json.data) && isObject(json.data.result) ? json.data.result : undefined;
  const list = listOf(result?.list);
  if (list) return { ok: true, read: readQianniu(list, listOf(result?.groups) ?? []) };
  return undefined;
}

function readBeeftext(combos: readonly unknown[], groups: readonly unknown[]): ReadPhrases {
  const names = groupNames(groups, 'uuid');
  return readList(combos, say('Beeftext 短语', 'Beeftext combos'), (combo) => ({
    code: word(combo.keyword),
    text: combo.snippet,
    title: word(combo.name),
    category: names.get(word(combo.group)),
    changedAt: readMoment(word(combo.lastModificationDateTime)),
  }));
}

function readQianniu(list: readonly unknown[], groups: readonly unknown[]): ReadPhrases {
  const names = groupNames(groups, 'id');
  return readList(list, say('千牛里的快捷短语（JSON）', 'Phrases as Qianniu answers them (JSON)'), (one) => ({
    code: word(one.code),
    text: one.content,
    title: '',
    category: names.get(word(one.groupId)),
    changedAt: readMoment(word(one.gmtModified)),
  }));
}

const groupNames = (groups: readonly unknown[], id: string): Map<string, string> =>
  new Map(
    groups.flatMap((group) =>
      isObject(group) && word(group.name) ? [[word(group[id]), word(group.name)]] : [],
    ),
  );

interface Found {
  code: string;
  text: unknown;
  title: string;
  category: string | undefined;
  changedAt: number | undefined;
}

function readList(list: readonly unknown[], name: LocalText, find: (one: Fields) => Found): ReadPhrases {
  const rows: PhraseRow[] = [];
  const problems: RowProblem[] = [];
  for (const [at, value] of list.entries()) {
    const row = at + 1;
    const leaveOut = (kind: RowProblem['kind'], why: LocalText): void => {
      problems.push({ row, kind, text: say(`第 ${row} 条：${why['zh-CN']}`, `Item ${row}: ${why.en}`) });
    };
    const { code, text, title, category, changedAt } = isObject(value)
      ? find(value)
      : { code: '', text: '', title: '', category: undefined, changedAt: undefined };
    if (typeof text !== 'string' || text.trim() === '') {
      leaveOut('bad', say('缺少内容', 'the text is missing'));
      continue;
    }
    const kept = text.replace(/\r\n?/g, '\n');
    const found: PhraseRow = {
      row,
      title: title || titleFrom(kept),
      text: kept,
      ...(title === '' && { untitled: true }),
      ...(code && { code }),
      ...(category !== undefined && { category }),
      ...(changedAt !== undefined && { changedAt }),
    };
    const long = tooLongFor(found);
    if (long) leaveOut('too-long', long);
    else rows.push(asForeign(found));
  }
  return { name, rows, problems, notes: [] };
}
