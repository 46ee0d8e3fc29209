import type { VariableName } from '../phrase.ts';
import { type DateToken, readDate } from './dates.ts';
import type { TokenFault } from './faults.ts';
import { type CommandWord, isOwnName, knownName } from './names.ts';
import { type Piece, scanPieces } from './scan.ts';

/** A part of a phrase; `text` is the part as written, so that joining them gives the phrase back. */
export type TemplatePart = { text: string } & (
  | { kind: 'text' }
  /** A value of the page or the settings. With `options` the agent is asked when the page does not tell it. */
  | { kind: 'variable'; name: VariableName; fallback?: string; options?: string[] }
  /** What only the agent knows: asked before the insert. */
  | { kind: 'field'; name: string; fallback?: string; options?: string[] }
  | ({ kind: 'date' } & DateToken)
  /** One of these by chance, each place for itself; an empty one is nothing. */
  | { kind: 'random'; options: string[] }
  | { kind: 'number'; digits: number }
  | { kind: 'uuid' }
  /** The text of another phrase, by code or title. */
  | { kind: 'snippet'; name: string }
  | { kind: 'cursor' }
  /** Looks like a variable and is none: whatever it was meant to be, it must not reach a buyer. */
  | { kind: 'unknown'; fault: TokenFault }
);

/**
 * Reads a phrase into its parts, by the grammar of docs/phrases.md, the only one in the product. Never fails.
 * @param looked told how many characters were looked at, so that a test can count them
 */
export const parseTemplate = (text: string, looked?: (characters: number) => void): TemplatePart[] =>
  scanPieces(text, looked).map(readPiece);

/** Names of the page's variables a phrase uses, each once, in the order of their first place. */
export function variablesOf(text: string): VariableName[] {
  const names = parseTemplate(text).flatMap((part) => (part.kind === 'variable' ? [part.name] : []));
  return [...new Set(names)];
}

function readPiece(piece: Piece): TemplatePart {
  const { text } = piece;
  if (piece.kind === 'text') return { kind: 'text', text };
  if (piece.kind === 'open') return { kind: 'unknown', text, fault: 'open' };
  const read = readToken(piece.inner);
  return typeof read === 'string'
    ? { kind: 'unknown', text, fault: read }
    : ({ ...read, text } as TemplatePart);
}

type Token = TemplatePart extends infer Part ? (Part extends unknown ? Omit<Part, 'text'> : never) : never;

const separator = /[:：|｜=＝+＋\-－−]/;

/** The first sign behind the name says what follows: a default, choices, a format or an offset. */
function readToken(inner: string): Token | TokenFault {
  const at = inner.search(separator);
  const name = (at < 0 ? inner : inner.slice(0, at)).trim();
  const rest = at < 0 ? '' : inner.slice(at).trim();
  const known = knownName(name);
  if (known?.kind === 'date') return readDateToken(known.word, rest);
  if (known?.kind === 'command') return readCommand(known.word, rest);
  if (name === '' && /^[|｜]/.test(rest)) return 'choices';
  if (!known && !isOwnName(name)) return 'name';
  const asked = readAsked(rest);
  if (typeof asked === 'string') return asked;
  return known ? { kind: 'variable', name: known.name, ...asked } : { kind: 'field', name, ...asked };
}

function readDateToken(word: Parameters<typeof readDate>[0], rest: string): Token | TokenFault {
  if (/^[:：|｜]/.test(rest)) return 'extra';
  const read = readDate(word, rest);
  return typeof read === 'string' ? read : { kind: 'date', ...read };
}

/** Behind a name: nothing, `:default`, or `|choice|choice`, the first choice being the default. */
function readAsked(rest: string): { fallback?: string; options?: string[] } | TokenFault {
  if (rest === '') return {};
  const value = rest.slice(1).trim();
  if (/^[:：]/.test(rest)) {
    if (/[|｜]/.test(value)) return 'default';
    return value === '' ? {} : { fallback: value };
  }
  if (!/^[|｜]/.test(rest)) return 'extra';
  const options = [...new Set(splitChoices(value).filter((choice) => choice !== ''))];
  const [first] = options;
  return first === undefined ? 'choices' : { fallback: first, options };
}

const splitChoices = (text: string): string[] => text.split(/[|｜]/).map((choice) => choice.trim());

function readCommand(word: CommandWord, rest: string): Token | TokenFault {
  const value = rest.slice(1).trim();
  const colon = /^[:：]/.test(rest);
  switch (word) {
    case 'snippet':
      return colon && value !== '' ? { kind: 'snippet', name: value } : 'snippet-name';
    case 'random': {
      const options = /^[|｜]/.test(rest) ? splitChoices(value) : [];
      return options.some((choice) => choice !== '') ? { kind: 'random', options } : 'choices';
    }
    case 'number': {
      if (rest === '') return { kind: 'number', digits: 6 };
      const digits = colon && /^\d{1,2}$/.test(value) ? Number(value) : 0;
      return digits >= 1 && digits <= 12 ? { kind: 'number', digits } : 'digits';
    }
    case 'uuid':
    case 'cursor':
      return rest === '' ? { kind: word } : 'extra';
  }
}
