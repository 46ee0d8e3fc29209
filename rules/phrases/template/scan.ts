import { isOwnName, knownName, longestName } from './names.ts';

/** A piece of a phrase: `inner` is what stands between braces, without them and without spaces at its ends. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'braces'; text: string; inner: string }
  /** A name behind a brace that is never closed on its line; `text` is the brace and the name. */
  | { kind: 'open'; text: string };

const opener = /[{｛]/g;
const inside = /[^{}｛｝\r\n]*/y;
const leading = /\s*/y;
const word = new RegExp(`[\\p{L}\\p{M}\\p{N}_]{1,${longestName + 1}}`, 'uy');
const lineBreak = /[\r\n]/;
const choices = /[|｜]/;
const letterOrDigit = /[\p{L}\p{N}]/u;
const letterFirst = /^\p{L}/u;

/** The longest name, with its signs, that still counts as meant for a variable when it has no choices and no default. */
const longestBare = 60;

const closes = (sign: string | undefined): boolean => sign === '}' || sign === '｝';

/**
 * Cuts a phrase into text and pieces that look like variables. One way through: each brace looks as far as the next
 * brace or line break, so no character is looked at more than a few times however the text was made.
 * @param looked told how many characters each look took, so that a test can count them
 */
export function scanPieces(text: string, looked?: (characters: number) => void): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const match = (pattern: RegExp, at: number): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    looked?.(found.length + 1);
    return found;
  };
  opener.lastIndex = 0;
  for (let found = opener.exec(text); found; found = opener.exec(text)) {
    const piece = pieceAt(text, found.index, match);
    if (!piece) continue;
    if (found.index > from) pieces.push({ kind: 'text', text: text.slice(from, found.index) });
    pieces.push(piece);
    from = found.index + piece.text.length;
    opener.lastIndex = from;
  }
  looked?.(text.length);
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

function pieceAt(
  text: string,
  at: number,
  match: (pattern: RegExp, at: number) => string,
): Piece | undefined {
  const doubled = text[at + 1] === text[at];
  const first = at + (doubled ? 2 : 1);
  const start = first + match(leading, first).length;
  const end = start + match(inside, start).length;
  const inner = text.slice(start, end);
  const twice = doubled && closes(text[end]) && closes(text[end + 1]);
  if (twice || (!doubled && closes(text[end]))) {
    if (looksMeant(inner))
      return { kind: 'braces', text: text.slice(at, end + (twice ? 2 : 1)), inner: inner.trim() };
    return undefined;
  }
  if (doubled) return undefined;
  const name = match(word, start);
  if (name === '') return undefined;
  const after = start + name.length;
  const gap = match(leading, after);
  const broken = isOwnName(name) && lineBreak.test(gap) && closes(text[after + gap.length]);
  return broken || knownName(name) ? { kind: 'open', text: text.slice(at, after) } : undefined;
}

/**
 * Whether something between braces was meant as a variable: it begins with a letter, or has choices. `{1}`, `{}`,
 * `{"a": 1}` and `{^_^}` were not, and neither was a whole sentence in braces.
 */
function looksMeant(inner: string): boolean {
  const bar = choices.test(inner);
  if (bar) return letterOrDigit.test(inner);
  if (!letterFirst.test(inner)) return false;
  const sign = inner.search(/[:：=＝]/);
  return (sign < 0 ? inner : inner.slice(0, sign)).trim().length <= longestBare;
}
