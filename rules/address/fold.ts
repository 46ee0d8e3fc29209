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
  let result = '';
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 0x20 && code < 0x7f) result += text.charAt(i);
    else if (code === 0x0a || code === 0x0d) result += '\n';
    else if (code < 0xa1) result += ' ';
    else if (code >= 0xff01 && code <= 0xff5e) result += String.fromCharCode(code - 0xfee0);
    else if (code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || unseen(code)) result += ' ';
    else {
      const char = text.charAt(i);
      result += folded.get(char) ?? char;
    }
  }
  return result;
}
