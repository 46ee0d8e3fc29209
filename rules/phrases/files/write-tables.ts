import { type LocalText, say } from '../../language/local-text.ts';
import { titleFrom, type WritablePhrase } from '../phrase-file.ts';
import { noCategory, placeName } from '../phrase-import.ts';
import { writeDelimited } from './delimited.ts';
import { beyondGbk, encodeGb18030 } from './gb18030.ts';
import { groupHead } from './header.ts';
import type { Steps } from './steps.ts';
import { traitColumns, traitHeads, writeTrait } from './trait-cells.ts';

/** Tables written for other programs and for people; each row as long as the header. */
export type WrittenTable = 'qianniu' | 'kefubao' | 'table';

const heads: Record<Exclude<WrittenTable, 'table'>, readonly string[]> = {
  qianniu: ['快捷短语编码', '快捷短语', '快捷短语分组'],
  kefubao: ['一级分类（必填）', '二级分类（选填）', '话术标题（选填）', '话术内容（必填）'],
};

/** What parts tags in one cell; read back from any of the usual marks. */
const tagMark = '、';

/** One level: the two joined, which reads back as the same place. */
const qianniuGroup = (phrase: WritablePhrase): string => {
  const name = placeName(phrase);
  return name === noCategory ? '' : name;
};

interface TableColumn {
  head: string;
  cell(phrase: WritablePhrase): string;
  /** Written only where a phrase needs it. */
  needed?: boolean;
}

/** Columns of the table for people: the plain ones, and of the others those these phrases need. */
function tableColumns(phrases: readonly WritablePhrase[]): TableColumn[] {
  const most = phrases.reduce((count, { more = [] }) => Math.max(count, more.length), 0);
  const columns: TableColumn[] = [
    { head: '分类', cell: ({ category }) => category },
    { head: groupHead, cell: ({ group }) => group ?? '', needed: phrases.some(({ group }) => group) },
    { head: '标题', cell: ({ title }) => title },
    { head: '内容', cell: ({ text }) => text },
    { head: '编码', cell: ({ code }) => code ?? '' },
    { head: '标签', cell: ({ tags }) => (tags ?? []).join(tagMark) },
    { head: '置顶', cell: ({ pinned }) => (pinned ? '是' : '') },
    ...traitColumns.map((name) => ({
      head: traitHeads[name],
      cell: writeTrait[name],
      needed: phrases.some((phrase) => writeTrait[name](phrase) !== ''),
    })),
    ...Array.from({ length: most }, (_, at) => ({
      head: `内容${at + 2}`,
      cell: ({ more = [] }: WritablePhrase) => more[at] ?? '',
    })),
  ];
  return columns.filter(({ needed = true }) => needed);
}

const cellsOf: Record<Exclude<WrittenTable, 'table'>, (phrase: WritablePhrase) => string[]> = {
  qianniu: (phrase) => [phrase.code ?? '', phrase.text, qianniuGroup(phrase)],
  kefubao: ({ title, text, category, group }) => [category, group ?? '', title, text],
};

/** Header and rows of a table, in the order of the phrases. */
export function* tableCells(table: WrittenTable, phrases: readonly WritablePhrase[]): Generator<string[]> {
  if (table === 'table') {
    const columns = tableColumns(phrases);
    yield columns.map(({ head }) => head);
    for (const phrase of phrases) yield columns.map(({ cell }) => cell(phrase));
    return;
  }
  yield [...heads[table]];
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
    ...(phrase.group !== undefined && { group: drop(phrase.group) }),
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
  const some = (list: readonly unknown[] | undefined): boolean => (list?.length ?? 0) > 0;
  const hasMark = /[、,，;；|\n]/;
  if (table === 'qianniu') count('标题', 'titles', ({ title, text }) => title.trim() !== titleFrom(text));
  if (table === 'qianniu')
    count('二级分类（并进了分类）', 'groups, joined with the category,', ({ group }) => Boolean(group));
  if (table === 'kefubao') count('快捷编码', 'codes', ({ code }) => Boolean(code));
  if (table === 'table')
    count('带标点的标签', 'tags with a comma', ({ tags }) => tags?.some((tag) => hasMark.test(tag)) ?? false);
  else {
    count('标签', 'tags', ({ tags }) => some(tags));
    count('置顶', 'pins', ({ pinned }) => pinned === true);
    count('其他内容', 'further texts', ({ more }) => some(more));
    count('颜色', 'colours', ({ colour }) => colour !== undefined);
    count('个人范围', 'own scope', ({ personal }) => personal === true);
    count('平台', 'marketplaces', ({ platforms }) => some(platforms));
    count('变量开关', 'variable switches', ({ literal }) => literal === true);
  }
  count('图片', 'images', ({ images }) => some(images));
  return lost;
}
