import type { ConversationFact } from './facts.ts';
import { isMasked } from './read-field.ts';

/** What a chat page says about the conversation that is open. */
export interface ConversationIdentity {
  buyer: string | undefined;
  buyerId: string | undefined;
  active: ConversationFact | undefined;
  conversations: readonly ConversationFact[];
}

const clear = (name: string | undefined): string | undefined =>
  name !== undefined && !isMasked(name) ? name : undefined;

/** Header and row may decorate a name (小圆 · 老客); they speak of two people only if neither holds the other. */
const contradicts = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && !a.includes(b) && !b.includes(a);

/**
 * The key of the open conversation: buyer id, else the active row's key, else the header's unmasked name; absent
 * where none can be read. In a virtualised list the active row may be unmounted, or still be the one before
 * (markets.md §4, §5), so a header that contradicts it wins, and a name once seen with one id keeps that id.
 */
export function createConversationKeys(): { keyOf(identity: ConversationIdentity): string | undefined } {
  const idsByName = new Map<string, Set<string>>();
  return {
    keyOf({ buyer, buyerId, active, conversations }) {
      for (const { id, name } of conversations) {
        const known = clear(name);
        if (id === undefined || known === undefined) continue;
        const ids = idsByName.get(known) ?? new Set();
        idsByName.set(known, ids.add(id));
      }
      if (buyerId !== undefined) return buyerId;
      const header = clear(buyer);
      if (active && !contradicts(header, clear(active.name))) return active.key;
      if (header === undefined) return undefined;
      const ids = [...(idsByName.get(header) ?? [])];
      if (ids.length > 1) return undefined;
      return ids[0] ?? header;
    },
  };
}
