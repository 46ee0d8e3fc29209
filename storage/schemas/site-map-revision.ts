import { type LocalText, say } from '../../rules/language/local-text.ts';
import type { SiteMap } from './site-map.ts';

/**
 * Revisions of version 1. A revision only adds keys, so every older document stays valid; a document that uses a
 * key of a revision names it, so that an extension which does not know the key says "update" and not "misspelt".
 * 0: site-map.md as first published. 1: `account` and `messages.nick` of a chat, for pages whose messages show
 * no other sign of who wrote them (Kuaishou; markets.md §7).
 */
export const REVISIONS = [0, 1] as const;

/** Places in a document that use keys of revision 1. */
function revisionOneKeys(map: SiteMap): string[] {
  return map.pages.flatMap((page, i) => {
    if (page.kind !== 'chat') return [];
    return [
      ...(page.account === undefined ? [] : [`pages[${i}].account`]),
      ...(page.messages.nick === undefined ? [] : [`pages[${i}].messages.nick`]),
    ];
  });
}

/** One sentence per key that the document's stated revision does not have yet. */
export function explainRevision(map: SiteMap): LocalText[] {
  if ((map.revision ?? 0) >= 1) return [];
  return revisionOneKeys(map).map((place) =>
    say(
      `${place}：这是第 1 次修订新增的键，请在文件开头加上 "revision": 1。`,
      `${place}: this key came with revision 1; add "revision": 1 to the document.`,
    ),
  );
}
