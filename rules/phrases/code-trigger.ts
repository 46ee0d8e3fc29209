import { foldText } from './title-cells.ts';

/**
 * What an agent types in a page's editor to get a phrase without leaving it: a sign and the phrase's code, then space or
 * Tab (`;fh `), or a sign that opens the palette (`/`). A sign in the middle of a word, an address, a path or a figure is
 * no trigger: `http://a;fh`, `a/b`, `12；30`, `&nbsp;fh` stay what they are.
 */

/** A code typed before the caret. */
export interface TypedCode {
  /** The sign and the code as typed: what is replaced. */
  trigger: string;
  /** Folded, as codes are compared. */
  code: string;
}

/** Longest code a phrase can have, in UTF-16 units (storage/schemas/phrase.ts). */
const longestCode = 40;

/** Signs that may open a code; letters, figures, blanks and the slash of paths may not. */
const signs = /^[^\p{L}\p{N}\p{M}\p{Z}\p{C}/\\]$/u;

/** Folds the signs of the settings: half and full width mean the same. Signs that cannot open a code are left out. */
export const readSigns = (text: string): Set<string> =>
  new Set([...foldText(text)].filter((sign) => signs.test(sign)));

const closing = /^[.,!?)\]}"'~*]*$/;
const address = /:\/\/|^www\.|\\|^[~.]{0,2}\/|@[\w.-]/i;

/** The last characters of a text, at most so many: enough for any address, and the same work in a draft of any length. */
const endOf = (text: string, most = 300): string => text.slice(-most);

/** Whether a sign after this text stands at the beginning of something, not inside of it. */
function isFree(before: string): boolean {
  const run = /\S*$/u.exec(endOf(before))?.[0] ?? '';
  if (run === '') return true;
  if (address.test(run.normalize('NFKC'))) return false;
  const last = [...run].at(-1) ?? '';
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(last)) return true;
  if (/[\p{L}\p{N}\p{M}]/u.test(last) && !/\p{Emoji_Modifier}|\uFE0F/u.test(last)) return false;
  // An ASCII sign before ours is the inside of something (`&#59;`, `x=;`), unless it only closes a sentence.
  const ascii = /[!-~]*$/.exec(run)?.[0] ?? '';
  return closing.test(ascii) && !/[!-~]/.test(run.slice(0, run.length - ascii.length).at(-1) ?? '');
}

/**
 * Reads the code right before the caret.
 * @param before the text before the caret, without the space that ends the code
 * @param open the signs, folded ({@link readSigns})
 * @param knows whether a phrase that can be given here has this folded code
 */
export function typedCode(
  before: string,
  open: ReadonlySet<string>,
  knows: (code: string) => boolean,
): TypedCode | undefined {
  // A code is never longer than this, so that a keystroke in a long draft costs nothing.
  const tail = /\S*$/u.exec(endOf(before, 2 * longestCode))?.[0] ?? '';
  for (let at = tail.length - 1; at >= 0; at -= 1) {
    const sign = tail[at] ?? '';
    if (!open.has(foldText(sign))) continue;
    const code = foldText(tail.slice(at + 1));
    if (code === '' || code.length > longestCode || !knows(code)) continue;
    const ahead = before.slice(0, before.length - tail.length + at);
    if (!isFree(ahead)) continue;
    // 有货；2 件: after a character, a sign before figures or characters is punctuation.
    if (/\p{L}$/u.test(endOf(ahead, 2)) && !/[a-z]/.test(code)) continue;
    return { trigger: tail.slice(at), code };
  }
  return undefined;
}

/**
 * Whether a slash just typed asks for the palette: at the beginning of a line, or after a blank that follows Chinese;
 * `S / M`, `1/2`, `是/否` do not.
 * @param before the text before the slash
 * @param after the text after it
 */
export function asksForPalette(before: string, after: string): boolean {
  if (!/^(?:\s|$)/u.test(after)) return false;
  const line = endOf(before).slice(endOf(before).lastIndexOf('\n') + 1);
  if (line.trim() === '') return true;
  const [, last = ''] = /(\S)\s+$/u.exec(line) ?? [];
  return last !== '' && /[^!-~]/u.test(last) && !/[0-9a-z]/i.test(last.normalize('NFKC'));
}
