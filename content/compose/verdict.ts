import type { EditorText } from './read-text.ts';

/**
 * What became of an insert (insertion.md §7). `blank-lines-lost` also stands for line breaks that vanished;
 * `unsupported` means that nothing was tried.
 */
export const insertResults = [
  'ok',
  'blank-lines-lost',
  'truncated',
  'duplicated',
  'missing',
  'unsupported',
] as const;
export type InsertResult = (typeof insertResults)[number];

/**
 * Compares what the editor holds now with what it held before and the phrase that was to land in it.
 * Pure: both texts as {@link file://./read-text.ts} gives them.
 */
export function judgeInsert(
  before: EditorText,
  phrase: string,
  now: string,
): Exclude<InsertResult, 'unsupported'> {
  const expected =
    before.prefix !== undefined && before.suffix !== undefined
      ? before.prefix + phrase + before.suffix
      : undefined;
  if (before.exact && expected !== undefined) {
    if (unixLines(now) === unixLines(expected)) return 'ok';
  } else if (expected !== undefined && squeeze(now) === squeeze(expected)) {
    return judgeLines(tidy(expected), tidy(now));
  }
  return judgeByParts(before, phrase, now);
}

/** The text is right; are its lines? Lines more than expected are a blemish, not a loss. */
function judgeLines(expected: string, now: string): 'ok' | 'blank-lines-lost' {
  if (breaks(expected.replace(/\n+/g, '\n')) > breaks(now.replace(/\n+/g, '\n'))) return 'blank-lines-lost';
  return breaks(expected) > breaks(now) ? 'blank-lines-lost' : 'ok';
}

/** For editors whose caret could not be read, and for everything that is not simply right. */
function judgeByParts(before: EditorText, phrase: string, now: string): Exclude<InsertResult, 'unsupported'> {
  const [text, piece, old] = [squeeze(now), squeeze(phrase), squeeze(before.text)];
  if (piece === '') return text === old ? 'ok' : 'missing';
  const more = count(text, piece) - count(old, piece);
  if (more > 1) return 'duplicated';
  const kept = squeeze(before.prefix ?? '').length + squeeze(before.suffix ?? '').length;
  if (more === 1) {
    // Nothing of the draft may be gone, only what was selected.
    const rest = text.length - piece.length;
    const whole = before.prefix === undefined ? rest >= old.length : rest >= kept;
    if (!whole) return 'truncated';
    return before.exact ? 'ok' : judgeLines(tidy(phrase), tidy(now));
  }
  const lost = text === old || (before.prefix !== undefined && text.length <= kept);
  if (lost) return 'missing';
  const lines = phrase
    .split('\n')
    .map(squeeze)
    .filter((line) => line !== '');
  return lines.some((line) => count(text, line) > count(old, line)) || text.length > old.length
    ? 'truncated'
    : 'missing';
}

function unixLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Editors swap spaces for nbsp and add zero-width marks and a last newline of their own; none of it is a loss. */
function tidy(text: string): string {
  return unixLines(text)
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/[\u00a0\t ]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/^\n+|\n+$/g, '');
}

function squeeze(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/g, '');
}

function breaks(text: string): number {
  return text.split('\n').length - 1;
}

function count(text: string, piece: string): number {
  return piece === '' ? 0 : text.split(piece).length - 1;
}
