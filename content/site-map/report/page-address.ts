import type { NameBlanker } from './blank-name.ts';

/** Host and path with everything blanked that is no word of page builders; of a query only the names are left. */
export function blankAddress(location: Location, names: NameBlanker): string {
  const { protocol, hostname, pathname, search, hash } = location;
  const queryNames = [...new URLSearchParams(search).keys()].map((name) => names.blank(name));
  const [hashPath = '', hashQuery] = hash.split('?');
  const hashNames = [...new URLSearchParams(hashQuery ?? '').keys()].map((name) => names.blank(name));
  const list = (all: readonly string[]): string => (all.length > 0 ? `?${all.join('&')}` : '');
  // The host is the marketplace's own name, which the map carries as well.
  const host = hostname.replace(/\d{4,}/g, '~');
  return `${protocol}//${host}${names.blank(decode(pathname))}${list(queryNames)}${names.blank(decode(hashPath))}${list(hashNames)}`;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
