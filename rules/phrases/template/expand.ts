import { parseTemplate, type TemplatePart } from './parse.ts';
import type { SnippetLookup, SnippetText } from './snippets.ts';

/** Phrases inside phrases go three levels deep (phrases.md §4). */
export const deepest = 3;
/** A phrase that asks for more phrases than this, or grows beyond this, is a slip: nothing is inserted. */
const mostSnippets = 200;
const longest = 60_000;

/** Why a snippet could not be taken in. */
export type SnippetTrouble = 'no-snippet' | 'cycle' | 'deep' | 'long';

/** A part as it will stand in the text: snippets are taken in, a literal one as one piece that is not read. */
export type Leaf =
  | Exclude<TemplatePart, { kind: 'snippet' }>
  | { kind: 'quoted'; text: string }
  | { kind: 'trouble'; text: string; trouble: SnippetTrouble };

/**
 * Takes the phrases in that a phrase names, and theirs.
 * @param self the phrase the text is of, or is written for, so that it is not taken into itself
 */
export function expandTemplate(text: string, snippet?: SnippetLookup, self: SnippetText = { text }): Leaf[] {
  const leaves: Leaf[] = [];
  const parsed = new Map<string, TemplatePart[]>();
  const partsOf = (read: string): TemplatePart[] => {
    const parts = parsed.get(read) ?? parseTemplate(read);
    parsed.set(read, parts);
    return parts;
  };
  let taken = 0;
  let length = 0;
  const trouble = (part: { text: string }, what: SnippetTrouble): void => {
    leaves.push({ kind: 'trouble', text: part.text, trouble: what });
  };
  const take = (parts: readonly TemplatePart[], above: readonly SnippetText[]): void => {
    for (const part of parts) {
      if (part.kind !== 'snippet') {
        leaves.push(part);
        continue;
      }
      const found = snippet?.(part.name);
      if (!found) trouble(part, 'no-snippet');
      else if (above.some((one) => sameSnippet(one, found))) trouble(part, 'cycle');
      else if (above.length > deepest) trouble(part, 'deep');
      else {
        taken += 1;
        length += found.text.length;
        if (taken > mostSnippets || length > longest) trouble(part, 'long');
        else if (found.literal) leaves.push({ kind: 'quoted', text: found.text });
        else take(partsOf(found.text), [...above, found]);
      }
    }
  };
  take(parseTemplate(text), [self]);
  return leaves;
}

const sameSnippet = (one: SnippetText, other: SnippetText): boolean =>
  (one.id !== undefined && one.id === other.id) || one.text === other.text;
