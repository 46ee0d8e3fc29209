import type { PageEntry } from '../../storage/schemas/site-map.ts';

const known = new WeakMap<PageEntry, string>();

/** FNV-1a over UTF-16 code units, 32 bits. */
function fold(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A short name for what an entry says: what is kept of its health starts anew when it is edited or updated. */
export function entryVersion(entry: PageEntry): string {
  let version = known.get(entry);
  if (version === undefined) {
    const text = JSON.stringify(entry);
    version = fold(text, 0x811c9dc5).toString(36) + fold(text, 0x2f0b4a27).toString(36);
    known.set(entry, version);
  }
  return version;
}
