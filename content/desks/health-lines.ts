import type { HealthLine } from '../../components/dock/model.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { fieldName, pageName } from '../../storage/page-names.ts';
import type { Breakage, PageKind } from '../site-map/facts.ts';
import type { GoneField } from './field-watch.ts';

/** A line names this many fields; the rest is a number. */
const NAMED = 3;

/** 「实付金额」「订单状态」等 4 项 */
function namesOf(kind: PageKind, fields: readonly string[]): LocalText {
  const names = fields.slice(0, NAMED).map((field) => fieldName(kind, field));
  const zh = names.map((name) => `「${name['zh-CN']}」`).join('');
  const en = names.map((name) => name.en).join(', ');
  const rest = fields.length - names.length;
  return rest > 0 ? say(`${zh}等 ${fields.length} 项`, `${en} and ${rest} more`) : say(zh, en);
}

function line(level: HealthLine['level'], kind: PageKind, field: string, text: LocalText): HealthLine {
  return {
    level,
    page: kind,
    kind: pageName(kind),
    field,
    fieldName: field === '' ? say('', '') : fieldName(kind, field),
    text,
  };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is broken on one kind of page, as one line that names it in plain words (site-map.md, Health). */
export function brokenLine(kind: PageKind, fields: readonly string[]): HealthLine {
  const page = pageName(kind);
  const [first = 'root'] = fields;
  // A list that is gone takes everything in it along.
  const what = namesOf(kind, fields.includes('root') ? ['root'] : fields);
  return line(
    'broken',
    kind,
    fields.includes('root') ? 'root' : first,
    say(
      // Short enough for one line of a dock 300 px wide.
      `${page['zh-CN']}读不到${what['zh-CN']}，先不标记、不填写`,
      `${sentence(page.en)}: no ${what.en}; nothing is marked or filled`,
    ),
  );
}

/** What was read until lately on one kind of page and now is not; the rest of the page works on. */
export function goneLine(kind: PageKind, fields: readonly Pick<GoneField, 'field' | 'what'>[]): HealthLine {
  const page = pageName(kind);
  const partly = fields.filter(({ what }) => what === 'some').map(({ field }) => field);
  if (partly.length > 0) {
    const what = namesOf(kind, partly);
    return line(
      'warning',
      kind,
      partly[0] ?? '',
      say(
        `${page['zh-CN']}有些行突然读不到${what['zh-CN']}，这些行先不标记`,
        `${sentence(page.en)}: on some rows ${what.en} suddenly cannot be read; those rows are not marked`,
      ),
    );
  }
  const names = fields.map(({ field }) => field);
  const what = namesOf(kind, names);
  return line(
    'warning',
    kind,
    names[0] ?? '',
    say(
      `${page['zh-CN']}突然读不到${what['zh-CN']}，和它有关的提示先不可靠`,
      `${sentence(page.en)}: ${what.en} suddenly cannot be read; do not rely on hints that need it`,
    ),
  );
}

/** A pattern of the map that was too slow to be run again on this page: the field is not read until a reload. */
export function slowLine(kind: PageKind, fields: readonly string[]): HealthLine {
  const page = pageName(kind);
  const what = namesOf(kind, fields);
  return line(
    'warning',
    kind,
    fields[0] ?? '',
    say(
      `${page['zh-CN']}读取${what['zh-CN']}用的正则太慢，为了不卡住页面已经停用，请改地图`,
      `${sentence(page.en)}: the pattern that reads ${what.en} is too slow and was stopped so that the page does not freeze; change the map`,
    ),
  );
}

/** A kind of page the agent turned off. */
export function offLine(kind: PageKind): HealthLine {
  const page = pageName(kind);
  return line(
    'off',
    kind,
    '',
    say(
      `${page['zh-CN']}已关掉，这里不读取、不标记`,
      `${sentence(page.en)} is turned off: nothing is read or marked`,
    ),
  );
}

/** One line per kind of page: what is broken first, else what is gone; then the pages that are off. */
export function healthLines(
  broken: readonly Breakage[],
  gone: readonly GoneField[] = [],
  off: readonly PageKind[] = [],
  slow: readonly Breakage[] = [],
): HealthLine[] {
  const kinds = [...new Set([...broken, ...gone].map(({ kind }) => kind))];
  const lines = kinds.map((kind) => {
    const lost = broken.filter((one) => one.kind === kind).map(({ field }) => field);
    return lost.length > 0
      ? brokenLine(kind, lost)
      : goneLine(
          kind,
          gone.filter((one) => one.kind === kind),
        );
  });
  const slowKinds = [...new Set(slow.map(({ kind }) => kind))].filter((kind) => !kinds.includes(kind));
  const slowLines = slowKinds.map((kind) =>
    slowLine(
      kind,
      slow.filter((one) => one.kind === kind).map(({ field }) => field),
    ),
  );
  return [...lines, ...slowLines, ...off.map(offLine)];
}
