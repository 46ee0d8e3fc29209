import { foldText } from '../title-cells.ts';

/** Another phrase, as a template takes it in. */
export interface SnippetText {
  /** Tells a phrase from another of the same text, so that a circle is seen at once. */
  id?: string;
  text: string;
  /** Braces are text there. */
  literal?: boolean;
}

/** Finds a phrase by what stands in `{片段:…}`; undefined when there is none. */
export type SnippetLookup = (name: string) => SnippetText | undefined;

const key = (name: string): string => foldText(name).trim();

/**
 * Looks phrases up by code, else by title, without regard to case and width; of several with the same one the first.
 * @param phrases the living ones, in the library's order
 */
export function snippetLookup(
  phrases: Iterable<SnippetText & { id: string; title: string; code?: string | undefined }>,
): SnippetLookup {
  const codes = new Map<string, SnippetText>();
  const titles = new Map<string, SnippetText>();
  for (const phrase of phrases) {
    const code = key(phrase.code ?? '');
    if (code !== '' && !codes.has(code)) codes.set(code, phrase);
    const title = key(phrase.title);
    if (!titles.has(title)) titles.set(title, phrase);
  }
  return (name) => codes.get(key(name)) ?? titles.get(key(name));
}
