import { Fragment } from 'react';

/**
 * Text with the matched spans marked. `ranges` are UTF-16 offsets; a span outside the text or out of order is
 * left plain, because no highlight is better than a wrong one (phrases.md §3).
 */
export function Highlight({ text, ranges }: { text: string; ranges: readonly [number, number][] }) {
  const parts: { from: number; text: string; hit: boolean }[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (from < at || to <= from || to > text.length) continue;
    if (from > at) parts.push({ from: at, text: text.slice(at, from), hit: false });
    parts.push({ from, text: text.slice(from, to), hit: true });
    at = to;
  }
  if (at < text.length) parts.push({ from: at, text: text.slice(at), hit: false });
  return parts.map((part) =>
    part.hit ? <mark key={part.from}>{part.text}</mark> : <Fragment key={part.from}>{part.text}</Fragment>,
  );
}
