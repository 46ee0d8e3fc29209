/**
 * Numbers of parcels and orders out of what was scanned or pasted (mission.md B8): a bar code, a copied line, the address
 * or the text behind a waybill's QR code, several at once. Nothing is made up: a text without a number has none.
 */

/** Shorter ones are prices, dates, counts. Typed by hand they may be the end of a number, see `tailOf`. */
const least = 8;
const most = 40;
/** A text longer than this was not scanned; what stands behind is not read. */
const longest = 4_000;

/** What scanners send beside the characters of a code, and what nobody sees in a pasted text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: group separators come from scanners
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2060\ufeff]/g;
/** Symbology identifiers some scanners put in front: `]C1`, `]Q3`. */
const symbology = /^\][A-Z]\d/;

/** Half width, upper case, visible. */
const folded = (text: string): string =>
  text
    .slice(0, longest)
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toUpperCase()
    .trim()
    .replace(symbology, '');

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** A JD waybill's code counts the boxes behind the number: `JDVA01234567890-1-1-`. */
const withoutBoxes = (token: string): string =>
  token.replace(/^([A-Z]{2,6}\d{8,})-\d{1,3}-\d{1,3}-?\w*$/, '$1');

/** Numbers have digits in plenty; a word with a few digits, a phone or a day is none. */
function isNumber(token: string): boolean {
  const digits = token.replace(/\D/g, '').length;
  const letters = token.replace(/[^A-Z]/g, '').length;
  if (token.length < least || token.length > most || digits < 6 || letters > 8) return false;
  if (/^\d{4}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])$/.test(token)) return false;
  return digits >= letters;
}

/** Letters, digits and single hyphens, not glued to more of them. */
const tokens = (text: string): string[] =>
  [...text.matchAll(/[A-Z0-9]+(?:-[A-Z0-9]+)*-?/g)].map(([token]) => withoutBoxes(token).replace(/-+$/, ''));

/** `SF 1234 5678 9012 3`: one number in groups, as waybills print it. Undefined where the parts are numbers themselves. */
function grouped(line: string): string | undefined {
  if (!/^[A-Z]{0,6}[\s-]*\d[\dA-Z]*(?:[ \t]+[\dA-Z]+)+$/.test(line)) return undefined;
  const parts = line.split(/[ \t]+/);
  const whole = parts.join('');
  return isNumber(whole) && whole.length <= 24 && parts.every((part) => part.length <= 6) ? whole : undefined;
}

/** A mobile phone among other numbers is the buyer's or the courier's. */
const isPhone = (token: string): boolean => /^1[3-9]\d{9}$/.test(token);

/**
 * The numbers in a text, each once, upper case, in the order they stand. A mobile phone is only taken where nothing else
 * is: eleven digits are also a number of some couriers.
 */
export function readNumbers(text: string): string[] {
  const found = new Set<string>();
  for (const line of folded(decoded(text)).split(/[\r\n,;、，；|\t]+/)) {
    const trimmed = line.trim();
    const one = grouped(trimmed);
    if (one !== undefined) found.add(one);
    else for (const token of tokens(trimmed)) if (isNumber(token)) found.add(token);
  }
  const numbers = [...found];
  const others = numbers.filter((number) => !isPhone(number));
  return others.length > 0 ? others : numbers;
}

/** The last digits of a number, as typed from a label by hand; undefined for anything else. */
export function tailOf(text: string): string | undefined {
  const typed = folded(text).replace(/\s/g, '');
  return /^\d{4,7}$/.test(typed) ? typed : undefined;
}

/** Letters and digits alone: an order number is the same with and without its hyphen. */
const bare = (number: string): string => folded(number).replace(/[^A-Z0-9]/g, '');

/** Letters before the digits name the courier; labels leave them out (`YT1234…` and `1234…`). */
const unlettered = (number: string): string | undefined => {
  const rest = /^[A-Z]{1,6}(\d{10,})$/.exec(number)?.[1];
  return rest;
};

/** What a number is found by: itself, and without its courier's letters. Equal keys are the same number. */
export function numberKeys(number: string): string[] {
  const own = bare(number);
  if (own.length < least) return own === '' ? [] : [own];
  const rest = unlettered(own);
  return rest === undefined ? [own] : [own, rest];
}

/** `SF123…` and `123…` are the same; `SF123…` and `YT123…` are not. */
export function sameNumber(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  if (a === '' || b === '') return false;
  return a === b || unlettered(a) === b || unlettered(b) === a;
}

/** Whether a number ends in these digits. */
export const endsWith = (number: string, tail: string): boolean => bare(number).endsWith(tail);
