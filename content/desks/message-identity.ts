import type { MessageFact } from '../site-map/facts.ts';

/** 53-bit string hash (cyrb53); spreads well and needs no crypto API. The text itself never leaves the page. */
function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** A writer's name stays what it is while the side it tells may become known later. */
const signature = (message: MessageFact): string =>
  `${message.nick ?? message.side ?? ''}|${message.text ?? ''}|${message.image ?? ''}`;

/** How many earlier messages take part in the identity of one without an id. */
const CHAIN = 4;

/**
 * Identities of a conversation's messages, oldest first: the page's id where it shows one, else a hash over the
 * message and the ones before it. Two tabs on the same conversation make the same identities (metrics.md F9),
 * and the same words said twice in different places stay two messages.
 */
export function messageIdentities(messages: readonly MessageFact[]): string[] {
  const signatures = messages.map(signature);
  return messages.map((message, i) =>
    message.id !== undefined
      ? message.id
      : `~${hash(signatures.slice(Math.max(0, i - CHAIN), i + 1).join('\n'))}`,
  );
}
