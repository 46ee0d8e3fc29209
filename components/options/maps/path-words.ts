import { type LocalText, say } from '../../../rules/language/local-text.ts';

/** `\/orders\.html` → `/orders.html`; undefined for anything that is more than plain characters. */
function plainText(pattern: string): string | undefined {
  let text = '';
  for (let i = 0; i < pattern.length; i += 1) {
    const char = pattern.charAt(i);
    if (char === '\\') {
      i += 1;
      const next = pattern.charAt(i);
      if (next === '' || /[A-Za-z0-9]/.test(next)) return undefined;
      text += next;
    } else if (/[.*+?()[\]{}|^$]/.test(char)) {
      return undefined;
    } else {
      text += char;
    }
  }
  return text;
}

/** Splits at the bars that stand outside brackets and parentheses. */
function alternatives(pattern: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < pattern.length; i += 1) {
    const char = pattern.charAt(i);
    if (char === '\\') i += 1;
    else if (char === '(' || char === '[') depth += 1;
    else if (char === ')' || char === ']') depth -= 1;
    else if (char === '|' && depth === 0) {
      parts.push(pattern.slice(from, i));
      from = i + 1;
    }
  }
  return [...parts, pattern.slice(from)];
}

function oneInWords(pattern: string): LocalText | undefined {
  const starts = pattern.startsWith('^');
  const ends = pattern.endsWith('$') && !pattern.endsWith('\\$');
  const text = plainText(pattern.slice(starts ? 1 : 0, ends ? -1 : undefined));
  if (text === undefined || text === '') return undefined;
  if (starts && ends) return say(`等于 ${text}`, `is ${text}`);
  if (starts) return say(`以 ${text} 开头`, `begins with ${text}`);
  if (ends) return say(`以 ${text} 结尾`, `ends with ${text}`);
  return say(`含有 ${text}`, `contains ${text}`);
}

/**
 * A page entry's address condition as an agent would say it (`^/orders` → 网址以 /orders 开头). A pattern that is more
 * than plain text stands there as it is.
 * @param pattern a regex on pathname + search + hash, or undefined for every address
 */
export function pathInWords(pattern: string | undefined): LocalText {
  if (pattern === undefined) return say('这个网站的任何网址', 'any address of the site');
  const parts = alternatives(pattern).map(oneInWords);
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) {
    return say(`网址符合 ${pattern}`, `the address matches ${pattern}`);
  }
  return say(
    `网址${known.map((part) => part['zh-CN']).join('，或')}`,
    `the address ${known.map((part) => part.en).join(' or ')}`,
  );
}
