/**
 * The part of a match pattern a browser grants: scheme and host. A path cannot be granted alone, and Firefox knows no
 * ports in patterns, so both are left out; `matchesPattern` still holds pages to the whole pattern.
 */
export function permissionOrigin(pattern: string): string | undefined {
  const parts = /^(\*|https?):\/\/([^/:]+)(?::(?:\d+|\*))?\//.exec(pattern);
  return parts ? `${parts[1]}://${parts[2]}/*` : undefined;
}

/** The origins to ask for so that a map's hosts can be read, each once. */
export const permissionOrigins = (patterns: readonly string[]): string[] => [
  ...new Set(patterns.flatMap((pattern) => permissionOrigin(pattern) ?? [])),
];

/** The one origin of a page's address; undefined where no extension may look (chrome://, file://, about:). */
export function pageOrigin(url: string): string | undefined {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return undefined;
  }
  const { protocol, hostname } = parsed;
  return (protocol === 'https:' || protocol === 'http:') && hostname !== ''
    ? `${protocol}//${hostname}/*`
    : undefined;
}
