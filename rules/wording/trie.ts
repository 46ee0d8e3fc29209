/** Words as a tree of characters; every word may carry what is known about it. */
export interface Trie<T> {
  next: Map<string, Trie<T>>;
  word?: T;
}

/** Builds the tree; of two entries with one word the first stays. */
export function buildTrie<T>(entries: Iterable<readonly [word: string, value: T]>): Trie<T> {
  const root: Trie<T> = { next: new Map() };
  for (const [word, value] of entries) {
    let node = root;
    for (const unit of word) {
      const next: Trie<T> = node.next.get(unit) ?? { next: new Map() };
      node.next.set(unit, next);
      node = next;
    }
    node.word ??= value;
  }
  return root;
}

/** Calls `found` with the longest word that begins at each place. */
export function eachLongest<T>(
  root: Trie<T>,
  text: string,
  found: (start: number, end: number, value: T) => void,
): void {
  for (let start = 0; start < text.length; start += 1) {
    let node: Trie<T> | undefined = root.next.get(text.charAt(start));
    let longest: { end: number; value: T } | undefined;
    for (let at = start + 1; node; at += 1) {
      if (node.word !== undefined) longest = { end: at, value: node.word };
      node = at < text.length ? node.next.get(text.charAt(at)) : undefined;
    }
    if (longest) found(start, longest.end, longest.value);
  }
}
