import { type LocalText, say } from '../../../rules/language/local-text.ts';
import { sameValue } from '../../../storage/import/same-value.ts';
import { fieldName, pageName } from '../../../storage/page-names.ts';
import type { PageEntry, SiteMap } from '../../../storage/schemas/site-map.ts';
import { entryShape } from './entry-shape.ts';
import { type Json, valueAt } from './json-value.ts';

/** Entries of one kind stand for each other in their order: the first order page is the first order page. */
function pairs(mine: SiteMap, theirs: SiteMap): [PageEntry | undefined, PageEntry | undefined][] {
  const left = [...theirs.pages];
  const paired = mine.pages.map((entry): [PageEntry, PageEntry | undefined] => {
    const at = left.findIndex((other) => other.kind === entry.kind);
    return [entry, at < 0 ? undefined : left.splice(at, 1)[0]];
  });
  return [...paired, ...left.map((entry): [undefined, PageEntry] => [undefined, entry])];
}

const changeWords = (mine: unknown, theirs: unknown): LocalText =>
  theirs === undefined
    ? say('新增', 'added')
    : mine === undefined
      ? say('去掉了', 'removed')
      : say('改过', 'changed');

function entryDifferences(mine: PageEntry, theirs: PageEntry): LocalText[] {
  const page = pageName(mine.kind);
  const told = (name: LocalText, before: unknown, after: unknown): LocalText[] => {
    if (sameValue(before, after)) return [];
    const words = changeWords(after, before);
    return [
      say(`${page['zh-CN']} · ${name['zh-CN']}：${words['zh-CN']}`, `${page.en} · ${name.en}: ${words.en}`),
    ];
  };
  const [one, other] = [mine as unknown as Json, theirs as unknown as Json];
  const at = (path: readonly (string | number)[]): [unknown, unknown] => [
    valueAt(other, path),
    valueAt(one, path),
  ];
  return [
    ...told(say('什么网址', 'which addresses'), ...at(['when', 'path'])),
    ...told(say('页面上要有的元素', 'what the page must have'), ...at(['when', 'has'])),
    ...told(say('顶层或嵌套页面', 'top page or frames'), ...at(['frames'])),
    ...entryShape(mine.kind).flatMap((group) => [
      ...group.slots.flatMap((slot) => told(fieldName(mine.kind, slot.field), ...at(slot.path))),
      ...(group.table ? told(group.name, ...at(group.table.path)) : []),
      ...(group.groupingAt ? told(say('一单占几行', 'rows of an order'), ...at(group.groupingAt)) : []),
      ...(group.modeAt ? told(say('改价方式', 'how prices are changed'), ...at(group.modeAt)) : []),
    ]),
  ];
}

/**
 * What a map says otherwise than the built-in one of the same id, one line per thing, in words. Evidence is not
 * compared: that a map was changed by the agent is what these lines are about.
 */
export function mapDifferences(mine: SiteMap, theirs: SiteMap): LocalText[] {
  const lines: LocalText[] = [];
  if (!sameValue(mine.name, theirs.name)) lines.push(say('名称：改过', 'Name: changed'));
  if (mine.platform !== theirs.platform) lines.push(say('平台：改过', 'Marketplace: changed'));
  const added = mine.hosts.filter((host) => !theirs.hosts.includes(host));
  const gone = theirs.hosts.filter((host) => !mine.hosts.includes(host));
  if (added.length > 0) {
    lines.push(say(`网址：多了 ${added.join('、')}`, `Addresses: ${added.join(', ')} added`));
  }
  if (gone.length > 0) {
    lines.push(say(`网址：少了 ${gone.join('、')}`, `Addresses: ${gone.join(', ')} removed`));
  }
  for (const [entry, other] of pairs(mine, theirs)) {
    if (entry && other) lines.push(...entryDifferences(entry, other));
    else if (entry) {
      const page = pageName(entry.kind);
      lines.push(say(`多了一个${page['zh-CN']}`, `One more ${page.en}`));
    } else if (other) {
      const page = pageName(other.kind);
      lines.push(say(`少了一个${page['zh-CN']}`, `One ${page.en} less`));
    }
  }
  return lines;
}
