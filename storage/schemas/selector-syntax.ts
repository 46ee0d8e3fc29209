/**
 * The grammar of CSS selectors as far as a page's maps need it, for places without a DOM (Chrome's background).
 * Names of pseudo-classes are left to the browser: an unknown one finds nothing (site-map.md, Health).
 */

const ESCAPE = '\\\\(?:[0-9a-fA-F]{1,6}\\s?|[^\\n])';
const NAME_CHAR = `(?:[-\\w\\u0080-\\u{10FFFF}]|${ESCAPE})`;
const NAME_START = `(?:[A-Za-z_\\u0080-\\u{10FFFF}]|${ESCAPE})`;
const NAME = `(?:-?${NAME_START}|--)${NAME_CHAR}*`;
const QUOTED = `"(?:[^"\\\\\\n]|\\\\[^])*"|'(?:[^'\\\\\\n]|\\\\[^])*'`;

const IDENT = new RegExp(`^${NAME}`, 'u');
const ID = new RegExp(`^#${NAME}`, 'u');
const ATTRIBUTE = new RegExp(
  `^\\[\\s*(?:(?:${NAME}|\\*)?\\|(?!=))?${NAME}\\s*(?:[~|^$*]?=\\s*(?:${QUOTED}|${NAME})\\s*(?:[iIsS]\\s*)?)?\\]`,
  'u',
);
const NTH = /^(?:even|odd|[+-]?\d+|[+-]?\d*n(?:\s*[+-]\s*\d+)?)$/i;

/** Pseudo-classes whose argument is a list of selectors. */
const ofSelectors = new Set(['not', 'is', 'where', 'has', 'matches', 'any', '-webkit-any', '-moz-any']);
const ofPosition = new Set(['nth-child', 'nth-last-child', 'nth-of-type', 'nth-last-of-type']);

/** The text up to the bracket that closes the one it begins after, or undefined where none does. */
function argumentOf(text: string): string | undefined {
  let depth = 1;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (char === '\\') i += 1;
    else if (char === '"' || char === "'") {
      let end = i + 1;
      while (end < text.length && text.charAt(end) !== char) end += text.charAt(end) === '\\' ? 2 : 1;
      if (end >= text.length) return undefined;
      i = end;
    } else if (char === '(' || char === '[') depth += 1;
    else if (char === ')' || char === ']') {
      depth -= 1;
      if (depth === 0) return text.slice(0, i);
    }
  }
  return undefined;
}

/** How long the simple selector at the start is; 0 where there is none. */
function simpleLength(text: string): number {
  const first = text.charAt(0);
  if (first === '.') {
    const name = IDENT.exec(text.slice(1));
    return name ? 1 + name[0].length : 0;
  }
  if (first === '#') return ID.exec(text)?.[0].length ?? 0;
  if (first === '[') return ATTRIBUTE.exec(text)?.[0].length ?? 0;
  if (first === ':') return pseudoLength(text);
  return 0;
}

function pseudoLength(text: string): number {
  const colons = text.startsWith('::') ? 2 : 1;
  const name = IDENT.exec(text.slice(colons))?.[0];
  if (name === undefined) return 0;
  const bare = colons + name.length;
  if (text.charAt(bare) !== '(') return bare;
  const argument = argumentOf(text.slice(bare + 1));
  if (argument === undefined) return 0;
  const lower = name.toLowerCase();
  if (ofSelectors.has(lower) && !isSelectorList(argument, lower === 'has')) return 0;
  if (ofPosition.has(lower)) {
    const [position = '', of] = argument.split(/\s+of\s+/i);
    if (!NTH.test(position.trim()) || (of !== undefined && !isSelectorList(of, false))) return 0;
  }
  return argument.trim() === '' ? 0 : bare + argument.length + 2;
}

/** One or more simple selectors, a type or `*` first. */
function compoundLength(text: string): number {
  const type = /^(?:\*|&)/.exec(text) ?? IDENT.exec(text);
  let length = type?.[0].length ?? 0;
  for (;;) {
    const more = simpleLength(text.slice(length));
    if (more === 0) return length;
    length += more;
  }
}

function isSelectorList(text: string, isRelative: boolean): boolean {
  let rest = text.trim();
  for (;;) {
    if (isRelative) rest = rest.replace(/^[>+~]\s*/, '');
    for (;;) {
      const length = compoundLength(rest);
      if (length === 0) return false;
      const after = rest.slice(length);
      const combinator = /^(?:\s*[>+~]\s*|\s+(?=[^\s,]))/.exec(after)?.[0];
      if (combinator === undefined) {
        rest = after.trim();
        break;
      }
      rest = after.slice(combinator.length);
    }
    if (rest === '') return true;
    if (!rest.startsWith(',')) return false;
    rest = rest.slice(1).trim();
  }
}

/** Whether a text is a list of CSS selectors by its form. */
export function isSelector(text: string): boolean {
  return isSelectorList(text, false);
}
