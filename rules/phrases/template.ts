import { type PhraseValues, type VariableName, variableNames } from './phrase.ts';

/**
 * The grammar of variables in a phrase, the only one in the product (phrases.md §4).
 *
 *   variable = "{" name "}" | "{" name ":" default "}"     also with ｛ ｝ ： as Chinese input methods write them,
 *                                                          and with doubled braces, {{name}}, as other tools do
 *   name     = one of `variableNames`, spaces around it ignored
 *   default  = any characters but braces and line breaks, at least one that is not a space
 *
 * A brace that is followed by a letter (of any script), runs on without brace or line break for at most 60 characters
 * and is closed *looks like* a variable. If its name is not ours ({姓名}, {name}, {尺码|S|M|L}) the phrase is not
 * filled: whatever it was meant to be, it must not reach a buyer. So does a known name whose brace is never closed.
 * Everything else stays as it is: {1}, {}, { }, {"a": 1}, a single brace.
 */
export type TemplatePart =
  | { kind: 'text'; text: string }
  | { kind: 'variable'; name: VariableName; fallback?: string }
  /** Looks like a variable and is none of ours; `text` as written. */
  | { kind: 'unknown'; text: string };

const token =
  /(?:\{\{|｛｛)\s*(?=\p{L})([^{}｛｝\r\n]{1,60})(?:\}\}|｝｝)|[{｛]\s*(?=\p{L})([^{}｛｝\r\n]{1,60})[}｝]/gu;

const unclosed = new RegExp(
  `[{｛]\\s*(?:${variableNames.join('|')})(?=\\s*(?:[:：]|$|[^\\p{L}\\p{N}_]))`,
  'gu',
);

const isVariable = (name: string): name is VariableName =>
  (variableNames as readonly string[]).includes(name);

function readToken(whole: string, inner: string): TemplatePart {
  const colon = inner.search(/[:：]/);
  const name = (colon < 0 ? inner : inner.slice(0, colon)).trim();
  if (!isVariable(name)) return { kind: 'unknown', text: whole };
  const fallback = colon < 0 ? '' : inner.slice(colon + 1).trim();
  return fallback ? { kind: 'variable', name, fallback } : { kind: 'variable', name };
}

function plainParts(text: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let at = 0;
  for (const found of text.matchAll(unclosed)) {
    if (found.index > at) parts.push({ kind: 'text', text: text.slice(at, found.index) });
    parts.push({ kind: 'unknown', text: found[0] });
    at = found.index + found[0].length;
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) });
  return parts;
}

/** Reads a phrase into its parts; joining their texts gives the phrase back. Never fails. */
export function parseTemplate(text: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let at = 0;
  for (const found of text.matchAll(token)) {
    parts.push(...plainParts(text.slice(at, found.index)));
    parts.push(readToken(found[0], found[1] ?? found[2] ?? ''));
    at = found.index + found[0].length;
  }
  parts.push(...plainParts(text.slice(at)));
  return parts;
}

/** Names of the variables a phrase uses, each once, in the order of their first place. */
export function variablesOf(text: string): VariableName[] {
  const names = parseTemplate(text).flatMap((part) => (part.kind === 'variable' ? [part.name] : []));
  return [...new Set(names)];
}

/**
 * Whether a page shows the value only in part (`张**`, `138****0000`, `●●●`). It may be shown to the agent, it must not be
 * written to a buyer.
 */
export function isMasked(value: string): boolean {
  return /[*＊﹡∗✱]|[●•■█□○]{2}/u.test(value);
}

/** Why a name in `missing` could not be filled. */
export type MissingReason = 'absent' | 'masked' | 'unknown';

export type FilledTemplate =
  | { ok: true; text: string }
  | {
      ok: false;
      /** Names of variables without a value; unknown tokens as written, braces included. Each once, in order. */
      missing: string[];
      /** Reason for each entry of `missing`, at the same place. */
      reasons: MissingReason[];
    };

/**
 * Puts values into a phrase. A value that is absent, blank or masked takes the variable's default; without one the
 * phrase is not filled and the name is reported: a blank is never written (phrases.md §4). Values are plain text,
 * braces in them are not read again.
 */
export function fillTemplate(text: string, values: PhraseValues): FilledTemplate {
  const missing = new Map<string, MissingReason>();
  let filled = '';
  for (const part of parseTemplate(text)) {
    if (part.kind === 'text') filled += part.text;
    else if (part.kind === 'unknown') missing.set(part.text, 'unknown');
    else {
      const value = values[part.name];
      const blank = value === undefined || value.trim() === '';
      if (!blank && !isMasked(value)) filled += value;
      else if (part.fallback !== undefined) filled += part.fallback;
      else missing.set(part.name, blank ? 'absent' : 'masked');
    }
  }
  if (missing.size === 0) return { ok: true, text: filled };
  return { ok: false, missing: [...missing.keys()], reasons: [...missing.values()] };
}
