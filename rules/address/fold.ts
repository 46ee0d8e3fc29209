import { traditional } from './traditional.generated.ts';

const folded = new Map<string, string>();
for (let i = 0; i + 1 < traditional.length; i += 2)
  folded.set(traditional.charAt(i), traditional.charAt(i + 1));
for (const [to, variants] of [
  ['*', '•●✱∗※'],
  ['-', '—–‐‑‒―−﹣'],
  ['[', '【〔『「'],
  [']', '】〕』」'],
] as const) {
  for (const char of variants) folded.set(char, to);
}

/** By character code: 1 where folding changes the character. Most texts need none of it. */
const changed = new Uint8Array(0x10000);

/** Characters that are not seen: zero-width ones, byte-order mark, soft hyphen, bidi marks. */
const unseen = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2064) ||
  code === 0xfeff;

/**
 * The text as the parser matches it: full-width forms folded, traditional characters of names and addresses
 * simplified, control and invisible characters blanked. Same length as the input, so that every offset found in it
 * holds in the original, from which every answer is cut.
 */
export function foldAddress(text: string): string {
  let at = 0;
  while (at < text.length && changed[text.charCodeAt(at)] === 0) at += 1;
  let result = text.slice(0, at);
  for (let i = at; i < text.length; i += 1) result += foldedCharacter(text.charCodeAt(i));
  return result;
}

function foldedCharacter(code: number): string {
  if (code >= 0x20 && code < 0x7f) return String.fromCharCode(code);
  if (code === 0x0a || code === 0x0d) return '\n';
  if (code < 0xa1) return ' ';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || unseen(code)) return ' ';
  const char = String.fromCharCode(code);
  return folded.get(char) ?? char;
}

for (let code = 0; code < changed.length; code += 1)
  changed[code] = foldedCharacter(code) === String.fromCharCode(code) ? 0 : 1;
