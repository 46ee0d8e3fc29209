import { type LocalText, say } from '../../rules/language/local-text.ts';

/**
 * Revisions of version 1. A revision only adds keys, so every older document stays valid; a document that uses a
 * key of a revision names it, so that an extension which does not know the key says "update" and not "misspelt".
 * 0: site-map.md as first published. 1: `account` and `messages.nick` of a chat, for pages whose messages show
 * no other sign of who wrote them (Kuaishou; markets.md §7); `conversations.waiting`, for lists that mark an
 * unanswered buyer without counting (Pinduoduo; §1); `all` of a locator, for values spread over several elements
 * (JD's colour and size; §4). 2: `items` of a chat, the products it speaks of: the bar above the messages (JD §4,
 * Xianyu §5) and the cards among them (Pinduoduo §1, Doudian §2), for product cards.
 */
export const REVISIONS = [0, 1, 2] as const;

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
        items?: unknown;
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

/** Places in a document that use keys of revision 2. */
const revisionTwoKeys = (map: RevisedDocument): string[] =>
  map.pages.flatMap((page, i) =>
    page.kind === 'chat' && page.items !== undefined ? [`pages[${i}].items`] : [],
  );

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
  const stated = map.revision ?? 0;
  const missing = (revision: number, places: readonly string[]): LocalText[] =>
    stated >= revision
      ? []
      : places.map((place) =>
          say(
            `${place}：这是第 ${revision} 次修订新增的键，请在文件开头加上 "revision": ${revision}。`,
            `${place}: this key came with revision ${revision}; add "revision": ${revision} to the document.`,
          ),
        );
  return [...missing(1, revisionOneKeys(map)), ...missing(2, revisionTwoKeys(map))];
}
