import { type LocalText, say } from '../../language/local-text.ts';
import { titleFrom, type WritablePhrase } from '../phrase-file.ts';
import { noCategory } from '../phrase-import.ts';
import { writeDelimited } from './delimited.ts';
import { beyondGbk, encodeGb18030 } from './gb18030.ts';
import { levelMark } from './read-table.ts';
import type { Steps } from './steps.ts';

/** Tables written for other programs and for people; each row as long as the header. */
export type WrittenTable = 'qianniu' | 'kefubao' | 'table';

const headers: Record<WrittenTable, readonly string[]> = {
  qianniu: ['快捷短语编码', '快捷短语', '快捷短语分组'],
  kefubao: ['一级分类（必填）', '二级分类（选填）', '话术标题（选填）', '话术内容（必填）'],
  table: ['分类', '标题', '内容', '编码', '标签', '置顶'],
};

/** What parts tags in one cell; read back from any of the usual marks. */
const tagMark = '、';

/** `一级-二级` as two levels; one level where that would not read back the same. */
function levels(category: string): [string, string] {
  const at = category.indexOf(levelMark);
  const [first, second] = [category.slice(0, Math.max(at, 0)), category.slice(at + levelMark.length)];
  const readsBack = first !== '' && second !== '' && first.trim() === first && second.trim() === second;
  return readsBack ? [first, second] : [category, ''];
}

const cellsOf: Record<WrittenTable, (phrase: WritablePhrase) => string[]> = {
  qianniu: ({ code, text, category }) => [code ?? '', text, category === noCategory ? '' : category],
  kefubao: ({ title, text, category }) => [...levels(category), title, text],
  table: ({ category, title, text, code, tags, pinned }) => [
    category,
    title,
    text,
    code ?? '',
    (tags ?? []).join(tagMark),
    pinned ? '是' : '',
  ],
};

/** Header and rows of a table, in the order of the phrases. */
export function* tableCells(table: WrittenTable, phrases: readonly WritablePhrase[]): Generator<string[]> {
  yield [...headers[table]];
  for (const phrase of phrases) yield cellsOf[table](phrase);
}

/** The 千牛 file: its exact header, GB18030, CRLF (phrases.md §5). */
export function* writeQianniu(phrases: readonly WritablePhrase[]): Steps<Uint8Array> {
  const text = yield* writeDelimited(tableCells('qianniu', phrases), phrases.length);
  return yield* encodeGb18030(text);
}

/** A phrase with characters that a reader of GBK cannot read. */
export interface UnreadablePhrase<Phrase extends WritablePhrase = WritablePhrase> {
  phrase: Phrase;
  characters: string[];
}

/** Phrases whose code, text or group hold what GBK has no code for, to be shown before the file is written. */
export function unreadableInGbk<Phrase extends WritablePhrase>(
  phrases: readonly Phrase[],
): UnreadablePhrase<Phrase>[] {
  return phrases.flatMap((phrase) => {
    const characters = beyondGbk(cellsOf.qianniu(phrase).join(''));
    return characters.length > 0 ? [{ phrase, characters }] : [];
  });
}

/** The phrase with every character GBK cannot write left out. */
export function withoutUnreadable<Phrase extends WritablePhrase>({
  phrase,
  characters,
}: UnreadablePhrase<Phrase>): Phrase {
  const drop = (text: string): string => [...text].filter((one) => !characters.includes(one)).join('');
  return {
    ...phrase,
    text: drop(phrase.text),
    category: drop(phrase.category) || noCategory,
    ...(phrase.code !== undefined && { code: drop(phrase.code) }),
  };
}

/** What of these phrases the file has no place for, one sentence each with its count; empty when nothing is lost. */
export function leftBehind(table: WrittenTable, phrases: readonly WritablePhrase[]): LocalText[] {
  const lost: LocalText[] = [];
  const count = (zh: string, en: string, has: (phrase: WritablePhrase) => boolean): void => {
    const found = phrases.filter(has).length;
    if (found > 0) lost.push(say(`${found} 条的${zh}`, `${en} of ${found}`));
  };
  const hasMark = /[、,，;；|\n]/;
  if (table === 'qianniu') count('标题', 'titles', ({ title, text }) => title.trim() !== titleFrom(text));
  if (table === 'kefubao') count('快捷编码', 'codes', ({ code }) => Boolean(code));
  if (table === 'table')
    count('带标点的标签', 'tags with a comma', ({ tags }) => tags?.some((tag) => hasMark.test(tag)) ?? false);
  else {
    count('标签', 'tags', ({ tags }) => (tags?.length ?? 0) > 0);
    count('置顶', 'pins', ({ pinned }) => pinned === true);
  }
  return lost;
}
