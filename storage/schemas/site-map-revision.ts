import { type LocalText, say } from '../../rules/language/local-text.ts';

/**
 * Revisions of version 1. A revision only adds keys, so every older document stays valid; a document that uses a
 * key of a revision names it, so that an extension which does not know the key says "update" and not "misspelt".
 * 0: site-map.md as first published. 1: `account` and `messages.nick` of a chat, for pages whose messages show
 * no other sign of who wrote them (Kuaishou; markets.md §7); `conversations.waiting`, for lists that mark an
 * unanswered buyer without counting (Pinduoduo; §1); `all` of a locator, for values spread over several elements
 * (JD's colour and size; §4).
 */
export const REVISIONS = [0, 1] as const;

/** What of a parsed document tells which revision it needs. */
interface RevisedDocument {
  revision?: number | undefined;
  pages: readonly (
    | { kind: 'orders' | 'reviews' | 'price' | 'refunds' }
    | {
        kind: 'chat';
        account?: unknown;
        messages: { nick?: unknown };
        conversations?: { waiting?: unknown } | undefined;
      }
  )[];
}

/** Places in a document that use keys of revision 1. */
function revisionOneKeys(map: RevisedDocument): string[] {
  return map.pages.flatMap((page, i) => {
    const place = `pages[${i}]`;
    const joined = placesOfAll(page, place);
    if (page.kind !== 'chat') return joined;
    return [
      ...(page.account === undefined ? [] : [`${place}.account`]),
      ...(page.messages.nick === undefined ? [] : [`${place}.messages.nick`]),
      ...(page.conversations?.waiting === undefined ? [] : [`${place}.conversations.waiting`]),
      ...joined,
    ];
  });
}

/** Locators that join all their matches, wherever they stand in a page entry. */
function placesOfAll(value: unknown, place: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => placesOfAll(one, `${place}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'all' && typeof inner === 'boolean' ? [`${place}.all`] : placesOfAll(inner, `${place}.${key}`),
  );
}

/** One sentence per key that the document's stated revision does not have yet. */
export function explainRevision(map: RevisedDocument): LocalText[] {
  if ((map.revision ?? 0) >= 1) return [];
  return revisionOneKeys(map).map((place) =>
    say(
      `${place}：这是第 1 次修订新增的键，请在文件开头加上 "revision": 1。`,
      `${place}: this key came with revision 1; add "revision": 1 to the document.`,
    ),
  );
}
