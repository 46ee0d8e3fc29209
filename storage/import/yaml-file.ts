/** Files of phrases in YAML are written by hand; a larger one would hold the page while it is read. */
const mostCharacters = 5_000_000;

/**
 * Reads YAML as data: tags of other programs are not carried out, and a document that repeats itself by aliases is
 * cut off by the library.
 * @returns undefined for a text that is no YAML, or too large
 */
export async function readYaml(text: string): Promise<unknown> {
  if (text.length > mostCharacters) return undefined;
  const { parse } = await import('yaml');
  try {
    return parse(text, { logLevel: 'error' });
  } catch {
    return undefined;
  }
}
