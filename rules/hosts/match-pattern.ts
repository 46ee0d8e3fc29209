/**
 * Does a URL fall under a WebExtension match pattern (`https://*.example.com/path*`)? Only http and https are
 * known to the product; `*` as scheme means both. A pattern that cannot be understood matches nothing.
 */
export function matchesPattern(url: string, pattern: string): boolean {
  const parts = /^(\*|https?):\/\/([^/:]+)(?::(\d+|\*))?(\/.*)$/.exec(pattern);
  if (!parts) return false;
  const [, scheme = '', host = '', port, path = ''] = parts;
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return false;
  }
  const protocol = parsed.protocol.slice(0, -1);
  if (protocol !== 'http' && protocol !== 'https') return false;
  if (scheme !== '*' && scheme !== protocol) return false;
  // Without a port a pattern covers every port of the host, as browsers read it.
  if (port !== undefined && port !== '*' && port !== portOf(parsed)) return false;
  const name = parsed.hostname;
  const hostFits =
    host === '*' ||
    (host.startsWith('*.') ? name === host.slice(2) || name.endsWith(host.slice(1)) : name === host);
  if (!hostFits) return false;
  const glob = path
    .split('*')
    .map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${glob}$`).test(parsed.pathname + parsed.search);
}

/** `URL.port` is empty for the scheme's own port. */
const portOf = (url: URL): string => url.port || (url.protocol === 'https:' ? '443' : '80');

export const matchesAny = (url: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => matchesPattern(url, pattern));
